import { readFileSync } from 'node:fs';

const OWN = import.meta.dirname;
/** In `dist/` all modules stand beside what the build writes, in `src/` this one does not. */
const DIST = OWN.endsWith('/src/node') ? `${OWN}/../../dist` : OWN;

/** The bytes of a file that the build writes. */
export function readBuilt(name: string): Buffer {
  return readFileSync(`${DIST}/${name}`);
}
