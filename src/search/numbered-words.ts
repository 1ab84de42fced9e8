import { InputError } from '../errors.ts';

const WORDS = Object.freeze({
  /**
   * Different words: as many take 1.2 GB and a dozen seconds. A language has some hundred thousand; of text without blanks
   * what stands between two signs counts as one.
   */
  most: 1_500_000,
  /** Words are corrected only to what is written at least so often: rarer words may be misspelt themselves. */
  leastSpelling: 3,
});

/** Makes stems of words. */
interface WordReader {
  readonly termsOfWord: (word: string) => readonly string[];
  readonly stemOf: (word: string) => string;
}

/** Texts as numbers of stems. */
export type NumberedTexts = ReturnType<typeof numberTexts>;

/**
 * Numbers the stems of texts. Each word is read and looked up by its letters once: indexing does little else.
 *
 * @param counted the texts whose words are counted come first; so many.
 */
export function numberTexts(
  texts: Iterable<readonly string[]>,
  { termsOfWord, stemOf }: WordReader,
  counted = Number.POSITIVE_INFINITY,
) {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const numberOf = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    if (counts.length === WORDS.most)
      throw new InputError('the folder holds over 1.5 million different words; name a folder below it');
    numbers.set(word, counts.length);
    return counts.push(0) - 1;
  };
  const numbered = Array.from(texts, (text, at) => {
    const own = Uint32Array.from(text.map(numberOf));
    if (at < counted) for (const number of own) counts[number] = (counts[number] ?? 0) + 1;
    return own;
  });
  const terms = Array.from(numbers.keys(), termsOfWord);
  const termCounts = new Map<string, number>();
  for (const [number, all] of terms.entries())
    for (const term of all) termCounts.set(term, (termCounts.get(term) ?? 0) + (counts[number] ?? 0));
  const termStems = new Map(Array.from(termCounts.keys(), (term) => [term, stemOf(term)]));
  const stems = [...new Set(termStems.values())].sort();
  const places = new Map(stems.map((stem, place) => [stem, place]));
  const ofWords = terms.map((all) => all.map((term) => places.get(termStems.get(term) ?? '') ?? 0));
  const stemsOf = (text: Uint32Array) => {
    const own: number[] = [];
    for (const word of text) for (const stem of ofWords[word] ?? []) own.push(stem);
    return Uint32Array.from(own);
  };
  return {
    /** In order. */
    stems,
    /** How often each term is written. */
    counts: termCounts,
    texts: numbered.map(stemsOf),
  };
}

/** The words that are written so often, as `SearchIndex` has them. */
export function knownSpellings({ counts }: NumberedTexts, least: number = WORDS.leastSpelling): Uint8Array {
  const spellings = [...counts]
    .filter(([word, count]) => count >= least && word.length > 1 && /^\p{L}+$/u.test(word))
    .map(([word, count]) => `${word}${Math.min(9, Math.floor(Math.log2(count)))}`)
    .sort();
  // Words hold no blanks.
  return new Uint8Array(Buffer.from(spellings.join(' ')));
}
