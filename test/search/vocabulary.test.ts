import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemNumber, vocabularyOf } from '../../src/search/vocabulary.ts';

/** Stems as `wordsOf` can give them, with their odd ones. */
const stem = fc.stringMatching(/^[a-z0-9+#\u00e9\u4e2d]{1,6}$/);

describe('stemNumber', () => {
  it('is the place of each stem in order, and of no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(stem, { maxLength: 300 }), stem, (some, other) => {
        const stems = [...some].sort();
        const vocabulary = vocabularyOf(stems);
        expect(stems.map((each) => stemNumber(vocabulary, each))).toEqual(stems.map((_, at) => at));
        expect(stemNumber(vocabulary, other)).toBe(stems.includes(other) ? stems.indexOf(other) : undefined);
      }),
    );
  });

  it('tells a stem from one that starts with it, also where a block begins', () => {
    const stems = Array.from({ length: 200 }, (_, at) => 'a'.repeat(at + 1));
    const vocabulary = vocabularyOf(stems);
    expect(stems.map((each) => stemNumber(vocabulary, each))).toEqual(stems.map((_, at) => at));
  });

  it('knows nothing in an empty vocabulary', () => {
    expect(stemNumber(vocabularyOf([]), 'a')).toBeUndefined();
  });
});
