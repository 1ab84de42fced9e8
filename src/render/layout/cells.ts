import stringWidth from 'string-width';

/** How many terminal columns a text takes; escape codes take none. */
export function cells(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}
