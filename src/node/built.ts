/** The path of a file that the build writes. In `dist/` all modules stand beside these files, in `src/` this one does not. */
export function built(name: string): string {
  return `${import.meta.dirname.replace(/\/src\/node$/, '/dist')}/${name}`;
}
