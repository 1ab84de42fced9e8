import type { Numbers } from './bm25.ts';

/**
 * A linear classifier (multinomial logistic regression) over stems and pairs of neighbouring stems. Its classes are
 * the sections in order, and last one for everything that the policy does not answer.
 *
 * A row of weights belongs to each stem, then one to foreign words, then one to each pair. Weights are stored in 4 bits on a square-root scale,
 * which costs no measurable accuracy.
 */
export interface LinearModel {
  readonly classCount: number;
  /** Pairs as `first * 65536 + second` of their stems' numbers, ascending. */
  readonly pairs: Numbers;
  /** Rows of `classCount` weights, a byte for two. */
  readonly weights: Numbers;
  /** What a weight code of 7 stands for. */
  readonly scale: number;
  readonly biases: readonly number[];
}

/** A word as the model sees it. */
export interface ModelWord {
  /** Its stem's number; undefined where it is not known. */
  readonly stem: number | undefined;
  /**
   * Whether it is a word that the policy and its phrasings hardly use: a name, most often. Whatever it is, it speaks
   * for another matter, and so the model can doubt a question about a project that it has never heard of.
   */
  readonly isForeign: boolean;
}

/** A question as the model sees it: rows, and how much each counts. */
export interface Features {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** Where the rows of a model's weights are. */
export interface Rows {
  /** There are so many stems; the row behind theirs is for foreign words. */
  readonly stemCount: number;
  /** A pair's place, by its key; undefined where the model has none. */
  readonly placeOfPair: (key: number) => number | undefined;
}

const FEATURES = Object.freeze({
  /** A word said twice counts double, said oftener no more. */
  mostRepeats: 2,
});

/** The number of a pair of stems. */
export function pairKey(first: number, second: number): number {
  return first * 65_536 + second;
}

/**
 * The rows of a text's words and pairs, in order of the text. Stems and pairs weigh alike in sum whatever the length:
 * each counts 1/sqrt(n) of the n different ones; foreign words count as they are.
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

/** What the model holds a row to say for a class: positive for, negative against. */
export function weightAt(
  { classCount, weights, scale }: LinearModel,
  row: number,
  classNumber: number,
): number {
  const byte = weights[row * bytesPerRow(classCount) + (classNumber >> 1)] ?? 0;
  return decodeWeight((classNumber & 1) === 0 ? byte & 15 : byte >> 4, scale);
}

export function bytesPerRow(classCount: number): number {
  return (classCount + 1) >> 1;
}

/** A 4-bit code of a weight: 8 is zero, the square root of the share of `scale` in steps of a seventh. */
export function encodeWeight(weight: number, scale: number): number {
  return 8 + Math.sign(weight) * Math.round(Math.sqrt(Math.min(1, Math.abs(weight) / scale)) * 7);
}

function decodeWeight(code: number, scale: number): number {
  const step = (code - 8) / 7;
  return Math.sign(step) * step * step * scale;
}

export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Where a value stands in an ascending array. */
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
