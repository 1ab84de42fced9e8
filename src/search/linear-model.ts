import { type BitSet, hasNumber, type Numbers } from './bm25.ts';

/**
 * A linear classifier (multinomial logistic regression) over stems and pairs of neighbouring stems. Its classes are the
 * aspects of the sections, and last one for everything that the policy does not answer: what a section says of several
 * things is asked in words that have little in common.
 *
 * It has a row of weights for each stem that several texts hold, then one for foreign words, then one for each pair. Weights are stored in
 * 4 bits on a square-root scale, which costs no measurable accuracy.
 */
export interface LinearModel {
  /** Each class's target: a section's index, or the number of sections for no answer. Ascending. */
  readonly targets: readonly number[];
  /** The stems that have a row. */
  readonly stems: BitSet;
  /** Pairs as `first * 65536 + second` of their stems' numbers, ascending. */
  readonly pairs: Numbers;
  /** Rows of a weight for each class, a byte for two. */
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

/** Tells where a model's rows are: first those of stems, then that of foreign words, then the pairs'. */
export interface Rows {
  /** How many rows of stems there are. */
  readonly stemRows: number;
  /** A stem's row; undefined where it has none. */
  readonly rowOfStem: (stem: number) => number | undefined;
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
export function featuresOf(
  words: readonly ModelWord[],
  { stemRows, rowOfStem, placeOfPair }: Rows,
): Features {
  const stems = words.map(({ stem }) => stem);
  const pairs = stems.slice(1).map((second, at) => {
    const first = stems[at];
    if (first === undefined || second === undefined) return undefined;
    const place = placeOfPair(pairKey(first, second));
    return place === undefined ? undefined : stemRows + 1 + place;
  });
  const single = weighted(stems.map((stem) => (stem === undefined ? undefined : rowOfStem(stem))));
  const paired = weighted(pairs);
  const foreign = Math.min(words.filter(({ isForeign }) => isForeign).length, FEATURES.mostRepeats);
  return {
    rows: [...single.rows, ...paired.rows, stemRows],
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

/** The probability of each target, 0 to 1, in sum 1: that of all its classes. */
export function probabilities(model: LinearModel, words: readonly ModelWord[]): number[] {
  const { targets } = model;
  const byTarget = Array<number>(1 + (targets.at(-1) ?? -1)).fill(0);
  classProbabilities(model, words).forEach((probability, k) => {
    const target = targets[k] ?? 0;
    byTarget[target] = (byTarget[target] ?? 0) + probability;
  });
  return byTarget;
}

function classProbabilities(model: LinearModel, words: readonly ModelWord[]): number[] {
  const { rows, values } = featuresOf(words, {
    stemRows: foreignRow(model),
    rowOfStem: (stem) => rowOfStem(model, stem),
    placeOfPair: (key) => indexOf(model.pairs, key),
  });
  const scores = [...model.biases];
  rows.forEach((row, at) => {
    for (let k = 0; k < scores.length; k += 1) {
      scores[k] = (scores[k] ?? 0) + weightAt(model, row, k) * (values[at] ?? 0);
    }
  });
  return softmax(scores);
}

/** A stem's row; undefined where it has none. */
export function rowOfStem({ stems }: LinearModel, stem: number): number | undefined {
  return hasNumber(stems, stem) ? countBelow(stems, stem) : undefined;
}

/** The row of foreign words, behind those of stems. */
export function foreignRow({ targets, weights, pairs }: LinearModel): number {
  return weights.length / bytesPerRow(targets.length) - pairs.length - 1;
}

/** How many numbers of a set are smaller than one. */
function countBelow(set: BitSet, number: number): number {
  const last = number >> 3;
  let count = bitsIn((set[last] ?? 0) & ((1 << (number & 7)) - 1));
  for (let at = 0; at < last; at += 1) count += bitsIn(set[at] ?? 0);
  return count;
}

/** How many of a byte's bits are set: those of neighbours are added in pairs, then in fours. */
function bitsIn(byte: number): number {
  const pairs = byte - ((byte >> 1) & 0x55);
  const fours = (pairs & 0x33) + ((pairs >> 2) & 0x33);
  return (fours + (fours >> 4)) & 15;
}

/** A row's weight for a class: positive speaks for it, negative against it. */
export function weightAt({ targets, weights, scale }: LinearModel, row: number, classNumber: number): number {
  const byte = weights[row * bytesPerRow(targets.length) + (classNumber >> 1)] ?? 0;
  return decodeWeight((classNumber & 1) === 0 ? byte & 15 : byte >> 4, scale);
}

/** A stem's weight for the class of a target for which it speaks most; 0 where it has no row. */
export function weightFor(model: LinearModel, stem: number, target: number): number {
  const row = rowOfStem(model, stem);
  if (row === undefined) return 0;
  return Math.max(...model.targets.flatMap((each, k) => (each === target ? [weightAt(model, row, k)] : [])));
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
