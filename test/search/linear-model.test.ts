import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitSet } from '../../src/search/bm25.ts';
import {
  bytesPerRow,
  classProbabilities,
  encodeWeight,
  featuresOf,
  type LinearModel,
  pairKeys,
  probabilities,
  softmax,
  weightAt,
  weightFor,
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
    stems: Uint16Array.of(BREAK, BUILD, PAY),
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

describe('a weight in four bits', () => {
  it.each([
    ['nothing', 0, 8],
    ['all of the scale', 4, 15],
    ['all of it against', -4, 1],
    ['a quarter', 1, 12],
    ['a quarter against', -1, 4],
    ['more than the scale', 40, 15],
    ['more than the scale against', -40, 1],
  ])('holds %s', (_, weight, code) => {
    expect(encodeWeight(weight, 4)).toBe(code);
  });

  it('keeps its sign and, within a step, its size', () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (weight) => {
        const code = encodeWeight(weight, 4);
        const model = {
          targets: [0],
          stems: Uint16Array.of(0),
          native,
          pairs: Uint32Array.of(),
          weights: Uint8Array.of(code),
          scale: 4,
          biases: [0],
        };
        const stored = weightAt(model, 0, 0);
        expect(Math.abs(Math.sqrt(Math.abs(stored)) - Math.sqrt(Math.abs(weight)))).toBeLessThan(0.15);
        expect(Math.sign(stored) * Math.sign(weight)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

/** Two classes; each row is a byte: the weight for the first class in its lower half, for the second in the upper. */
const model: LinearModel = {
  targets: [0, 1],
  stems: Uint16Array.of(BREAK, BUILD, PAY),
  native,
  pairs: Uint32Array.of(PAIR),
  weights: Uint8Array.of(0x8f, 0x88, 0xf8, 0x1f, 0x81),
  scale: 2,
  biases: [0, 1],
};

describe('a model', () => {
  it('has a byte for two weights', () => {
    expect([1, 2, 3, 4].map(bytesPerRow)).toEqual([1, 1, 2, 2]);
  });

  it('says for each row and class how much the row speaks for it', () => {
    expect([0, 1].map((k) => weightAt(model, BREAK, k))).toEqual([2, 0]);
    expect([0, 1].map((k) => weightAt(model, FOREIGN_ROW, k))).toEqual([2, -2]);
    expect([0, 1].map((k) => weightAt({ ...model, targets: [0, 1, 2] }, 1, k))).toEqual([0, 2]);
    expect(weightAt({ ...model, targets: [0, 1, 2] }, 1, 2)).toBe(2);
  });

  it('gives each class the share of its bias and of what the text says for it', () => {
    const share = (first: number, second: number) => Math.exp(first) / (Math.exp(first) + Math.exp(second));
    const first = (...words: Parameters<typeof classProbabilities>[1]) =>
      probabilities(model, classProbabilities(model, words))[0];
    expect(first()).toBeCloseTo(share(0, 1), 12);
    expect(first(known(BREAK))).toBeCloseTo(share(2, 1), 12);
    expect(first(known(PAY))).toBeCloseTo(share(0, 1 + 2), 12);
    expect(first(foreign)).toBeCloseTo(share(2, 1 - 2), 12);
    expect(first(known(BREAK), known(BUILD))).toBeCloseTo(share(2 / Math.SQRT2 - 2, 1), 12);
  });

  it('gives a target the shares of all its classes, and the weight of the class for which a row speaks most', () => {
    const aspects = { ...model, targets: [0, 0] };
    expect(probabilities(aspects, classProbabilities(aspects, [known(BREAK)]))).toEqual([1]);
    expect([BREAK, PAY].map((row) => weightFor(aspects, row, 0))).toEqual([2, 2]);
    expect([BREAK, PAY].map((row) => weightFor(model, row, 1))).toEqual([0, 2]);
  });

  it('has no row for a stem that few texts hold', () => {
    const sparse = {
      ...model,
      stems: Uint16Array.of(BREAK, PAY),
      weights: Uint8Array.of(0x8f, 0xf8, 0x88, 0x88),
    };
    expect([BREAK, BUILD, PAY].map((stem) => weightFor(sparse, stem, 0))).toEqual([2, 0, 0]);
    expect([BREAK, BUILD, PAY].map((stem) => weightFor(sparse, stem, 1))).toEqual([0, 0, 2]);
  });

  it('finds each of its pairs, and no other', () => {
    const pairs = Uint32Array.from([1, 5, 9, 12], (second) => pairKeys([0, second])[0] ?? 0);
    const rows = new Uint8Array(20 + 1 + pairs.length).fill(0x88);
    rows.fill(0x8f, 21);
    const large = { ...model, stems: Uint16Array.from(Array(20).keys()), pairs, weights: rows };
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
