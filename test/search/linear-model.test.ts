import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitSet, byteLists } from '../../src/search/bm25.ts';
import {
  classProbabilities,
  encodeRow,
  featuresOf,
  type LinearModel,
  pairKeys,
  probabilities,
  softmax,
  weightFor,
  weightsOf,
} from '../../src/search/linear-model.ts';

const [BREAK, BUILD, PAY] = [0, 1, 2];
const STEM_COUNT = 3;
const FOREIGN_ROW = STEM_COUNT;
const PAIR_ROW = STEM_COUNT + 1;
const [PAIR = -1] = pairKeys([BREAK, BUILD]);

const known = (number: number) => ({ number, isContent: true });
const unknown = { number: undefined, isContent: false };
const foreign = { number: undefined, isContent: true };

/** All stems that are looked up here are native. */
const native = bitSet(Array(30).fill(true));

/** Rows and values of a text, where the model knows one pair. */
function features(...words: Parameters<typeof featuresOf>[0]) {
  const found = featuresOf(words, {
    stemCount: STEM_COUNT,
    pairs: Uint32Array.of(PAIR),
    native,
  });
  return Object.fromEntries(Array.from(found, ([row, value]) => [row, Number(value.toFixed(2))]));
}

describe('the features of a text', () => {
  it('are its stems and the pairs that the model knows, and how many words are foreign', () => {
    expect(features(known(BREAK), known(BUILD))).toEqual({
      [BREAK]: 0.71,
      [BUILD]: 0.71,
      [PAIR_ROW]: 1,
      [FOREIGN_ROW]: 0,
    });
  });

  it('hold no pair the other way round, and none over a word that is not known', () => {
    expect(features(known(BUILD), known(BREAK))).not.toHaveProperty([PAIR_ROW]);
    expect(features(known(BREAK), unknown, known(BUILD))).not.toHaveProperty([PAIR_ROW]);
  });

  it('count each for less beside words and pairs that are not known', () => {
    expect(features(known(PAY), unknown, unknown, unknown)[PAY]).toBe(0.5);
    expect(features(known(BREAK), known(BUILD), known(PAY), known(PAY), known(PAY))[PAIR_ROW]).toBe(0.5);
  });

  it('count a word said twice double, and said oftener no more', () => {
    expect([1, 2, 3].map((count) => features(...Array(count).fill(known(PAY)))[PAY])).toEqual([1, 2, 2]);
  });

  it('take a known word for foreign that is not native, but no stop word', () => {
    const other = { number: 99, isContent: true };
    expect(features(known(BREAK), other)[FOREIGN_ROW]).toBe(1);
    expect(features({ ...other, isContent: false })[FOREIGN_ROW]).toBe(0);
  });

  it('count foreign words up to two', () => {
    expect([0, 1, 2, 3].map((count) => features(...Array(count).fill(foreign))[FOREIGN_ROW])).toEqual([
      0, 1, 2, 2,
    ]);
  });
});

it('numbers pairs so that no two share a number', () => {
  expect(pairKeys([1, 2])).toEqual([65_538]);
  expect(pairKeys([0, 65_535, 0])).toEqual([65_535, 65_535 * 65_536]);
});

describe('a row of weights', () => {
  const stored = (...weights: number[]) => {
    const found = new Map(weightsOf({ ...model, rows: byteLists([encodeRow(weights)]) }, 0));
    return weights.map((_, k) => found.get(k) ?? 0);
  };

  it('keeps each within half a step, however many small ones stand between', () => {
    const size = fc.double({ min: -7.5, max: 7.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(size), fc.nat({ max: 50 }), (weights, small) => {
        const row = [...Array<number>(small).fill(0.1), ...weights];
        stored(...row).forEach((weight, k) => {
          expect(Math.abs(weight - (row[k] ?? 0))).toBeLessThanOrEqual(0.25);
        });
      }),
    );
  });

  it('cuts what is very large, and leaves out what is very small', () => {
    expect(stored(40, -40, 0.2, -0.2)).toEqual([7.5, -7.5, 0, 0]);
  });

  it('takes a byte for each weight that is no small one, and for eight classes without one', () => {
    expect(encodeRow([0, 5, 0, 0, -5])).toEqual([(1 << 5) | 26, (2 << 5) | 6]);
    expect(encodeRow(Array(34).fill(0))).toHaveLength(4);
  });
});

/** Two classes; a row for each of three stems, for foreign words and for a pair. */
const model: LinearModel = {
  targets: [0, 1],
  stemCount: STEM_COUNT,
  native,
  pairs: Uint32Array.of(PAIR),
  rows: byteLists(
    [
      [5, 0],
      [0, 0],
      [0, 5],
      [5, -5],
      [-5, 0],
    ].map(encodeRow),
  ),
  biases: [0, 1],
};

describe('a model', () => {
  it('gives each class the share of its bias and of what the text says for it', () => {
    const share = (first: number, second: number) => Math.exp(first) / (Math.exp(first) + Math.exp(second));
    const first = (...words: Parameters<typeof classProbabilities>[1]) =>
      probabilities(model, classProbabilities(model, words))[0];
    expect(first()).toBeCloseTo(share(0, 1), 12);
    expect(first(known(BREAK))).toBeCloseTo(share(5, 1), 12);
    expect(first(known(PAY))).toBeCloseTo(share(0, 1 + 5), 12);
    expect(first(foreign)).toBeCloseTo(share(5, 1 - 5), 12);
    expect(first(known(BREAK), known(BUILD))).toBeCloseTo(share(5 / Math.SQRT2 - 5, 1), 12);
  });

  it('gives a target the shares of all its classes, and the weight of the class for which a row speaks most', () => {
    const aspects = { ...model, targets: [0, 0] };
    expect(probabilities(aspects, classProbabilities(aspects, [known(BREAK)]))).toEqual([1]);
    expect([BREAK, PAY].map((row) => weightFor(aspects, row, 0))).toEqual([5, 5]);
    expect([BREAK, PAY].map((row) => weightFor(model, row, 1))).toEqual([0, 5]);
  });

  it('finds each of its pairs, and no other', () => {
    const pairs = Uint32Array.of(1, 5, 9, 12);
    const rows = byteLists([...Array<number[]>(21).fill([]), ...Array<number[]>(4).fill(encodeRow([5, 0]))]);
    const large = { ...model, stemCount: 20, pairs, rows };
    const speaks = Array.from({ length: 15 }, (_, second) => second).filter(
      (second) => (probabilities(large, classProbabilities(large, [known(0), known(second)]))[0] ?? 0) > 0.5,
    );
    expect(speaks).toEqual([1, 5, 9, 12]);
  });
});

describe('scores as probabilities', () => {
  it('shares one out by the exponents', () => {
    expect(softmax([0, 0])).toEqual([0.5, 0.5]);
    expect(softmax([Math.log(3), 0])[0]).toBeCloseTo(0.75, 12);
  });

  it('takes scores of any size', () => {
    expect(softmax([1000, 0])).toEqual([1, 0]);
    expect(softmax([-1000, -1000])).toEqual([0.5, 0.5]);
  });
});
