import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeAscii, changesInAscii, isAscii, kept, onScreen, written } from '../../src/render/ascii.ts';
import typedSigns from '../../src/render/typed-signs.json' with { type: 'json' };
import { anyText } from '../any-text.ts';

const toAscii = (text: string) => kept(text, 'ascii');

describe('a text in ASCII', () => {
  it.each([
    ['a dash', 'kernel — it would', 'kernel -- it would'],
    ['a range', 'slides 45–85', 'slides 45--85'],
    ['a minus and a no-break hyphen', '−1, x‑y', '-1, x-y'],
    ['curly quotes', '“stage 1”, it’s ‘so’', "\"stage 1\", it's 'so'"],
    ['angle quotes', '«a» ‹b›', '<<a>> <b>'],
    ['an ellipsis', 'and so on…', 'and so on...'],
    ['no-break blanks', 'a\u00a0b\u202fc', 'a b c'],
    ['bullets and arrows', '• a → b', '* a -> b'],
    ['comparisons', '≤ ≥ ≠ ≈', '<= >= != ~'],
    ['accents, composed or not', 'Björn Bjo\u0308rn Özkan Jiří', 'Bjorn Bjorn Ozkan Jiri'],
    ['letters without a decomposition', 'Øystein Łukasz straße Þór æ', 'Oystein Lukasz strasse Thor ae'],
    ['ligatures, fractions, superscripts', 'ﬁx ½ x²', 'fix 1/2 x2'],
    ['full-width forms', 'Ａ！', 'A!'],
    ['trade marks', '™ ® ©', 'TM (R) (C)'],
    ['what has no width', 'a\u200bb\u00adc\ufeff', 'abc'],
    ['line and paragraph separators', 'a\u2028b\u2029c\u0085d', 'a b c d'],
    ['other scripts, named', '中 λ', '<U+4E2D> <U+03BB>'],
    ['a vowel sign of another script, named', 'कि', '<U+0915><U+093F>'],
    ['pictures, named', '😀', '<U+1F600>'],
    ['escape codes, named', '\x1b[31mred\x07', '<U+001B>[31mred<U+0007>'],
    ['what turns text round, named', 'a\u202eb', 'a<U+202E>b'],
  ])('types %s', (_, text, typed) => {
    expect(toAscii(text)).toBe(typed);
  });

  it('leaves ASCII, tabs and line ends as they are', () => {
    const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
    expect(toAscii(`${ascii}\t\n`)).toBe(`${ascii}\t\n`);
  });

  it('types each sign that it knows as it says, in ASCII', () => {
    const signs = Object.entries(typedSigns).flatMap(([typed, signs]) =>
      [...signs].map((sign) => ({ sign, typed })),
    );
    const odd = signs.filter(({ sign, typed }) => toAscii(sign) !== typed || !isAscii(typed));
    expect(odd).toEqual([]);
  });

  it('gives ASCII without control characters for any text, and the same when done twice', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const once = toAscii(text);
        expect(once).toMatch(/^[\t\n\x20-\x7e]*$/);
        expect(toAscii(once)).toBe(once);
      }),
    );
  });
});

it.each([
  ['e\u0301 — ½ a', true],
  ['', true],
  ['a λ', false],
  ['中', false],
])('tells whether %j can be typed without a name of a character: %s', (text, can) => {
  expect(canBeAscii(text)).toBe(can);
});

it('tells what it changes, each once, and what shows nothing by its name', () => {
  expect(changesInAscii('\u00fc\u00fc \u2014 \u10d0\ufe00\u200b a')).toEqual([
    '\u00fc as u',
    '\u2014 as --',
    '\u10d0 as <U+10D0>',
    '<U+FE00> as <U+FE00>',
    '<U+200B> as nothing',
  ]);
});

describe('text of the policy where letters are kept', () => {
  it.each([
    [
      'signs are folded',
      'kernel \u2014 \u201cit\u2019s\u201d\u2026 \u2264 \u00bd',
      'kernel -- "it\'s"... <= 1/2',
    ],
    [
      'letters of any script are not',
      'Gr\u00fc\u00dfe \u8def\u6587 \u03bb e\u0301 \u0915\u093f \u00c6',
      'Gr\u00fc\u00dfe \u8def\u6587 \u03bb e\u0301 \u0915\u093f \u00c6',
    ],
    ['signs among ideographs are not', '\u8def\u3002\uff0c\u300c', '\u8def\u3002\uff0c\u300c'],
    ['pictures are not', '\u2764 \u{1f600}', '\u2764 \u{1f600}'],
    ['escape codes are named', '\x1b[31m', '<U+001B>[31m'],
  ])('%s', (_, text, expected) => {
    expect(written(text, 'letters')).toBe(expected);
    expect(kept('\u2014', 'letters')).toBe('\u2014');
  });
});

describe('text on a terminal', () => {
  it('has its signs as they are typed where the locale lacks them, and letters as they are', () => {
    expect(onScreen('“é” — 中', false)).toBe('"é" -- 中');
    expect(onScreen('“é” —', true)).toBe('“é” —');
  });

  it.each([true, false])('drives nothing and hides nothing, with UTF-8 %s', (isUtf8) => {
    expect(onScreen('a\u001b[2J\u200bb', isUtf8)).toBe('a<U+001B>[2J<U+200B>b');
  });
});
