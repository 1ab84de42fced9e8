import type { Numbers, Postings } from './bm25.ts';

/**
 * Postings as bytes: of each stem the gaps between the numbers of the texts that hold it, seven bits a byte, the low ones
 * first, the eighth bit set where more follow (LEB128). Most gaps take one byte where a number takes two.
 */
export interface StoredPostings {
  readonly gaps: Numbers;
  /** How many bytes each stem's gaps take. */
  readonly gapLengths: Numbers;
  readonly lengths: Numbers;
  readonly total: number;
}

/** Postings to be stored. */
export function encodePostings(
  { textsHolding, lengths, total }: Postings,
  stemCount: number,
): StoredPostings {
  const gaps: number[] = [];
  const gapLengths = Uint16Array.from({ length: stemCount }, (_, stem) => {
    const start = gaps.length;
    let before = 0;
    for (const text of textsHolding(stem)) {
      let rest = text - before;
      before = text;
      for (; rest >= 128; rest >>= 7) gaps.push((rest & 127) | 128);
      gaps.push(rest);
    }
    return gaps.length - start;
  });
  return { gaps: Uint8Array.from(gaps), gapLengths, lengths, total };
}

/** The postings that were stored; a stem's texts are decoded when they are asked for. */
export function decodePostings({ gaps, gapLengths, lengths, total }: StoredPostings): Postings {
  const starts = new Uint32Array(gapLengths.length + 1);
  // By index: an iterator would make thousands of pairs at every start.
  for (let stem = 0; stem < gapLengths.length; stem += 1)
    starts[stem + 1] = (starts[stem] ?? 0) + (gapLengths[stem] ?? 0);
  // A question asks for each of its stems several times.
  const decoded = new Map<number, Uint32Array>();
  return {
    textsHolding: (stem) => {
      const texts = decoded.get(stem) ?? textsIn(gaps.subarray(starts[stem] ?? 0, starts[stem + 1] ?? 0));
      decoded.set(stem, texts);
      return texts;
    },
    lengths,
    total,
  };
}

function textsIn(gaps: Numbers): Uint32Array {
  const texts = new Uint32Array(gaps.length);
  let count = 0;
  let text = 0;
  let shift = 0;
  for (const byte of gaps) {
    text += (byte & 127) << shift;
    shift = byte < 128 ? 0 : shift + 7;
    if (shift > 0) continue;
    texts[count] = text;
    count += 1;
  }
  return texts.subarray(0, count);
}
