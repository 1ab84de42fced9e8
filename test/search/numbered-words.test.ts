import { expect, it } from 'vitest';
import { numberTexts } from '../../src/search/numbered-words.ts';

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
