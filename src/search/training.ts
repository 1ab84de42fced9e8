import {
  bytesPerRow,
  encodeWeight,
  type Features,
  featuresOf,
  type LinearModel,
  type ModelWord,
  pairKey,
  softmax,
} from './linear-model.ts';

const TRAINING = Object.freeze({
  /** Passes over the examples; more changes nothing beyond chance. */
  epochs: 15,
  /** AdaGrad's step. Plain gradient descent was 3 points worse, as it neglects rare words. */
  step: 0.5,
  /** Holds weights small; 0.0003 to 0.003 measure alike. */
  decay: 0.002,
  /** A pair counts from this many examples; at 2 the table is a third larger and no better. */
  leastPairs: 5,
  /** Weights are averaged over the passes behind this share of them, which evens out the order of the examples. */
  averageFrom: 0.5,
  biasStep: 0.01,
  seed: 1,
});

/** A text, its class, and how many times it is shown in a pass. */
export interface Example {
  readonly words: readonly ModelWord[];
  readonly classNumber: number;
  readonly repeats: number;
}

/**
 * Trains a classifier by stochastic gradient descent with AdaGrad steps (Duchi et al. 2011), always the same from
 * the same examples. Takes some half a second for 8,000 examples: a build's work, not a run's.
 */
export function train(examples: readonly Example[], stemCount: number, classCount: number): LinearModel {
  const pairs = frequentPairs(examples);
  const places = new Map(Array.from(pairs, (key, at) => [key, at]));
  const placeOfPair = (key: number) => places.get(key);
  const features = examples.map(({ words }) => featuresOf(words, { stemCount, placeOfPair }));
  const state = newState((stemCount + 1 + pairs.length) * classCount, classCount);
  const order = examples.flatMap(({ repeats }, at) => Array<number>(repeats).fill(at));
  const random = newRandom(TRAINING.seed);
  for (let epoch = 0; epoch < TRAINING.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) learn(state, features[at], examples[at]?.classNumber ?? 0);
    if (epoch >= TRAINING.epochs * TRAINING.averageFrom) addTo(state.sums, state.weights);
  }
  return quantized(state, pairs);
}

interface State {
  readonly classCount: number;
  readonly weights: Float64Array;
  /** Sums of squared gradients. */
  readonly squares: Float64Array;
  /** Sums of the weights after each of the last epochs. */
  readonly sums: Float64Array;
  readonly biases: Float64Array;
}

function newState(size: number, classCount: number): State {
  return {
    classCount,
    weights: new Float64Array(size),
    squares: new Float64Array(size).fill(1e-6),
    sums: new Float64Array(size),
    biases: new Float64Array(classCount),
  };
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
function learn(state: State, features: Features | undefined, classNumber: number): void {
  if (features === undefined) return;
  const { classCount, weights, squares, biases } = state;
  const { rows, values } = features;
  const scores = Array.from(biases);
  rows.forEach((row, at) => {
    for (let k = 0; k < classCount; k += 1) {
      scores[k] = (scores[k] ?? 0) + (weights[row * classCount + k] ?? 0) * (values[at] ?? 0);
    }
  });
  softmax(scores).forEach((probability, k) => {
    const slope = probability - (k === classNumber ? 1 : 0);
    biases[k] = (biases[k] ?? 0) - TRAINING.biasStep * slope;
    // Nothing to learn: this is so for most classes, and skipping them saves most of the time.
    if (Math.abs(slope) < 1e-3) return;
    rows.forEach((row, at) => {
      const cell = row * classCount + k;
      const weight = weights[cell] ?? 0;
      const gradient = slope * (values[at] ?? 0) + TRAINING.decay * weight;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = weight - (TRAINING.step * gradient) / Math.sqrt(square);
    });
  });
}

function quantized({ classCount, sums, biases }: State, pairs: Uint32Array): LinearModel {
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
  return { classCount, pairs, weights, scale, biases: [...biases] };
}

function addTo(sums: Float64Array, values: Float64Array): void {
  values.forEach((value, at) => {
    sums[at] = (sums[at] ?? 0) + value;
  });
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
