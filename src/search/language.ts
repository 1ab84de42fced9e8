import { piecesOf, termsOf, wordTerms } from './folder-words.ts';
import { ASCII, isContentStem, type Language, stemOf } from './words.ts';

/** English as folders are read. */
export const ENGLISH: Language = {
  wordTerms,
  termsOf,
  stemOf: (word) => stemOf(folded(word)),
  piecesOf,
  isContentStem: (stem) => isContentStem(stem) && !/^\p{sc=Hiragana}{1,3}$/u.test(stem),
};

/** Letters that no decomposition makes plain. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
};

/** A word without what many do not type: accents, and letters like ß as they are written where a keyboard lacks them. */
export function folded(word: string): string {
  if (ASCII.test(word)) return word;
  const plain = word.replace(/[ßæœøłđðþıё]/g, (letter) => PLAIN[letter] ?? letter);
  return /[\p{sc=Latin}\p{sc=Greek}]/u.test(plain) ? plain.normalize('NFD').replace(/\p{M}/gu, '') : plain;
}
