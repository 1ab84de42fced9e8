import { type BitSet, type ByteLists, hasNumber, listAt, type Numbers } from './bm25.ts';
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
  /** Pairs that have a row, as `first * 65536 + second` of their stems' numbers. */
  readonly pairs: Numbers;
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

const MODEL = Object.freeze({
  /** A word counts at most so many times, however often it is repeated. */
  mostRepeats: 2,
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

/** The number of an unknown stem or pair: it equals none, and neither does a pair's that is made of it. */
const UNKNOWN = Number.NaN;

/** The keys of the pairs of neighbours in a text of stems. */
export function pairKeys(stems: readonly number[]): number[] {
  return stems.slice(1).map((second, at) => (stems[at] ?? UNKNOWN) * 65_536 + second);
}

/**
 * A text as the model sees it: rows of weights, and how much each counts. Of n different stems each counts 1/sqrt(n), and
 * pairs likewise, so that short and long texts weigh the same; each foreign word counts 1.
 */
export function featuresOf(
  words: readonly ModelWord[],
  { stemCount, pairs, native }: Pick<LinearModel, 'stemCount' | 'pairs' | 'native'>,
): ReadonlyMap<number, number> {
  const stems = words.map(({ number = UNKNOWN }) => number);
  const foreign = words.filter(
    ({ number, isContent }) => isContent && (number === undefined || !hasNumber(native, number)),
  );
  const rowOf = (key: number) => {
    const place = pairs.indexOf(key);
    return place === -1 ? UNKNOWN : stemCount + 1 + place;
  };
  return new Map([
    ...shares(stems),
    [stemCount, Math.min(foreign.length, MODEL.mostRepeats)],
    ...shares(pairKeys(stems).map(rowOf)),
  ]);
}

/** Each row once, and how much it counts beside the others and what has none. */
function shares(rows: readonly number[]): [row: number, share: number][] {
  const known = rows.filter((row) => !Number.isNaN(row));
  const counts = new Map<number, number>();
  for (const row of known) counts.set(row, (counts.get(row) ?? 0) + 1);
  const share = 1 / Math.sqrt(counts.size + rows.length - known.length);
  return Array.from(counts, ([row, count]) => [row, share * Math.min(count, MODEL.mostRepeats)]);
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
    const classNumber = next + (byte >> MODEL.bits);
    next = classNumber + 1;
    return [classNumber, MODEL.step * ((byte % 2 ** MODEL.bits) - MODEL.zero)];
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
    const steps = Math.max(-MODEL.mostSteps, Math.min(MODEL.mostSteps, Math.round(weight / MODEL.step)));
    if (steps === 0 && passed < MODEL.mostPassed) passed += 1;
    else {
      bytes.push((passed << MODEL.bits) | (MODEL.zero + steps));
      passed = 0;
    }
  }
  return bytes;
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
