import { expect, it } from 'vitest';
import { matcherOf } from '../../src/render/matches.ts';
import { isContentStem, stemOf, wordsOf } from '../../src/search/words.ts';

const stems = (question: string) => new Set(wordsOf(question).map(stemOf).filter(isContentStem));

const matched = (question: string, text: string) =>
  matcherOf(stems(question))({ text, marks: {} })
    .filter(({ isMatch }) => isMatch)
    .map(({ text }) => text);

it.each([
  ['who maintains it', 'A maintainer, maintained by others.', ['maintainer', 'maintained']],
  ['duplicate drivers', 'Duplicated C/Rust drivers', ['Duplicated', 'drivers']],
  ['broken builds', 'It broke — the naïve build’s driver breaks', ['broke', 'build’s', 'breaks']],
  ['what is the', 'what is the matter', []],
  ['', 'anything', []],
])('the words of "%s" in "%s"', (question, text, words) => {
  expect(matched(question, text)).toEqual(words);
});

it('keeps the text and its marks', () => {
  const pieces = matcherOf(stems('broken builds'))({ text: 'a broken, built one', marks: { em: true } });
  expect(pieces.map(({ text }) => text).join('')).toBe('a broken, built one');
  expect(pieces.every(({ marks }) => marks.em)).toBe(true);
});

const pieces = (text: string) =>
  matcherOf(stems('broken builds'))({ text, marks: {} }).map(({ text, isMatch }) => [text, isMatch]);

it.each([
  [
    'it broke, as builds do',
    [
      ['it ', false],
      ['broke', true],
      [', as ', false],
      ['builds', true],
      [' do', false],
    ],
  ],
  [
    'builds “broke”',
    [
      ['builds', true],
      [' “', false],
      ['broke', true],
      ['”', false],
    ],
  ],
  [
    'broke builds',
    [
      ['broke', true],
      [' ', false],
      ['builds', true],
    ],
  ],
  ['neither — nor', [['neither — nor', false]]],
  ['', []],
])('cuts %j only where a word matches', (text, cut) => {
  expect(pieces(text)).toEqual(cut);
});

it('leaves what is painted already whole, and all where nothing is asked', () => {
  const painted = { text: '\u001b[1mbroken\u001b[22m', marks: { painted: true } } as const;
  expect(matcherOf(stems('broken'))(painted)).toEqual([{ ...painted, isMatch: false }]);
  const run = { text: 'a broken one', marks: {} };
  expect(matcherOf(new Set())(run)).toEqual([{ ...run, isMatch: false }]);
});
