import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWeight, type LinearModel, probabilities, weightAt } from '../../src/search/linear-model.ts';
import { train } from '../../src/search/training.ts';

const STEMS = ['break', 'build', 'company', 'pay', 'who'];
const wordsOf = (text: string) =>
  text.split(' ').map((word) => {
    const stem = STEMS.indexOf(word);
    return { stem: stem < 0 ? undefined : stem, isForeign: stem < 0 };
  });
const example = (text: string, classNumber: number) => ({ words: wordsOf(text), classNumber, repeats: 1 });

const EXAMPLES = [
  ...['who break build', 'break build', 'build break who'].map((text) => example(text, 0)),
  ...['who pay', 'company pay', 'pay company who'].map((text) => example(text, 1)),
  ...['who pay rent', 'break glass', 'who build houses'].map((text) => example(text, 2)),
];
const model: LinearModel = train(EXAMPLES, STEMS.length, 3);
const probable = (text: string) => probabilities(model, wordsOf(text), STEMS.length);

describe('a trained model', () => {
  it('knows its examples again', () => {
    for (const { words, classNumber } of EXAMPLES) {
      const found = probabilities(model, words, STEMS.length);
      expect(found.indexOf(Math.max(...found))).toBe(classNumber);
    }
  });

  it('gives probabilities that sum to one', () => {
    expect(probable('who pay break').reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });

  it('doubts what holds foreign words, whatever they are', () => {
    expect(probable('break build of gentoo')[2]).toBeGreaterThan(probable('break build')[2] ?? 1);
  });

  it('is the same from the same examples', () => {
    expect(train(EXAMPLES, STEMS.length, 3)).toEqual(model);
  });
});

describe('a weight in four bits', () => {
  it('keeps its sign and, within a step, its size', () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (weight) => {
        const code = encodeWeight(weight, 4);
        expect(code).toBeGreaterThanOrEqual(1);
        expect(code).toBeLessThanOrEqual(15);
        const stored = weightAt({ ...model, classCount: 1, weights: Uint8Array.of(code), scale: 4 }, 0, 0);
        expect(Math.abs(Math.sqrt(Math.abs(stored)) - Math.sqrt(Math.abs(weight)))).toBeLessThan(0.15);
        expect(Math.sign(stored) * Math.sign(weight)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
