/** The largest of some widths; 0 of none. `Math.max(...)` puts all on the stack, which a hundred thousand overflow. */
export function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}
