import { expect, it } from 'vitest';
import { knownSpellings, numberTexts } from '../../src/search/numbered-words.ts';

it('refuses a folder of more different words than memory and time are for, before it makes stems of any', () => {
  const words = Array.from({ length: 1_500_001 }, (_, number) => number.toString(36));
  let read = 0;
  const termsOfWord = (word: string) => {
    read += 1;
    return [word];
  };
  expect(() => numberTexts([words], { termsOfWord, stemOf: (word) => word })).toThrow(
    'the folder holds over 1.5 million different words; name a folder below it',
  );
  expect(read).toBe(0);
});

const asWritten = { termsOfWord: (word: string) => [word], stemOf: (word: string) => word };

it('counts how often words are written in the texts that are to be counted, which come first', () => {
  const { counts } = numberTexts(
    [
      ['a', 'b', 'a'],
      ['b', 'c'],
    ],
    asWritten,
    1,
  );
  expect([...counts]).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 0],
  ]);
});

it('knows the spelling of what is written often enough, is more than a letter, and all letters', () => {
  const often = ['often', 'x', '1st', 'rc1', 'ünder'];
  const numbered = numberTexts([often, often, often, ['rare', 'rare']], asWritten);
  expect(Buffer.from(knownSpellings(numbered)).toString()).toBe('often1 ünder1');
  expect(Buffer.from(knownSpellings(numbered, 2)).toString()).toBe('often1 rare1 ünder1');
});
