import type { Numbers } from './bm25.ts';

/**
 * A linear classifier (multinomial logistic regression) over stems and pairs of neighbouring stems. Its classes are
 * the sections in order, and last one for everything that the policy does not answer.
 *
 * It has a row of weights for each stem, then one for foreign words, then one for each pair. Weights are stored in
 * 4 bits on a square-root scale, which costs no measurable accuracy.
 */
export interface LinearModel {
  readonly classCount: number;
  /** Pairs as `first * 65536 + second` of their stems' numbers, ascending. */
  readonly pairs: Numbers;
  /** Rows of `classCount` weights, a byte for two. */
  readonly weights: Numbers;
  /** The largest weight, which a code seven steps from zero stands for. */
  readonly scale: number;
  readonly biases: readonly number[];
}

/** A word as the model sees it. */
export interface ModelWord {
  /** Its stem's number; undefined where it is not known. */
  readonly stem: number | undefined;
  /**
   * Whether the policy and its phrasings hardly use it. Most such words are names: by them the model can doubt a
   * question about a project that it has never heard of.
   */
  readonly isForeign: boolean;
}

/** A text as the model sees it: rows of weights, and how much each counts. */
export interface Features {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** Tells where a model's rows are: first one for each stem, then that of foreign words, then the pairs'. */
export interface Rows {
  readonly stemCount: number;
  /** A pair's index among the pairs, by its key; undefined where the model lacks it. */
  readonly placeOfPair: (key: number) => number | undefined;
}

const FEATURES = Object.freeze({
  /** A word counts at most so many times, however often it is repeated. */
  mostRepeats: 2,
});

/** The key of a pair of stems. */
export function pairKey(first: number, second: number): number {
  return first * 65_536 + second;
}

/**
 * The rows of a text's words and pairs. Of n different stems each counts 1/sqrt(n), and pairs likewise, so that short
 * and long texts weigh the same; each foreign word counts 1.
 */
export function featuresOf(words: readonly ModelWord[], { stemCount, placeOfPair }: Rows): Features {
  const stems = words.map(({ stem }) => stem);
  const pairs = stems.slice(1).map((second, at) => {
    const first = stems[at];
    if (first === undefined || second === undefined) return undefined;
    const place = placeOfPair(pairKey(first, second));
    return place === undefined ? undefined : stemCount + 1 + place;
  });
  const single = weighted(stems);
  const paired = weighted(pairs);
  const foreign = Math.min(words.filter(({ isForeign }) => isForeign).length, FEATURES.mostRepeats);
  return {
    rows: [...single.rows, ...paired.rows, stemCount],
    values: [...single.values, ...paired.values, foreign],
  };
}

function weighted(rows: readonly (number | undefined)[]): Features {
  const counts = new Map<number, number>();
  for (const row of rows) if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  const unknown = rows.filter((row) => row === undefined).length;
  const share = 1 / Math.sqrt(counts.size + unknown || 1);
  return {
    rows: [...counts.keys()],
    values: [...counts.values()].map((count) => share * Math.min(count, FEATURES.mostRepeats)),
  };
}

/** The probability of each class, 0 to 1, in sum 1. */
export function probabilities(model: LinearModel, words: readonly ModelWord[], stemCount: number): number[] {
  const placeOfPair = (key: number) => indexOf(model.pairs, key);
  const { rows, values } = featuresOf(words, { stemCount, placeOfPair });
  const scores = [...model.biases];
  rows.forEach((row, at) => {
    for (let k = 0; k < model.classCount; k += 1) {
      scores[k] = (scores[k] ?? 0) + weightAt(model, row, k) * (values[at] ?? 0);
    }
  });
  return softmax(scores);
}

/** A row's weight for a class: positive speaks for it, negative against it. */
export function weightAt(
  { classCount, weights, scale }: LinearModel,
  row: number,
  classNumber: number,
): number {
  const byte = weights[row * bytesPerRow(classCount) + (classNumber >> 1)] ?? 0;
  return decodeWeight((classNumber & 1) === 0 ? byte & 15 : byte >> 4, scale);
}

/** Bytes of a row, two weights to a byte. */
export function bytesPerRow(classCount: number): number {
  return (classCount + 1) >> 1;
}

/** The 4-bit code of a weight: 8 is zero; the weight's share of `scale` is kept as its square root, in sevenths. */
export function encodeWeight(weight: number, scale: number): number {
  return 8 + Math.sign(weight) * Math.round(Math.sqrt(Math.min(1, Math.abs(weight) / scale)) * 7);
}

function decodeWeight(code: number, scale: number): number {
  const step = (code - 8) / 7;
  return Math.sign(step) * step * step * scale;
}

/** Scores as probabilities, in sum 1. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The index of a value in an ascending array, by binary search. */
function indexOf(sorted: Numbers, value: number): number | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
