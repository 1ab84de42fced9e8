import type { Numbers } from './bm25.ts';

/** Numbers from 0, a bit each, eight to a byte. */
export type BitSet = Numbers;

/** The set of those places where a flag is set. */
export function bitSet(flags: readonly boolean[]): BitSet {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [at, flag] of flags.entries())
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (Number(flag) << (at & 7));
  return bytes;
}

export function hasNumber(set: BitSet, number: number): boolean {
  return (((set[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
}
