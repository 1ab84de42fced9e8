import { readFileSync } from 'node:fs';

/** The bytes of a file that the build writes. In `dist/` all modules stand beside these files, in `src/` this one does not. */
export function readBuilt(name: string): Buffer {
  return readFileSync(`${import.meta.dirname.replace(/\/src\/node$/, '/dist')}/${name}`);
}
