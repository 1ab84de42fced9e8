import { startsOf } from './bm25.ts';
import {
  bytesPerRow,
  encodeWeight,
  featuresOf,
  type LinearModel,
  type ModelWord,
  pairKeys,
  softmax,
} from './linear-model.ts';

const TRAINING = Object.freeze({
  /** Passes over the examples; more changes nothing beyond chance. */
  epochs: 15,
  /** AdaGrad's step. Plain gradient descent was 3 points worse, as it neglects rare words. */
  step: 0.5,
  /** Holds weights small; 0.0003 to 0.003 measure alike. */
  decay: 0.002,
  /**
   * Examples that hold a stem, and a pair, which has a row of its own. The tables have to be small: with 2 and 8 they are as
   * large, but pairs tell more than rare stems. Real remarks are refused in 9 instead of 12 % where 15 % of those without
   * an answer are answered. Of few examples, twice is not rare.
   */
  leastStems: { few: 2, many: 3 },
  manyExamples: 10_000,
  leastPairs: 7,
  /** Weights are averaged over the passes behind this share of them, which evens out the order of the examples. */
  averageFrom: 0.5,
  biasStep: 0.01,
  /** A slope that is smaller teaches nothing: this is so for most classes, and skipping them saves most of the time. */
  leastSlope: 1e-3,
  seed: 1,
});

/** A text, its class, and how many times it is shown in a pass. */
export interface Example {
  readonly words: readonly (ModelWord & { readonly number: number })[];
  readonly classNumber: number;
  readonly repeats: number;
}

/**
 * Trains a classifier by stochastic gradient descent with AdaGrad steps (Duchi et al. 2011), always the same from the same
 * examples; `targets` says for which target each class speaks. A build's work, not a run's: some seconds for 20,000 examples.
 */
export function train(
  examples: readonly Example[],
  targets: readonly number[],
  native: LinearModel['native'],
): LinearModel {
  const texts = examples.map(({ words }) => words.map(({ number }) => number));
  const { leastStems, manyExamples } = TRAINING;
  const stems = heldByMany(texts, examples.length < manyExamples ? leastStems.few : leastStems.many);
  const pairs = heldByMany(texts.map(pairKeys), TRAINING.leastPairs);
  const lesson = lessonOf(examples, { stems, pairs, native });
  const state = newState(stems.length + 1 + pairs.length, targets.length);
  const order = examples.flatMap(({ repeats }, at) => Array<number>(repeats).fill(at));
  const random = newRandom(TRAINING.seed);
  for (let epoch = 0; epoch < TRAINING.epochs; epoch += 1) {
    shuffle(order, random);
    for (const example of order) learn(state, lesson, example);
    if (epoch >= TRAINING.epochs * TRAINING.averageFrom) addTo(state.sums, state.weights);
  }
  return { targets, stems, pairs, native, ...quantized(state) };
}

/** The numbers that at least so many of some texts hold, ascending. */
function heldByMany(texts: readonly (readonly number[])[], least: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const text of texts)
    for (const number of new Set(text)) counts.set(number, (counts.get(number) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= least);
  return Uint32Array.from(frequent, ([number]) => number).sort();
}

type Lesson = ReturnType<typeof lessonOf>;

/** All examples' rows and values in a row, as loops over plain objects take most of a build. */
function lessonOf(examples: readonly Example[], model: Parameters<typeof featuresOf>[1]) {
  const features = examples.map(({ words }) => featuresOf(words, model));
  return {
    starts: startsOf(Uint32Array.from(features, ({ size }) => size)),
    rows: Uint32Array.from(features.flatMap((each) => [...each.keys()])),
    values: Float64Array.from(features.flatMap((each) => [...each.values()])),
    classes: Uint8Array.from(examples, ({ classNumber }) => classNumber),
  };
}

type State = ReturnType<typeof newState>;

function newState(rowCount: number, classCount: number) {
  const size = rowCount * classCount;
  return {
    weights: new Float64Array(size),
    /** Sums of squared gradients. */
    squares: new Float64Array(size).fill(1e-6),
    /** Sums of the weights after each of the last epochs. */
    sums: new Float64Array(size),
    biases: new Float64Array(classCount),
    /** Room for the scores of one example, then its probabilities, then its slopes. */
    scores: new Float64Array(classCount),
    /** Room for the classes that it teaches something of. */
    taught: new Uint8Array(classCount),
  };
}

/** One step down the gradient of an example's cross-entropy. */
function learn({ weights, squares, biases, scores, taught }: State, lesson: Lesson, example: number): void {
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
  softmax(scores);
  let taughtCount = 0;
  for (let k = 0; k < classCount; k += 1) {
    const slope = (scores[k] ?? 0) - (k === lesson.classes[example] ? 1 : 0);
    biases[k] = (biases[k] ?? 0) - TRAINING.biasStep * slope;
    scores[k] = slope;
    if (Math.abs(slope) >= TRAINING.leastSlope) taught[taughtCount++] = k;
  }
  for (let at = start; at < end; at += 1) {
    const row = (rows[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let place = 0; place < taughtCount; place += 1) {
      const k = taught[place] ?? 0;
      const weight = weights[row + k] ?? 0;
      const gradient = (scores[k] ?? 0) * value + TRAINING.decay * weight;
      const square = (squares[row + k] ?? 0) + gradient * gradient;
      squares[row + k] = square;
      weights[row + k] = weight - (TRAINING.step * gradient) / Math.sqrt(square);
    }
  }
}

/** The averaged weights in four bits each. */
function quantized({ sums, biases }: State) {
  const classCount = biases.length;
  const count = TRAINING.epochs - Math.ceil(TRAINING.epochs * TRAINING.averageFrom);
  const averages = sums.map((sum) => sum / count);
  const scale = averages.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const width = bytesPerRow(classCount);
  const weights = Uint8Array.from({ length: (averages.length / classCount) * width }, (_, at) => {
    const k = 2 * (at % width);
    const first = Math.floor(at / width) * classCount + k;
    const second = k + 1 < classCount ? averages[first + 1] : 0;
    return encodeWeight(averages[first] ?? 0, scale) | (encodeWeight(second ?? 0, scale) << 4);
  });
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
