import { type BitSet, hasNumber, type Numbers } from './bm25.ts';
import type { QuestionWord } from './words.ts';

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
  /** The stems that have a row, ascending. */
  readonly stems: Numbers;
  /** Pairs as `first * 65536 + second` of their stems' numbers, ascending. */
  readonly pairs: Numbers;
  /**
   * The stems that the policy and its phrasings use more than once. Most other words are names: by them the model can doubt
   * a question about a project that it has never heard of.
   */
  readonly native: BitSet;
  /** Rows of a weight for each class, a byte for two. */
  readonly weights: Numbers;
  /** The largest weight, which a code seven steps from zero stands for. */
  readonly scale: number;
  readonly biases: readonly number[];
}

/** A word as the model sees it: its stem's number, undefined where it is not known, and whether it is no stop word. */
export type ModelWord = Pick<QuestionWord, 'number' | 'isContent'>;

const FEATURES = Object.freeze({
  /** A word counts at most so many times, however often it is repeated. */
  mostRepeats: 2,
});

/** Equal to no number, nor is anything that is computed of it. */
const UNKNOWN = Number.NaN;

/** The keys of the pairs of neighbours among some stems. */
export function pairKeys(stems: readonly number[]): number[] {
  return stems.slice(1).map((second, at) => (stems[at] ?? UNKNOWN) * 65_536 + second);
}

/**
 * A text as the model sees it: rows of weights, and how much each counts. Of n different stems each counts 1/sqrt(n), and
 * pairs likewise, so that short and long texts weigh the same; each foreign word counts 1.
 */
export function featuresOf(
  words: readonly ModelWord[],
  { stems, pairs, native }: Pick<LinearModel, 'stems' | 'pairs' | 'native'>,
): ReadonlyMap<number, number> {
  const numbers = words.map(({ number = UNKNOWN }) => number);
  const foreign = words.filter(
    ({ number, isContent }) => isContent && (number === undefined || !hasNumber(native, number)),
  );
  const ofStems = shares(numbers.map((stem) => indexOf(stems, stem)));
  const ofPairs = shares(pairKeys(numbers).map((key) => indexOf(pairs, key)));
  return new Map([
    ...ofStems,
    ...ofPairs.map(([place, share]): [number, number] => [stems.length + 1 + place, share]),
    [stems.length, Math.min(foreign.length, FEATURES.mostRepeats)],
  ]);
}

/** Each place once, and how much it counts; of places, -1 stands for what has none. */
function shares(places: readonly number[]): [place: number, share: number][] {
  const counts = new Map<number, number>();
  for (const place of places) if (place !== -1) counts.set(place, (counts.get(place) ?? 0) + 1);
  const unknown = places.filter((place) => place === -1).length;
  const share = 1 / Math.sqrt(counts.size + unknown || 1);
  return Array.from(counts, ([place, count]) => [place, share * Math.min(count, FEATURES.mostRepeats)]);
}

/** The probability of each target, 0 to 1, in sum 1: that of all its classes. */
export function probabilities({ targets }: LinearModel, classes: readonly number[]): number[] {
  const byTarget = Array<number>(1 + (targets.at(-1) ?? -1)).fill(0);
  for (const [k, probability] of classes.entries()) {
    const target = targets[k] ?? 0;
    byTarget[target] = (byTarget[target] ?? 0) + probability;
  }
  return byTarget;
}

/** The probability of each class, in sum 1. */
export function classProbabilities(model: LinearModel, words: readonly ModelWord[]): number[] {
  const scores = [...model.biases];
  for (const [row, value] of featuresOf(words, model)) {
    for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) + weightAt(model, row, k) * value;
  }
  return softmax(scores);
}

/** A row's weight for a class: positive speaks for it, negative against it. */
export function weightAt({ targets, weights, scale }: LinearModel, row: number, classNumber: number): number {
  const byte = weights[row * bytesPerRow(targets.length) + (classNumber >> 1)] ?? 0;
  return decodeWeight((classNumber & 1) === 0 ? byte & 15 : byte >> 4, scale);
}

/** A stem's weight for the class of a target for which it speaks most; 0 where it has no row. */
export function weightFor(model: LinearModel, stem: number, target: number): number {
  const row = indexOf(model.stems, stem);
  if (row === -1) return 0;
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

/** Makes probabilities of scores where they stand, in sum 1: training asks for no room a million times. */
export function softmax<Scores extends number[] | Float64Array>(scores: Scores): Scores {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k += 1) highest = Math.max(highest, scores[k] ?? 0);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - highest);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
  return scores;
}

/** The index of a value in an ascending array, by binary search; -1 where it lacks it. */
function indexOf(sorted: Numbers, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
