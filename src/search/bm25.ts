import { remembered } from './lookup.ts';

/** Whole numbers from 0 upward, each stored in one, two or four bytes. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Lists of bytes that are not 0, one after the other, with a 0 behind each. */
export interface ByteLists {
  readonly bytes: Uint8Array;
  /** Where every 64th list starts. */
  readonly blockStarts: Numbers;
}

/** Lists from one known place to the next; a byte is found faster than it is read. */
const BLOCK = 64;

/** The list of a number, which is below that of the lists. */
export function listAt({ bytes, blockStarts }: ByteLists, at: number): Uint8Array {
  let start = blockStarts[Math.floor(at / BLOCK)] ?? 0;
  for (let before = at % BLOCK; before > 0; before -= 1) start = bytes.indexOf(0, start) + 1;
  return bytes.subarray(start, bytes.indexOf(0, start));
}

export function byteLists(lists: readonly (readonly number[])[]): ByteLists {
  const bytes = Uint8Array.from(lists.flatMap((list) => [...list, 0]));
  const starts = startsOf(Uint32Array.from(lists, ({ length }) => length + 1));
  return { bytes, blockStarts: blockStartsOf(starts) };
}

/** Of where each of some lists starts, what is kept. */
function blockStartsOf(starts: Uint32Array): Numbers {
  return starts.filter((_, at) => at % BLOCK === 0);
}

/**
 * Texts by stem as bytes: of each stem the gaps between the numbers of the texts that hold it, each text as often as it
 * does, each gap one more than it is, so that none is 0. A gap takes seven bits a byte, the low ones first, the eighth bit
 * set where more follow (LEB128): most take one byte.
 */
export interface CodedPostings {
  readonly gaps: ByteLists;
  /** Stems in each text, repetitions counted. */
  readonly lengths: Numbers;
  /** All these lengths together. */
  readonly total: number;
}

/** Which texts hold which stem. */
export type Postings = ReturnType<typeof postingsIn>;

/** A word to look for. */
export interface Term {
  /** How much it counts beside the others. */
  readonly weight: number;
  /** The stems that it may be, and what each counts for it. */
  readonly stems: readonly { readonly stem: number; readonly share: number }[];
}

/** Of each text the numbers of its stems, in order. */
type StemLists = readonly (Numbers | readonly number[])[];

/** Postings of texts whose stems' numbers are below `stemCount`. */
export function buildPostings(textStems: StemLists, stemCount: number): Postings {
  const sizes = new Uint32Array(stemCount).fill(1);
  eachByte(textStems, stemCount, (stem) => {
    sizes[stem] = (sizes[stem] ?? 0) + 1;
  });
  const ends = startsOf(sizes);
  const blockStarts = blockStartsOf(ends);
  const bytes = new Uint8Array(ends.at(-1) ?? 0);
  eachByte(textStems, stemCount, (stem, byte) => {
    const end = ends[stem] ?? 0;
    bytes[end] = byte;
    ends[stem] = end + 1;
  });
  const lengths = Uint32Array.from(textStems, ({ length }) => length);
  return postingsIn({ gaps: { bytes, blockStarts }, lengths, total: startsOf(lengths).at(-1) ?? 0 });
}

/** Visits each byte of coded postings: twice is faster than to keep a list for each stem. */
function eachByte(
  textStems: StemLists,
  stemCount: number,
  visit: (stem: number, byte: number) => void,
): void {
  const latest = new Uint32Array(stemCount);
  textStems.forEach((stems, text) => {
    for (const stem of stems) {
      let rest = 1 + text - (latest[stem] ?? 0);
      latest[stem] = text;
      for (; rest >= 128; rest >>= 7) visit(stem, (rest & 127) | 128);
      visit(stem, rest);
    }
  });
}

/** Where each of some lists starts when they follow one another, and last where all end. */
export function startsOf(lengths: Numbers): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0);
  return starts;
}

/** The postings that were coded; a stem's texts are decoded when they are first asked for. */
export function postingsIn(coded: CodedPostings) {
  const holding = remembered((stem: number) => decode(listAt(coded.gaps, stem)));
  return {
    ...coded,
    /** The numbers of the texts that hold a stem, ascending, each as often as the text holds it. */
    textsHolding: (stem: number) => holding(stem).texts,
    /** How many texts hold a stem. */
    holdingCount: (stem: number) => holding(stem).count,
  };
}

/** The texts that hold a stem, each as often as it does, and how many they are. */
function decode(gaps: Uint8Array) {
  const texts = new Uint32Array(gaps.length);
  let length = 0;
  let count = 0;
  let text = 0;
  let latest = -1;
  let shift = 0;
  // By index, as are the postings below: iterators make this half as slow again.
  for (let at = 0; at < gaps.length; at += 1) {
    const byte = gaps[at] ?? 0;
    text += (byte & 127) << shift;
    shift = byte < 128 ? 0 : shift + 7;
    if (shift > 0) continue;
    text -= 1;
    if (text !== latest) count += 1;
    latest = text;
    texts[length] = text;
    length += 1;
  }
  return { texts: texts.subarray(0, length), count };
}

/** A field of the texts, and what a word in it counts against one in another. */
export interface Field extends Pick<Postings, 'textsHolding' | 'lengths' | 'total'> {
  readonly weight: number;
  /** Of which text each part is, where the postings are of parts. */
  readonly wholes?: Numbers;
}

/** How well each text matches. */
export type TextScores = ReturnType<typeof scoreTexts>;

/**
 * Each text's BM25 score for distinct terms, weighted by their rarity: what its fields hold of a word's stems is added up
 * before it saturates (Robertson, Zaragoza and Taylor 2004), so that a word and what means the same count as one. The
 * smaller `k1`, the sooner repeating a word stops to count; `b`, 0 to 1, says how much less the words of a long text do.
 */
export function scoreTexts(
  fields: readonly Field[],
  terms: readonly Term[],
  { k1, b }: { readonly k1: number; readonly b: number },
) {
  const count = fields[0]?.lengths.length ?? 0;
  const scores = new Float64Array(count);
  const scored = new Uint32Array(count);
  const held = new Float64Array(count);
  const holding = new Uint32Array(count);
  let scoredCount = 0;
  for (const { stems, weight } of terms) {
    let holdingCount = 0;
    for (const { textsHolding, lengths, total, weight: ofField, wholes } of fields) {
      const perStem = (b * count) / total;
      for (const { stem, share } of stems) {
        const most = share * ofField;
        const parts = textsHolding(stem);
        // A text's number stands here as often as it holds the stem.
        for (let at = 0; at < parts.length; at += 1) {
          const part = parts[at] ?? 0;
          const text = wholes === undefined ? part : (wholes[part] ?? 0);
          const before = held[text] ?? 0;
          if (before === 0) holding[holdingCount++] = text;
          held[text] = before + most / (1 - b + perStem * (lengths[text] ?? 0));
        }
      }
    }
    const most = weight * (k1 + 1);
    for (let at = 0; at < holdingCount; at += 1) {
      const text = holding[at] ?? 0;
      const before = scores[text] ?? 0;
      if (before === 0) scored[scoredCount++] = text;
      const much = held[text] ?? 0;
      scores[text] = before + (most * much) / (k1 + much);
      held[text] = 0;
    }
  }
  return {
    /** By the texts' numbers. */
    scores,
    /** The numbers of the texts that score above 0, each once: of many texts, most hold none of the words. */
    scored: scored.subarray(0, scoredCount),
  };
}

/** How many texts hold each stem. */
export function holdingCounts(texts: Iterable<Iterable<number>>, stemCount: number): Uint32Array {
  const counts = new Uint32Array(stemCount);
  for (const stems of texts) for (const stem of new Set(stems)) counts[stem] = (counts[stem] ?? 0) + 1;
  return counts;
}

/** How rare a stem is: Robertson and Sparck Jones's inverse document frequency, never negative. */
export function inverseDocumentFrequency(textCount: number, holding: number): number {
  return Math.log(1 + (textCount - holding + 0.5) / (holding + 0.5));
}

/** The largest of some numbers; 0 of none. */
export function largest(numbers: ArrayLike<number>): number {
  let most = 0;
  // By index: to iterate takes ten times as long.
  for (let at = 0; at < numbers.length; at += 1) most = Math.max(most, numbers[at] ?? 0);
  return most;
}

/** Of some places those of the highest scores, so many, best first; of equal ones the lower first. */
export function bestFirst(some: Uint32Array, scores: Float64Array, most: number): number[] {
  const scoreOf = (at: number) => scores[at] ?? 0;
  // Numbers alone are sorted by V8 itself: to compare thousands here takes longer than to rank.
  const least = Float64Array.from(some).map(scoreOf).sort().at(-most) ?? 0;
  const near = Array.from(some.filter((at) => scoreOf(at) >= least));
  return near.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b).slice(0, most);
}

/** A set of numbers from 0 upward, a bit each, eight to a byte. */
export type BitSet = Numbers;

/** The indices at which a flag is set. */
export function bitSet(flags: readonly boolean[]): BitSet {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [at, flag] of flags.entries())
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (Number(flag) << (at & 7));
  return bytes;
}

/** Whether a set holds a number. */
export function hasNumber(set: BitSet, number: number): boolean {
  return (((set[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
}
