import { bitSet } from './bm25.ts';
import {
  bytesPerRow,
  encodeWeight,
  featuresOf,
  type LinearModel,
  type ModelWord,
  pairKey,
} from './linear-model.ts';

const TRAINING = Object.freeze({
  /** Passes over the examples; more changes nothing beyond chance. */
  epochs: 15,
  /** AdaGrad's step. Plain gradient descent was 3 points worse, as it neglects rare words. */
  step: 0.5,
  /** Holds weights small; 0.0003 to 0.003 measure alike. */
  decay: 0.002,
  /**
   * Examples that hold a stem, and a pair, which has a row of its own. The tables have to be small; at 1 and 5 they are
   * half as large again, typed questions a point better and real remarks a point worse.
   */
  leastStems: 2,
  leastPairs: 8,
  /** Weights are averaged over the passes behind this share of them, which evens out the order of the examples. */
  averageFrom: 0.5,
  biasStep: 0.01,
  /** A slope that is smaller teaches nothing: this is so for most classes, and skipping them saves most of the time. */
  leastSlope: 1e-3,
  seed: 1,
});

/** A text, its class, and how many times it is shown in a pass. */
export interface Example {
  readonly words: readonly ModelWord[];
  readonly classNumber: number;
  readonly repeats: number;
}

/**
 * Trains a classifier by stochastic gradient descent with AdaGrad steps (Duchi et al. 2011), always the same from the same
 * examples; `targets` says for which target each class speaks. A build's work, not a run's: some seconds for 20,000 examples.
 */
export function train(
  examples: readonly Example[],
  stemCount: number,
  targets: readonly number[],
): LinearModel {
  const stems = frequentStems(examples, stemCount);
  const pairs = frequentPairs(examples);
  const lesson = lessonOf(examples, stems, pairs);
  const rowCount = stems.filter(Boolean).length + 1 + pairs.length;
  const state = newState(rowCount * targets.length, targets.length);
  const order = examples.flatMap(({ repeats }, at) => Array<number>(repeats).fill(at));
  const random = newRandom(TRAINING.seed);
  for (let epoch = 0; epoch < TRAINING.epochs; epoch += 1) {
    shuffle(order, random);
    for (const example of order) learn(state, lesson, example);
    if (epoch >= TRAINING.epochs * TRAINING.averageFrom) addTo(state.sums, state.weights);
  }
  return { targets, stems: bitSet(stems), pairs, ...quantized(state, targets.length) };
}

/** All examples' rows and values in a row, as loops over plain objects take most of a build. */
interface Lesson {
  /** Where each example's rows start; one more for the end of the last. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly values: Float64Array;
  readonly classes: Uint8Array;
}

function lessonOf(examples: readonly Example[], stems: readonly boolean[], pairs: Uint32Array): Lesson {
  const frequent = stems.flatMap((isFrequent, stem) => (isFrequent ? [stem] : []));
  const rowOf = new Map(frequent.map((stem, row) => [stem, row]));
  const places = new Map(Array.from(pairs, (key, at) => [key, at]));
  const rows = {
    stemRows: frequent.length,
    rowOfStem: (stem: number) => rowOf.get(stem),
    placeOfPair: (key: number) => places.get(key),
  };
  const features = examples.map(({ words }) => featuresOf(words, rows));
  const starts = new Uint32Array(features.length + 1);
  features.forEach(({ rows }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + rows.length;
  });
  return {
    starts,
    rows: Uint32Array.from(features.flatMap(({ rows }) => rows)),
    values: Float64Array.from(features.flatMap(({ values }) => values)),
    classes: Uint8Array.from(examples, ({ classNumber }) => classNumber),
  };
}

interface State {
  readonly weights: Float64Array;
  /** Sums of squared gradients. */
  readonly squares: Float64Array;
  /** Sums of the weights after each of the last epochs. */
  readonly sums: Float64Array;
  readonly biases: Float64Array;
  /** Room for the scores of one example, then its probabilities. */
  readonly scores: Float64Array;
}

function newState(size: number, classCount: number): State {
  return {
    weights: new Float64Array(size),
    squares: new Float64Array(size).fill(1e-6),
    sums: new Float64Array(size),
    biases: new Float64Array(classCount),
    scores: new Float64Array(classCount),
  };
}

/** Whether enough examples hold each stem. */
function frequentStems(examples: readonly Example[], stemCount: number): boolean[] {
  const counts = new Uint32Array(stemCount);
  for (const { words } of examples) {
    const stems = new Set(words.flatMap(({ stem }) => (stem === undefined ? [] : [stem])));
    for (const stem of stems) counts[stem] = (counts[stem] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count >= TRAINING.leastStems);
}

function frequentPairs(examples: readonly Example[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const { words } of examples) {
    const keys = new Set(words.slice(1).map(({ stem = 0 }, at) => pairKey(words[at]?.stem ?? 0, stem)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= TRAINING.leastPairs).map(([key]) => key);
  return Uint32Array.from(frequent).sort();
}

/** One step down the gradient of an example's cross-entropy. */
function learn({ weights, squares, biases, scores }: State, lesson: Lesson, example: number): void {
  const { rows, values } = lesson;
  const classCount = biases.length;
  const start = lesson.starts[example] ?? 0;
  const end = lesson.starts[example + 1] ?? 0;
  scores.set(biases);
  for (let at = start; at < end; at += 1) {
    const row = (rows[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let k = 0; k < classCount; k += 1) scores[k] = (scores[k] ?? 0) + (weights[row + k] ?? 0) * value;
  }
  toProbabilities(scores);
  for (let k = 0; k < classCount; k += 1) {
    const slope = (scores[k] ?? 0) - (k === lesson.classes[example] ? 1 : 0);
    biases[k] = (biases[k] ?? 0) - TRAINING.biasStep * slope;
    if (Math.abs(slope) < TRAINING.leastSlope) continue;
    for (let at = start; at < end; at += 1) {
      const cell = (rows[at] ?? 0) * classCount + k;
      const weight = weights[cell] ?? 0;
      const gradient = slope * (values[at] ?? 0) + TRAINING.decay * weight;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = weight - (TRAINING.step * gradient) / Math.sqrt(square);
    }
  }
}

/** Softmax in place: no room is asked for a million times. */
function toProbabilities(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k += 1) highest = Math.max(highest, scores[k] ?? 0);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - highest);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
}

/** The averaged weights in four bits each. */
function quantized({ sums, biases }: State, classCount: number) {
  const count = TRAINING.epochs - Math.ceil(TRAINING.epochs * TRAINING.averageFrom);
  const averages = sums.map((sum) => sum / count);
  const scale = averages.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const rowCount = averages.length / classCount;
  const weights = new Uint8Array(rowCount * bytesPerRow(classCount));
  for (let row = 0; row < rowCount; row += 1) {
    for (let k = 0; k < classCount; k += 1) {
      const byte = row * bytesPerRow(classCount) + (k >> 1);
      const code = encodeWeight(averages[row * classCount + k] ?? 0, scale);
      weights[byte] = (weights[byte] ?? 0) | (code << ((k & 1) * 4));
    }
  }
  return { weights, scale, biases: [...biases] };
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0);
}

/** Knuth's linear congruential generator: good enough to shuffle, and the same everywhere. */
function newRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fisher and Yates's shuffle, in place. */
function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = items[at] ?? 0;
    items[at] = items[other] ?? 0;
    items[other] = kept;
  }
}
