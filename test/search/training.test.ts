import { describe, expect, it } from 'vitest';
import { bitSet } from '../../src/search/bm25.ts';
import {
  classProbabilities,
  type LinearModel,
  pairKeys,
  probabilities,
  weightsOf,
} from '../../src/search/linear-model.ts';
import { train } from '../../src/search/training.ts';

const STEMS = ['break', 'build', 'company', 'pay', 'who'];
/** Words that one example alone holds. */
const FOREIGN = ['glass', 'houses', 'rent', 'gentoo', 'of'];
const wordsOf = (text: string) =>
  text.split(' ').map((word) => ({ number: [...STEMS, ...FOREIGN].indexOf(word), isContent: true }));
const example = (text: string, classNumber: number, repeats = 1) => ({
  words: wordsOf(text),
  classNumber,
  repeats,
});

const EXAMPLES = [
  ...['who break build', 'break build', 'build break who'].map((text) => example(text, 0)),
  ...['who pay', 'company pay', 'pay company who'].map((text) => example(text, 1)),
  ...['who pay rent', 'break glass', 'who build houses'].map((text) => example(text, 2)),
];
const trained = (examples = EXAMPLES, classCount = 3) =>
  train(examples, [...Array(classCount).keys()], {
    stemCount: STEMS.length + FOREIGN.length,
    native: bitSet(STEMS.map(() => true)),
  });
const probable = (model: LinearModel, text: string) =>
  probabilities(model, classProbabilities(model, wordsOf(text)));

describe('a trained model', () => {
  it('knows its examples again', () => {
    const model = trained();
    for (const { words, classNumber } of EXAMPLES) {
      const found = probabilities(model, classProbabilities(model, words));
      expect(found.indexOf(Math.max(...found))).toBe(classNumber);
    }
  });

  it('gives probabilities that sum to one', () => {
    const found = probable(trained(), 'who pay break');
    expect(found.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });

  it('doubts what holds foreign words, whatever they are', () => {
    const model = trained();
    const doubt = probable(model, 'break build')[2] ?? 1;
    expect(probable(model, 'break build of gentoo')[2]).toBeGreaterThan(doubt);
  });

  it.each([
    [1, 1],
    [3, 1],
    [1, 4],
  ])('gives two classes that share a text %i to %i their shares of it', (first, second) => {
    const model = trained([example('who pay', 0, first), example('who pay', 1, second)], 2);
    expect(Math.abs((probable(model, 'who pay')[0] ?? 0) - first / (first + second))).toBeLessThan(0.1);
  });

  it('prefers the class that has more examples where a text says nothing', () => {
    const [most = 0, least = 0] = probable(trained([example('pay', 0, 9), example('build', 1)], 2), 'gentoo');
    expect(most).toBeGreaterThan(least);
  });

  it('gives all classes the same where it has seen nothing', () => {
    expect(probable(trained([], 4), 'who')).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('has a row for each stem, one for foreign words, and one for each pair', () => {
    const model = trained([...EXAMPLES, ...Array(5).fill(example('break build', 0))]);
    expect(model.pairs).toHaveLength(1);
    expect(model.rows.bytes.filter((byte) => byte === 0)).toHaveLength(model.stemCount + 1 + 1);
  });

  it('knows the pairs of neighbours that at least five examples hold, ascending', () => {
    const [breaks = -1, build = -1, , pay = -1, who = -1] = [...STEMS.keys()];
    const model = trained([
      ...['who break build', 'break build', 'pay break build'].map((text) => example(text, 0)),
      ...Array(2).fill(example('break build', 0)),
      ...Array(4).fill(example('who pay', 1)),
      example('who pay pay', 1),
      ...['build who build who', ...Array(3).fill('build who')].map((text) => example(text, 2)),
    ]);
    const keyOf = (...pair: number[]) => pairKeys(pair)[0];
    expect([...model.pairs]).toEqual([keyOf(breaks, build), keyOf(who, pay)]);
  });

  it('is the same from the same examples, to the byte, on any machine', () => {
    const model = trained([...EXAMPLES, ...Array(6).fill(example('break build', 0))]);
    expect([...model.pairs]).toEqual([1]);
    const rows = Array.from({ length: model.stemCount + 2 }, (_, row) => weightsOf(model, row));
    expect(rows.map((row) => row.map(([k, weight]) => `${k}: ${weight}`).join(', '))).toMatchInlineSnapshot(`
      [
        "0: 3, 2: 1",
        "0: 3, 2: 1",
        "1: 3",
        "1: 4, 2: 1",
        "1: 1",
        "2: 2",
        "2: 2",
        "0: 1, 2: 3.5",
        "",
        "",
        "2: 3.5",
        "0: 2.5",
      ]
    `);
    expect(model.biases.map((number) => number.toFixed(9))).toMatchInlineSnapshot(`
      [
        "-0.008406895",
        "0.017622161",
        "-0.009215266",
      ]
    `);
  });
});
