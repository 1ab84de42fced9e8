import { byteLists, startsOf } from './bm25.ts';
import {
  encodeRow,
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
  /** Holds weights small. With 0.002 typed questions are a third of a point down, and tables are smaller. */
  decay: 0.0015,
  /** Examples that hold a pair which has a row of its own; where all stems have one, 7 is 1 point worse for typed questions. */
  leastPairs: 5,
  /** Weights are averaged over the passes behind this share of them, which evens out the order of the examples. */
  averageFrom: 0.5,
  biasStep: 0.01,
  /** A slope that is smaller teaches nothing: this is so for most classes, and skipping them saves most of the time. */
  leastSlope: 1e-3,
  /** Weights of a row that are so near to each other count as one: they are stored as none. */
  near: 0.5,
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
  { stemCount, native }: Pick<LinearModel, 'stemCount' | 'native'>,
): LinearModel {
  const texts = examples.map(({ words }) => words.map(({ number }) => number));
  const pairs = frequentPairs(texts);
  const lesson = lessonOf(examples, { stemCount, pairs, native });
  const state = newState(stemCount + 1 + pairs.length, targets.length);
  const order = examples.flatMap(({ repeats }, at) => Array<number>(repeats).fill(at));
  let seed: number = TRAINING.seed;
  for (let epoch = 0; epoch < TRAINING.epochs; epoch += 1) {
    seed = shuffle(order, seed);
    for (const example of order) learn(state, lesson, example);
    if (epoch >= TRAINING.epochs * TRAINING.averageFrom) addTo(state.sums, state.weights);
  }
  return { targets, stemCount, pairs, native, ...coded(state) };
}

/** The keys of the pairs that several texts hold. */
function frequentPairs(texts: readonly (readonly number[])[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const text of texts)
    for (const key of new Set(pairKeys(text))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= TRAINING.leastPairs);
  return Uint32Array.from(frequent, ([key]) => key).sort();
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

/** The averaged weights in rows, less each row's usual one, so that most are zero: to take it from all changes nothing. */
function coded({ sums, biases }: State) {
  const classCount = biases.length;
  const count = TRAINING.epochs - Math.ceil(TRAINING.epochs * TRAINING.averageFrom);
  const lists = Array.from({ length: sums.length / classCount }, (_, row) => {
    const own = sums.subarray(row * classCount, (row + 1) * classCount);
    const averages = Array.from(own, (sum) => sum / count);
    const usual = usualOf(averages);
    return encodeRow(averages.map((weight) => weight - usual));
  });
  return { rows: byteLists(lists), biases: [...biases] };
}

/** The middle of where most numbers are near each other. */
function usualOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  let [most, usual] = [0, 0];
  for (const [at, lowest] of sorted.entries()) {
    const near = sorted.slice(at).filter((number) => number < lowest + TRAINING.near);
    if (near.length > most) [most, usual] = [near.length, (lowest + (near.at(-1) ?? 0)) / 2];
  }
  return usual;
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0);
}

/**
 * Fisher and Yates's shuffle, in place, by Knuth's linear congruential generator, which is good enough for it and the same
 * everywhere. Gives the seed for the next.
 */
function shuffle(items: number[], seed: number): number {
  let random = seed;
  for (let at = items.length - 1; at > 0; at -= 1) {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((random / 2 ** 32) * (at + 1));
    [items[at], items[other]] = [items[other] ?? 0, items[at] ?? 0];
  }
  return random;
}
