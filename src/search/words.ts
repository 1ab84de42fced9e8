import { stemmer } from 'stemmer';
import { type Numbers, startsOf } from './bm25.ts';
import { firstWhere } from './lookup.ts';
import wordForms from './word-forms.json' with { type: 'json' };

/**
 * The words of a text, in order: lower case, without accents and apostrophes, at anything but letters and digits
 * apart (`+` and `#` stay, for C++ and C#), aliases written out.
 */
export function wordsOf(text: string): string[] {
  const words = ASCII.test(text) ? asciiWords(text) : unicodeWords(text);
  return words.some((word) => Object.hasOwn(wordForms.aliases, word)) ? words.flatMap(aliased) : words;
}

/** A word, or what it is an alias of. */
export function aliased(word: string): readonly string[] {
  const aliases: Readonly<Record<string, string>> = wordForms.aliases;
  return (Object.hasOwn(aliases, word) ? aliases[word] : undefined)?.split(' ') ?? [word];
}

const WORDS = Object.freeze({
  /** Letters; no word is longer, and stemming takes time that grows with the square of the length. */
  longest: 64,
  /** Words of a remark, at least; people rarely ask in so many, and often remark in as many on lists. */
  leastOfRemark: 12,
  /** Stems in a block. A word is looked for in one block: splitting them all would take longer than ranking. */
  blockSize: 64,
});

/**
 * Most text is ASCII, which is read in a third of the time. Patterns of Unicode's properties are made only where they
 * are used: to make one takes as long as to rank, and most questions need none.
 */
export const ASCII = /^[\s!-~]*$/;

function asciiWords(text: string): string[] {
  const lower = text.toLowerCase();
  return (/['`]/.test(lower) ? lower.replace(/['`]/g, '') : lower).match(/[a-z0-9+#]+/g) ?? [];
}

/** No more marks on one letter than any script has (Unicode's stream-safe text, UAX #15): normalizing sorts them. */
export function withFewMarks(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}

function unicodeWords(text: string): string[] {
  const plain = withFewMarks(text)
    .normalize('NFKD')
    .replace(/[\p{M}'\u2019\u02bc`]/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}+#]+/gu) ?? [];
}

/**
 * A word's stem: Porter's, of the base of irregular forms and of the American spelling. The endings are all that Porter's
 * stemmer takes words' ends for, or ends of these, and the British ones: its patterns take longer to make than to answer.
 */
export function stemOf(word: string): string {
  if (word.length > WORDS.longest) return word;
  const read = singular(baseOf(word));
  return wordForms.endings.some((ending) => read.endsWith(ending)) ? stemmer(american(read)) : read;
}

/** The word without the `s` that Porter's stemmer takes off first. */
function singular(word: string): string {
  const isPlural =
    word.length > 3 && word.endsWith('s') && !['ss', 'sses', 'ies'].some((end) => word.endsWith(end));
  return isPlural ? word.slice(0, -1) : word;
}

/** The base of an irregular form (`break` for `broke`), else the word itself. It starts with the stem's first letter. */
export function baseOf(word: string): string {
  const bases: Readonly<Record<string, string>> = wordForms.bases;
  return Object.hasOwn(bases, word) ? (bases[word] ?? word) : word;
}

function american(word: string): string {
  return word.replace(/(...)is(e|ed|ing|ation)$/, '$1iz$2').replace(/(...)our(ed|ing|able|ite)?$/, '$1or$2');
}

/**
 * Whether a stem is no stop word, and more than signs. The stop words are one text, each between blanks, as to make a set of
 * them takes as long at every start as to read a question. So are word forms plain objects, named where they are used: a
 * bundle that reads no question is then without them.
 */
export function isContentStem(stem: string): boolean {
  return !wordForms.stopStems.includes(` ${stem} `) && (/[a-z0-9]/.test(stem) || /[\p{L}\p{N}]/u.test(stem));
}

/** Whether a text is as long as what people remark on lists, rather than what they ask. */
export function isRemark(words: readonly unknown[]): boolean {
  return words.length >= WORDS.leastOfRemark;
}

/** A word of a text, as the terms that may stand for it. */
export interface WordTerms {
  /** Itself, or the parts that it is made of. */
  readonly parts: readonly string[];
  /** Other ways to write it; nobody has to ask for these. */
  readonly others: readonly string[];
}

/** All terms of some words. */
export function termsIn(words: readonly (string | WordTerms)[]): string[] {
  return words.flatMap((word) => (typeof word === 'string' ? word : [...word.parts, ...word.others]));
}

/** A word of a question, as it was written and as it is understood. */
export interface QuestionWord {
  readonly written: string;
  /** Itself, or the known word that it was taken to misspell. */
  readonly read: string;
  readonly stem: string;
  /** The stem's number; undefined where the index does not hold it. */
  readonly number: number | undefined;
  /** Whether it is no stop word. */
  readonly isContent: boolean;
}

/** How texts in a language are read. */
export interface Language {
  /** The words of a text in order; one that is its only term stands as it is. */
  readonly wordTerms: (text: string) => readonly (string | WordTerms)[];
  readonly stemOf: (word: string) => string;
  readonly isContentStem: (stem: string) => boolean;
  /** As `sortedSynonyms` gives them; one text, as to split it takes longer than to look a word up. */
  readonly synonyms: string;
  /** Whether these are words as they are written; else they are stems of this language. */
  readonly synonymsAreWords?: true;
  /** A text between blanks, cut into words where its script has none. */
  readonly piecesOf: (text: string) => readonly string[];
}

/** The stems of a text, each once, as a language is read. */
export function stemsIn({ wordTerms, stemOf }: Language, text: string): ReadonlySet<string> {
  return new Set(Array.from(new Set(termsIn(wordTerms(text))), stemOf));
}

/**
 * Known stems, numbered from 0 in ascending order of their code units, in blocks of equal size with a blank between
 * stems. A block's text is made of its bytes when it is asked for: few are.
 */
export interface Vocabulary {
  readonly letters: Uint8Array;
  /** Where each block starts among the letters, and last where all end. */
  readonly starts: Numbers;
}

/** The vocabulary of distinct stems in ascending order. */
export function vocabularyOf(stems: readonly string[]): Vocabulary {
  const { blockSize } = WORDS;
  const blocks = Array.from({ length: Math.ceil(stems.length / blockSize) }, (_, at) =>
    Buffer.from(stems.slice(at * blockSize, (at + 1) * blockSize).join(' ')),
  );
  return {
    letters: new Uint8Array(Buffer.concat(blocks)),
    starts: startsOf(Uint32Array.from(blocks, ({ length }) => length)),
  };
}

/** A stem's number; undefined where it is not known. */
export function stemNumber({ letters, starts }: Vocabulary, stem: string): number | undefined {
  const text = Buffer.from(letters.buffer, letters.byteOffset, letters.length);
  const blockAt = (at: number) => text.toString('utf8', starts[at], starts[at + 1]);
  // Sorts behind the start of its own block and before the next: `!` follows the blank, and no stem holds either.
  const block = firstWhere(starts.length - 1, (at) => blockAt(at) >= `${stem}!`) - 1;
  // Most of what is asked is in none: to look for it takes a fifth of the time of cutting a block into its stems.
  const [before = '', ...found] = block === -1 ? [] : ` ${blockAt(block)} `.split(` ${stem} `);
  return found.length === 0 ? undefined : block * WORDS.blockSize + before.split(' ').length - 1;
}
