import { describe, expect, it } from 'vitest';
import { bitSet } from '../../src/search/bm25.ts';
import {
  bytesPerRow,
  classProbabilities,
  type LinearModel,
  pairKeys,
  probabilities,
  weightAt,
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
  train(examples, [...Array(classCount).keys()], bitSet(STEMS.map(() => true)));
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
    expect(probable(model, 'who pay')[0]).toBeCloseTo(first / (first + second), 1);
  });

  it('prefers the class that has more examples where a text says nothing', () => {
    const [most = 0, least = 0] = probable(trained([example('pay', 0, 9), example('build', 1)], 2), 'gentoo');
    expect(most).toBeGreaterThan(least);
  });

  it('gives all classes the same where it has seen nothing', () => {
    expect(probable(trained([], 4), 'who')).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('has a row for each stem, one for foreign words, and one for each pair, on the scale of its largest weight', () => {
    const model = trained([example('break build', 0, 1), ...EXAMPLES, example('who break build', 0)]);
    const rows = STEMS.length + 1 + model.pairs.length;
    expect(model.weights).toHaveLength(rows * bytesPerRow(3));
    const weights = Array.from({ length: rows }, (_, row) => [0, 1, 2].map((k) => weightAt(model, row, k)));
    expect(Math.max(...weights.flat().map(Math.abs))).toBeCloseTo(model.scale, 12);
  });

  it('knows the pairs of neighbours that at least seven examples hold, ascending', () => {
    const [breaks, build, , pay, who] = [...STEMS.keys()];
    const model = trained([
      ...['who break build', 'break build', 'pay break build'].map((text) => example(text, 0)),
      ...Array(4)
        .fill('break build')
        .map((text) => example(text, 0)),
      ...Array(6)
        .fill('who pay')
        .map((text) => example(text, 1)),
      example('who pay pay', 1),
      ...['build who build who', ...Array(5).fill('build who')].map((text) => example(text, 2)),
    ]);
    expect([...model.pairs]).toEqual(
      pairKeys([breaks ?? 0, build ?? 0]).concat(pairKeys([who ?? 0, pay ?? 0])),
    );
  });

  it('is the same from the same examples, to the byte, on any machine', () => {
    const { pairs, weights, scale, biases } = trained([
      ...EXAMPLES,
      ...Array(6).fill(example('break build', 0)),
    ]);
    const rows = Buffer.from(weights).toString('hex').match(/.{4}/g);
    expect([...pairs]).toEqual([1]);
    expect(rows).toMatchInlineSnapshot(`
      [
        "2d84",
        "2d84",
        "e382",
        "e183",
        "9585",
        "128f",
        "3d82",
      ]
    `);
    expect([scale, ...biases].map((number) => number.toFixed(9))).toMatchInlineSnapshot(`
      [
        "2.330587712",
        "-0.013120949",
        "0.013715265",
        "-0.000594316",
      ]
    `);
  });
});
