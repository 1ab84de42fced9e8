/** The path of a file that the build writes; the same seen from `src/` and from `dist/`. */
export function built(name: string): string {
  return `${import.meta.dirname}/../dist/${name}`;
}
