import fc from 'fast-check';
import { stemmer } from 'stemmer';
import { describe, expect, it } from 'vitest';
import {
  baseOf,
  isContentStem,
  isRemark,
  stemNumber,
  stemOf,
  vocabularyOf,
  withFewMarks,
  wordsOf,
} from '../../src/search/words.ts';

/** Stems as `wordsOf` can give them, with their odd ones. */
const stem = fc.stringMatching(/^[a-z0-9+#\u00e9\u4e2d]{1,6}$/);

describe('the number of a stem', () => {
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

  it('is none of an empty word', () => {
    expect(stemNumber(vocabularyOf(['a']), '')).toBeUndefined();
  });
});

describe('the words of a text', () => {
  it.each([
    ["Didn't you promise?", ['didnt', 'you', 'promise']],
    ['C/Rust drivers', ['c', 'rust', 'drivers']],
    ['linux-next, -rc1', ['linux', 'next', 'rc1']],
    ['CONFIG_RUST=y', ['config', 'rust', 'y']],
    ['R4L and RfL', ['rust', 'for', 'linux', 'and', 'rust', 'for', 'linux']],
    ['C++ or C#', ['c++', 'or', 'c#']],
    ['na\u00efve NAI\u0308VE', ['naive', 'naive']],
    ['\uff32\uff35\uff33\uff34', ['rust']],
    ['maintainer\u2019s', ['maintainers']],
    ['???', []],
    ["`code` and it's", ['code', 'and', 'its']],
    [`e${'\u0301'.repeat(1000)}x`, ['ex']],
  ])('%j holds %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are the same in ASCII alone and beside other letters', () => {
    const ascii = fc.string({ unit: fc.constantFrom(..."aB1 +#'`-_.c\n") });
    fc.assert(
      fc.property(ascii, (text) => {
        expect(wordsOf(`${text} \u00e9`)).toEqual([...wordsOf(text), 'e']);
      }),
    );
  });
});

describe('the stem of a word', () => {
  it.each([
    ['break', 'broke', 'broken', 'breaks', 'breaking', 'breakage'],
    ['write', 'wrote', 'written', 'writes', 'writing'],
    ['build', 'built', 'builds', 'building'],
    ['keep', 'kept'],
    ['maintain', 'maintains', 'maintained'],
    ['policy', 'policies'],
    ['colour', 'color', 'colours', 'coloring'],
    ['organization', 'organisation', 'organisations'],
    ['licence', 'license'],
    ['developer', 'devs'],
    ['realize', 'realise', 'realised', 'realises', 'realising', 'realisation'],
    ['favorable', 'favourable'],
  ])('brings together %s and its forms', (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  it.each([
    ['maintenance', 'mainline'],
    ['found', 'foundation'],
    ['rust', 'trust'],
    ['wise', 'wize'],
    ['hour', 'hor'],
    ['resource', 'resorce'],
    ['precisely', 'precizely'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it('starts as the base of the word does', () => {
    expect(baseOf('broke')).toBe('break');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        for (const word of wordsOf(text)) expect(stemOf(word)[0]).toBe(baseOf(word)[0]);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        expect(stemOf(word)[0]).toBe(baseOf(word)[0]);
      }),
    );
  });

  it("is Porter's, whatever a word ends in", () => {
    const ends =
      's es ies sses y ly ed eed ing ion sion e l ll al er or ic ant ent ance ou ism ful ness able ize li ti ci gi' +
      ' ational enci izer bli entli ousli ator aliti iviti logi icate ative iciti ical ement ate iti ous ive';
    const word = fc.tuple(
      fc.stringMatching(/^[a-z]{0,6}$/),
      fc.constantFrom(...ends.split(' '), ''),
      fc.constantFrom('s', ''),
    );
    fc.assert(
      fc.property(word, (parts) => {
        const written = parts.join('');
        fc.pre(baseOf(written) === written && !/is|our/.test(written));
        expect(stemOf(written)).toBe(stemmer(written));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['us', 'us'],
    ['gas', 'ga'],
    ['ays', 'ai'],
    ['ties', 'ti'],
    ['class', 'class'],
    ['classes', 'class'],
  ])('is of %j, whose end is like a plural, %j', (word, stemmed) => {
    expect(stemOf(word)).toBe(stemmed);
  });

  it('is the word itself where that has more than 64 letters', () => {
    expect(stemOf(`${'x'.repeat(63)}s`)).toBe('x'.repeat(63));
    expect(stemOf(`${'x'.repeat(64)}s`)).toBe(`${'x'.repeat(64)}s`);
  });
});

describe('content', () => {
  const words = (text: string) => wordsOf(text).filter((word) => isContentStem(stemOf(word)));

  it.each(['', '???', 'the', 'what is it', 'help me please', '+ #', '\u0301\u0301'])(
    'finds none in %j',
    (text) => {
      expect(words(text)).toEqual([]);
    },
  );

  it.each(['rust', 'FTEs', 'who fixes it', '7'])('finds some in %j', (text) => {
    expect(words(text)).not.toEqual([]);
  });
});

it('leaves a letter thirty marks, and letters all of theirs', () => {
  const marks = (count: number) => '\u0301'.repeat(count);
  expect(withFewMarks(`e${marks(30)}x`)).toBe(`e${marks(30)}x`);
  expect(withFewMarks(`e${marks(1000)}x`)).toBe(`e${marks(30)}x`);
  expect(withFewMarks(`${'e'.repeat(40)}${marks(2)}`)).toBe(`${'e'.repeat(40)}${marks(2)}`);
});

it('takes twelve words for a remark, as few questions have so many', () => {
  expect(isRemark(Array.from({ length: 11 }))).toBe(false);
  expect(isRemark(Array.from({ length: 12 }))).toBe(true);
});
