import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  characterName,
  codePoint,
  invisibleIn,
  withInvisibleNamed,
  withoutInvisible,
} from '../../src/markdown/invisible.ts';
import { anyCharacter } from '../any-text.ts';

describe('a text without invisible characters', () => {
  it.each([
    ['an escape sequence', 'a\u001b[31mb', 'a[31mb'],
    ['a C1 control', 'a\u009b31mb', 'a31mb'],
    ['NUL, backspace, bell and DEL', 'a\0\b\u0007\u007fb', 'ab'],
    ['bidi controls', '\u202Eexe\u202C \u2066x\u2069\u200F\u061C', 'exe x'],
    ['zero-width blanks and marks', 'pass\u200Bword\uFEFF\u2060', 'password'],
    ['joiners between Latin letters', 'pass\u200Dwo\u200Crd', 'password'],
    ['soft hyphens', 'pass\u00ADword', 'password'],
    ['tag characters, which spell hidden text', 'a\u{E0061}\u{E0062}', 'a'],
    ['Hangul fillers, which look like blanks', 'a\u3164b', 'ab'],
    [
      'variation selectors behind what takes none, which hide text',
      'a\uFE0F\u4E2D\uFE0F\u{E0100}',
      'a\u4E2D',
    ],
    [
      'variation selectors in a row',
      '\u2764\uFE0F\uFE0F\u4E2D\u{E0100}\u{E0101}',
      '\u2764\uFE0F\u4E2D\u{E0100}',
    ],
  ])('lacks %s', (_, text, shown) => {
    expect(withoutInvisible(text)).toBe(shown);
  });

  it.each([
    ['line ends and tabs', 'a\n\tb'],
    [
      'an emoji of several',
      '\u{1F469}\u200D\u{1F4BB} \u{1F3F3}\uFE0F\u200D\u{1F308} \u{1F468}\u{1F3FD}\u200D\u2695\uFE0F',
    ],
    ['a sign shown as emoji, and a key', '\u2764\uFE0F 1\uFE0F\u20E3'],
    ['the shapes of ideographs and Mongolian letters', '\u845B\u{E0100} \uFA00\u4E2D\uFE00 \u1820\u180B'],
    ['a Persian word with a non-joiner', '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'],
    ['a Sinhala word with a joiner', '\u0DC1\u0DCA\u200D\u0DBB\u0DD3'],
    [
      'accents, Arabic, Hebrew and Thai',
      'e\u0301 \u0639\u0631\u0628\u064A \u05E9\u05DC\u05D5\u05DD \u0E44\u0E17\u0E22',
    ],
  ])('keeps %s', (_, text) => {
    expect(withoutInvisible(text)).toBe(text);
  });

  it('makes a blank of the line ends that are not ours', () => {
    expect(withoutInvisible('a\u2028b\u0085c\fd')).toBe('a b c d');
  });

  it('holds none', () => {
    const nasty = fc.constantFrom(
      'a',
      ' ',
      '\u200D',
      '\u200C',
      '\uFE0F',
      '\u{1F469}',
      '\u0645',
      '\u0DCA',
      '\u202E',
      '\u001b',
    );
    const text = fc.string({ unit: fc.oneof(nasty, anyCharacter) });
    fc.assert(
      fc.property(text, (given) => {
        expect(invisibleIn(withoutInvisible(given))).toEqual([]);
      }),
    );
  });
});

it('lists invisible characters in order, but for those that spelling needs', () => {
  expect(invisibleIn('a\u202Eb\n\u2764\uFE0F\u200B\u202E')).toEqual(['\u202E', '\u200B', '\u202E']);
});

it('names invisible characters, and keeps letters of all scripts', () => {
  expect(withInvisibleNamed('中 é \x1b\u202e')).toBe('中 é <U+001B><U+202E>');
});

it('names a character by its code point', () => {
  expect(['\n', 'é', '\u{1F469}'].map(codePoint)).toEqual(['U+000A', 'U+00E9', 'U+1F469']);
  expect(characterName('中')).toBe('<U+4E2D>');
});

it('leaves the tags in the flags of England, Scotland and Wales, and no others', () => {
  const tags = (name: string) =>
    [...name].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
  const flag = (name: string) => `\u{1f3f4}${tags(name)}\u{e007f}`;
  const flags = `${flag('gbwls')} Wales, ${flag('gbeng')}${flag('gbsct')}`;
  expect(withoutInvisible(flags)).toBe(flags);
  expect(withoutInvisible(`${flag('gbnir')} a${tags('gbwls')}`)).toBe('\u{1f3f4} a');
  expect(withoutInvisible(`\u{1f3f4}${tags('gbwls')} secret`)).toBe('\u{1f3f4} secret');
  expect(withoutInvisible(`${flag('gbwls')}${tags('gbwls secret')}`)).toBe(flag('gbwls'));
});
