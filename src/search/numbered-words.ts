import { InputError } from '../errors.ts';

const WORDS = Object.freeze({
  /** Different words; V8's maps hold 16 million. A language has some hundred thousand. */
  most: 10_000_000,
  /** Words are corrected only to what is written at least so often: rarer words may be misspelt themselves. */
  leastSpelling: 3,
  /** Room for so many stems at first; it grows by half. */
  room: 4096,
});

/** What makes stems of words. */
interface Reading {
  readonly termsOfWord: (word: string) => readonly string[];
  readonly stemOf: (word: string) => string;
}

/** Texts as numbers of stems, which are in order. */
export interface NumberedTexts {
  readonly stems: readonly string[];
  readonly texts: readonly Uint32Array[];
  /** How often each term is written. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Numbers the stems of texts. Each word is read and looked up by its letters once: indexing does little else.
 *
 * @param counted the texts whose words are counted come first; so many.
 */
export function numberTexts(
  texts: Iterable<readonly string[]>,
  { termsOfWord, stemOf }: Reading,
  counted = Number.POSITIVE_INFINITY,
): NumberedTexts {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  let flat = new Uint32Array(WORDS.room);
  let length = 0;
  const ends: number[] = [];
  for (const text of texts) {
    for (const word of text) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = counts.push(0) - 1;
        if (number === WORDS.most)
          throw new InputError('the folder holds over 10 million different words; name a folder below it');
        numbers.set(word, number);
      }
      if (ends.length < counted) counts[number] = (counts[number] ?? 0) + 1;
      if (length === flat.length) flat = grown(flat);
      flat[length] = number;
      length += 1;
    }
    ends.push(length);
  }
  const terms = Array.from(numbers.keys(), termsOfWord);
  const termCounts = new Map<string, number>();
  for (const [number, all] of terms.entries())
    for (const term of all) termCounts.set(term, (termCounts.get(term) ?? 0) + (counts[number] ?? 0));
  const termStems = new Map(Array.from(termCounts.keys(), (term) => [term, stemOf(term)]));
  const stems = [...new Set(termStems.values())].sort();
  const places = new Map(stems.map((stem, place) => [stem, place]));
  const ofWords = terms.map((all) => all.map((term) => places.get(termStems.get(term) ?? '') ?? 0));
  return { stems, counts: termCounts, texts: stemTexts(flat, ends, ofWords) };
}

function grown(full: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(full.length * 1.5);
  larger.set(full);
  return larger;
}

/** Texts of words as texts of the stems of each word. */
function stemTexts(
  flat: Uint32Array,
  ends: readonly number[],
  ofWords: readonly (readonly number[])[],
): Uint32Array[] {
  let start = 0;
  return ends.map((end) => {
    const text: number[] = [];
    for (; start < end; start += 1) for (const stem of ofWords[flat[start] ?? 0] ?? []) text.push(stem);
    return Uint32Array.from(text);
  });
}

/** The words that are written so often, each followed by a digit, the binary logarithm of its count. */
export function spellingsOf({ counts }: NumberedTexts, least: number = WORDS.leastSpelling): string[] {
  return [...counts]
    .filter(([word, count]) => count >= least && word.length > 1 && /^\p{L}+$/u.test(word))
    .map(([word, count]) => `${word}${Math.min(9, Math.floor(Math.log2(count)))}`)
    .sort();
}
