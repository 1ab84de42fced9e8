import { type BitSet, type ByteLists, hasNumber, listAt, type Numbers, startsOf } from './bm25.ts';
import type { QuestionWord } from './words.ts';

/**
 * A linear classifier (multinomial logistic regression) over stems and pairs of neighbouring stems. Its classes are the
 * aspects of the sections, and last one for everything that the policy does not answer: what a section says of several
 * things is asked in words that have little in common.
 *
 * It has a row of weights for each stem, then one for foreign words, then one for each pair that several texts hold.
 */
export interface LinearModel {
  /** Each class's target: a section's index, or the number of sections for no answer. Ascending. */
  readonly targets: readonly number[];
  readonly stemCount: number;
  /** The keys of the pairs that have a row. */
  readonly pairs: SortedNumbers;
  /**
   * The stems that the policy and its phrasings use more than once. Most other words are names: by them the model can doubt
   * a question about a project that it has never heard of.
   */
  readonly native: BitSet;
  /**
   * Of each row the weights that are not zero: a byte's upper bits say how many classes are passed over, the lower ones hold
   * the weight's steps.
   */
  readonly rows: ByteLists;
  readonly biases: readonly number[];
}

/** A word as the model sees it: its stem's number, undefined where it is not known, and whether it is no stop word. */
export type ModelWord = Pick<QuestionWord, 'number' | 'isContent'>;

const FEATURES = Object.freeze({
  /** A word counts at most so many times, however often it is repeated. */
  mostRepeats: 2,
});

/**
 * Distinct numbers, ascending, each of which is looked up for its place among them. Those with equal upper bits stand
 * together, so that only their lower 16 are stored.
 */
export interface SortedNumbers {
  readonly lows: Numbers;
  /** Where the numbers of each upper part start, and last where all end. */
  readonly starts: Numbers;
}

export function sortedNumbers(ascending: Uint32Array): SortedNumbers {
  const counts = new Uint32Array(1 + ((ascending.at(-1) ?? 0) >>> 16));
  for (const number of ascending) counts[number >>> 16] = (counts[number >>> 16] ?? 0) + 1;
  return { starts: startsOf(counts), lows: Uint16Array.from(ascending) };
}

const NOWHERE = -1;

/** The place of a number; -1 where it has none. */
export function placeOf({ lows, starts }: SortedNumbers, number: number): number {
  const upper = number >>> 16;
  const start = starts[upper];
  if (number < 0 || start === undefined) return NOWHERE;
  const place = lows.subarray(start, starts[upper + 1]).indexOf(number & 0xffff);
  return place === NOWHERE ? NOWHERE : start + place;
}

/** The keys of the pairs of neighbours in a text, where there are so many stems; -1 where one is not known. */
export function pairKeys(stems: readonly number[], stemCount: number): number[] {
  return stems.slice(1).map((second, at) => {
    const first = stems[at] ?? NOWHERE;
    return first === NOWHERE || second === NOWHERE ? NOWHERE : first * stemCount + second;
  });
}

/**
 * A text as the model sees it: rows of weights, and how much each counts. Of n different stems each counts 1/sqrt(n), and
 * pairs likewise, so that short and long texts weigh the same; each foreign word counts 1.
 */
export function featuresOf(
  words: readonly ModelWord[],
  { stemCount, pairs, native }: Pick<LinearModel, 'stemCount' | 'pairs' | 'native'>,
): ReadonlyMap<number, number> {
  const stems = words.map(({ number = NOWHERE }) => number);
  const foreign = words.filter(
    ({ number, isContent }) => isContent && (number === undefined || !hasNumber(native, number)),
  );
  const ofPairs = shares(pairKeys(stems, stemCount).map((key) => placeOf(pairs, key)));
  return new Map([
    ...shares(stems),
    ...ofPairs.map(([place, share]): [number, number] => [stemCount + 1 + place, share]),
    [stemCount, Math.min(foreign.length, FEATURES.mostRepeats)],
  ]);
}

/** Each place once, and how much it counts beside what has none. */
function shares(places: readonly number[]): [place: number, share: number][] {
  const counts = new Map<number, number>();
  for (const place of places) if (place !== NOWHERE) counts.set(place, (counts.get(place) ?? 0) + 1);
  const unknown = places.filter((place) => place === NOWHERE).length;
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
  for (const [row, value] of featuresOf(words, model))
    for (const [k, weight] of weightsOf(model, row)) scores[k] = (scores[k] ?? 0) + weight * value;
  return softmax(scores);
}

/** A row's weights that are not zero, by their classes: positive speaks for a class, negative against it. */
export function weightsOf({ rows }: LinearModel, row: number): [classNumber: number, weight: number][] {
  let next = 0;
  return Array.from(listAt(rows, row), (byte) => {
    const classNumber = next + (byte >> CODE.bits);
    next = classNumber + 1;
    return [classNumber, CODE.step * ((byte % 2 ** CODE.bits) - CODE.zero)];
  });
}

/** A stem's weight for the class of a target for which it speaks most. */
export function weightFor(model: LinearModel, stem: number, target: number): number {
  const weights = new Map(weightsOf(model, stem));
  return Math.max(...model.targets.flatMap((each, k) => (each === target ? [weights.get(k) ?? 0] : [])));
}

/** A row of weights as its list's bytes. */
export function encodeRow(weights: readonly number[]): number[] {
  const bytes: number[] = [];
  let passed = 0;
  for (const weight of weights) {
    const steps = Math.max(-CODE.mostSteps, Math.min(CODE.mostSteps, Math.round(weight / CODE.step)));
    if (steps === 0 && passed < CODE.mostPassed) passed += 1;
    else {
      bytes.push((passed << CODE.bits) | (CODE.zero + steps));
      passed = 0;
    }
  }
  return bytes;
}

const CODE = Object.freeze({
  /** Whole steps are stored: answers are as with the weights as they are, which a step half as large again is not. */
  step: 0.5,
  /** Up to so many for or against. */
  mostSteps: 15,
  /** The code of no weight. */
  zero: 16,
  /** Bits of a code; those above say how many classes without a weight are passed over. */
  bits: 5,
  mostPassed: 7,
});

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
