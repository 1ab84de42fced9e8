/** How BM25 weighs repetition and length. */
export interface Bm25Parameters {
  /** How soon a word's repetition stops to count. */
  readonly k1: number;
  /** How much a long text is held against its words, 0 to 1. */
  readonly b: number;
}

/** Numbers from 0, in as few bytes each as they were stored with. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Which texts hold which stem: those of stem `s` are `texts[starts[s]]` up to `texts[starts[s + 1]]`. */
export interface Postings {
  /** One more than there are stems. */
  readonly starts: Numbers;
  /** Text numbers, ascending within a stem; a text stands as often as it holds the stem. */
  readonly texts: Numbers;
  /** Stems in each text, repetitions counted. */
  readonly lengths: Numbers;
}

/** A stem to look for, and how much it counts beside the others. */
export interface Term {
  readonly stem: number;
  readonly weight: number;
}

/** Postings of texts given as the numbers of their stems, which are below `stemCount`. */
export function buildPostings(textStems: readonly (readonly number[])[], stemCount: number): Postings {
  const starts = new Uint32Array(stemCount + 1);
  for (const stems of textStems) for (const stem of stems) starts[stem + 1] = (starts[stem + 1] ?? 0) + 1;
  for (let stem = 0; stem < stemCount; stem += 1)
    starts[stem + 1] = (starts[stem + 1] ?? 0) + (starts[stem] ?? 0);
  const next = starts.slice();
  const texts = new Uint32Array(starts[stemCount] ?? 0);
  textStems.forEach((stems, text) => {
    for (const stem of stems) {
      const at = next[stem] ?? 0;
      texts[at] = text;
      next[stem] = at + 1;
    }
  });
  return { starts, texts, lengths: Uint32Array.from(textStems, ({ length }) => length) };
}

/** How well texts match. */
export interface TextScores {
  /** Each text's. */
  readonly scores: Float64Array;
  /** The texts that score anything, each once: of many texts, most hold none of the words. */
  readonly scored: readonly number[];
}

/** Each text's BM25 score for distinct terms of positive weight (Robertson and Zaragoza 2009). */
export function scoreTexts(
  postings: Postings,
  terms: readonly Term[],
  { k1, b }: Bm25Parameters,
): TextScores {
  const { texts, lengths } = postings;
  const scores = new Float64Array(lengths.length);
  const scored: number[] = [];
  const meanLength = texts.length / Math.max(1, lengths.length);
  // What does not change from text to text stands before the loop, which is most of what ranking does.
  const normOfNone = k1 * (1 - b);
  const normOfOne = (k1 * b) / meanLength;
  for (const { stem, weight } of terms) {
    const most = weight * inverseDocumentFrequency(lengths.length, holdingCount(postings, stem)) * (k1 + 1);
    const end = postings.starts[stem + 1] ?? 0;
    // A text stands in a row as often as it holds the stem: no counts need to be kept.
    for (let at = postings.starts[stem] ?? 0; at < end; ) {
      const text = texts[at] ?? 0;
      let count = 1;
      while (at + count < end && texts[at + count] === text) count += 1;
      at += count;
      const before = scores[text] ?? 0;
      if (before === 0) scored.push(text);
      const norm = normOfNone + normOfOne * (lengths[text] ?? 0);
      scores[text] = before + (most * count) / (count + norm);
    }
  }
  return { scores, scored };
}

/** How many texts hold a stem. */
export function holdingCount({ starts, texts }: Postings, stem: number): number {
  const start = starts[stem] ?? 0;
  const end = starts[stem + 1] ?? 0;
  let count = 0;
  for (let at = start; at < end; at += 1) if (at === start || texts[at] !== texts[at - 1]) count += 1;
  return count;
}

/** Whether a text holds a stem. */
export function holds({ starts, texts }: Postings, stem: number, text: number): boolean {
  return texts.subarray(starts[stem] ?? 0, starts[stem + 1] ?? 0).includes(text);
}

/** How often each text that holds a stem holds it. */
export function textCounts({ starts, texts }: Postings, stem: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const end = starts[stem + 1] ?? 0;
  for (let at = starts[stem] ?? 0; at < end; at += 1) {
    const text = texts[at] ?? 0;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** How rare a stem is: Robertson and Sparck Jones's inverse document frequency, never negative. */
export function inverseDocumentFrequency(textCount: number, holding: number): number {
  return Math.log(1 + (textCount - holding + 0.5) / (holding + 0.5));
}

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
