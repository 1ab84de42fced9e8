import { InputError } from '../errors.ts';

const WORDS = Object.freeze({
  /** Different words; V8's maps hold 16 million. A language has some hundred thousand. */
  most: 10_000_000,
  /** Words are corrected only to what is written at least so often: rarer words may be misspelt themselves. */
  leastSpelling: 3,
});

/** Texts as numbers of words: their indices in `words`, which holds each word once. */
export interface NumberedWords {
  readonly words: readonly string[];
  readonly texts: readonly (readonly number[])[];
}

/** Numbers the words of texts, so that each is read and looked up by its letters once: indexing does little else. */
export function numberWords(
  texts: Iterable<readonly string[]>,
  termsOfWord = (word: string): readonly string[] => [word],
): NumberedWords {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    if (numbers.size === WORDS.most) {
      throw new InputError('the folder holds over 10 million different words; name a folder below it');
    }
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const ofWords = new Map<string, readonly number[]>();
  const numbersOf = (word: string) => {
    const known = ofWords.get(word);
    if (known !== undefined) return known;
    const made = termsOfWord(word).map(numberOf);
    ofWords.set(word, made);
    return made;
  };
  const numbered = Array.from(texts, (words) => {
    const own: number[] = [];
    for (const word of words) for (const number of numbersOf(word)) own.push(number);
    return own;
  });
  return { words: [...numbers.keys()], texts: numbered };
}

/** All stems in order, and each text as the numbers of its stems. */
export function numberStems({ words, texts }: NumberedWords, stemOf: (word: string) => string) {
  const wordStems = words.map(stemOf);
  const stems = [...new Set(wordStems)].sort();
  const numbers = new Map(stems.map((stem, number) => [stem, number]));
  const stemOfWord = wordStems.map((stem) => numbers.get(stem) ?? 0);
  return { stems, textStems: texts.map((text) => text.map((word) => stemOfWord[word] ?? 0)) };
}

export function spellingsOf({ words, texts }: NumberedWords, least: number = WORDS.leastSpelling): string[] {
  const counts = new Uint32Array(words.length);
  for (const text of texts) for (const word of text) counts[word] = (counts[word] ?? 0) + 1;
  return words
    .map((word, number) => ({ word, count: counts[number] ?? 0 }))
    .filter(({ word, count }) => count >= least && word.length > 1 && /^\p{L}+$/u.test(word))
    .map(({ word, count }) => `${word}${Math.min(9, Math.floor(Math.log2(count)))}`)
    .sort();
}
