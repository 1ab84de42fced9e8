import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOf, hasContent, stemOf, wordsOf } from '../../src/search/words.ts';

describe('wordsOf', () => {
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
});

describe('stemOf', () => {
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
});

it("stems no word of more than 64 letters, which is nobody's", () => {
  expect(stemOf(`${'x'.repeat(63)}s`)).toBe('x'.repeat(63));
  expect(stemOf(`${'x'.repeat(64)}s`)).toBe(`${'x'.repeat(64)}s`);
});

describe('hasContent', () => {
  it.each(['', '   ', '???', 'the', 'what is it', 'help me please', '+ #', '\u0301\u0301'])(
    'finds none in %j',
    (text) => {
      expect(hasContent(text)).toBe(false);
    },
  );

  it.each(['rust', 'FTEs', 'who fixes it', '7'])('finds some in %j', (text) => {
    expect(hasContent(text)).toBe(true);
  });
});
