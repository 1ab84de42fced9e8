import type { Numbers, Postings } from './bm25.ts';

/**
 * Postings as bytes: of each stem the gaps between the numbers of the texts that hold it, seven bits a byte, the low ones
 * first, the eighth bit set where more follow (LEB128). Most gaps take one byte where a number takes two.
 */
export interface StoredPostings {
  readonly gaps: Numbers;
  /** Where each stem's gaps start, and last where all end: stored, as to add lengths up takes as long as to rank. */
  readonly gapStarts: Numbers;
  readonly lengths: Numbers;
  readonly total: number;
}

/** Postings to be stored. */
export function encodePostings(
  { textsHolding, lengths, total }: Postings,
  stemCount: number,
): StoredPostings {
  const gaps: number[] = [];
  const gapStarts = new Uint32Array(stemCount + 1);
  for (let stem = 0; stem < stemCount; stem += 1) {
    let before = 0;
    for (const text of textsHolding(stem)) {
      let rest = text - before;
      before = text;
      for (; rest >= 128; rest >>= 7) gaps.push((rest & 127) | 128);
      gaps.push(rest);
    }
    gapStarts[stem + 1] = gaps.length;
  }
  return { gaps: Uint8Array.from(gaps), gapStarts, lengths, total };
}

/** The postings that were stored; a stem's texts are decoded when they are asked for. */
export function decodePostings({ gaps, gapStarts, lengths, total }: StoredPostings): Postings {
  // A question asks for each of its stems several times.
  const decoded = new Map<number, Holding>();
  const holding = (stem: number) => {
    const known = decoded.get(stem) ?? decode(gaps.subarray(gapStarts[stem], gapStarts[stem + 1] ?? 0));
    decoded.set(stem, known);
    return known;
  };
  return {
    textsHolding: (stem) => holding(stem).texts,
    holdingCount: (stem) => holding(stem).count,
    lengths,
    total,
  };
}

/** The texts that hold a stem, each as often as it does, and how many they are. */
interface Holding {
  readonly texts: Uint32Array;
  readonly count: number;
}

function decode(gaps: Numbers): Holding {
  const texts = new Uint32Array(gaps.length);
  let length = 0;
  let count = 0;
  let text = 0;
  let shift = 0;
  for (const byte of gaps) {
    text += (byte & 127) << shift;
    shift = byte < 128 ? 0 : shift + 7;
    if (shift > 0) continue;
    if (length === 0 || texts[length - 1] !== text) count += 1;
    texts[length] = text;
    length += 1;
  }
  return { texts: texts.subarray(0, length), count };
}
