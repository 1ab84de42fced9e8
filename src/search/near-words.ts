import { largest } from './bm25.ts';
import type { FieldIndex } from './field-index.ts';
import { firstWhere, remembered } from './lookup.ts';
import { type Language, type QuestionWord, stemNumber } from './words.ts';

const NEAR = Object.freeze({
  /** What a synonym counts, 0.1 to 0.2 measure alike, and what a part of a word would that is all of it (`Standardshell`, `Shell`). */
  share: 0.15,
  /**
   * What a phrase means, or what stands for a word that people say instead, counts more, and where it is commoner than
   * that by the square: `paid` beside `dentist` is held by half of a handbook. Only the first few that a folder knows.
   */
  phrase: 0.4,
  meanings: 2,
  /** The least letters of a part at a word's start or end, and of what is left of the word beside it. */
  part: 4,
  rest: 3,
  /** The least letters of a stem, but for its last, that a phrase is looked for by: `a` stands before much. */
  start: 2,
  /** Letters; no word that is longer has parts that anybody looks for. */
  longest: 64,
});

/** Scripts whose words are joined to longer ones. */
const LETTERS = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+$/u;

/** The known stems that may mean what each of a question's words means, and what each counts for it. */
export function nearStems(words: readonly QuestionWord[], { stems, language }: Known, rarityOf: RarityOf) {
  // Lines that start alike hold the same words.
  const index = { stems, language: { ...language, stemOf: remembered(language.stemOf) } };
  const near = words.map((word) => nearWord(word, index, rarityOf));
  for (const at of words.keys()) {
    for (const { length, meant } of phrasesOf(words.slice(at), index.language)) {
      const asked = words.slice(at, at + length);
      const first = asked.findIndex(({ isContent }) => isContent);
      const own = near[at + Math.max(0, first)];
      const rarest = largest(asked.map(({ number }) => rarityOf(number)));
      const known = meant.flatMap((word) => stemNumber(stems, index.language.stemOf(word)) ?? []);
      for (const stem of known.slice(0, NEAR.meanings)) {
        const share = NEAR.phrase * Math.min(1, rarityOf(stem) / rarest) ** 2;
        own?.set(stem, Math.max(share, own.get(stem) ?? 0));
      }
    }
  }
  return near.map((own) => Array.from(own, ([stem, share]) => ({ stem, share })));
}

type RarityOf = (stem: number | undefined) => number;

/** What of an index is known here. */
type Known = Pick<FieldIndex, 'stems' | 'language'>;

/** What is near one word counts less where it is common. */
function nearWord({ stem: own, number, isContent }: QuestionWord, index: Known, rarityOf: RarityOf) {
  const near = new Map<number, number>();
  if (!isContent) return near;
  for (const other of [...synonymsOf(own, index.language), ...partsOf(own)]) {
    const stem = stemNumber(index.stems, other);
    if (stem === undefined || stem === number) continue;
    const alike = own.includes(other) ? other.length / own.length : 1;
    const share = NEAR.share * alike * Math.min(1, rarityOf(stem) / rarityOf(number));
    near.set(stem, Math.max(share, near.get(stem) ?? 0));
  }
  return near;
}

/** Stands between a phrase and the words that it may mean. */
const MEANS = ' = ';

/**
 * Synonyms as they are looked up, in ascending order of code units: a line a phrase, as it is written, and a line a word, with
 * all that stand in one line with it.
 */
export function sortedSynonyms(text: string): string {
  const lines = new Map<string, ReadonlySet<string>>();
  for (const line of text.split('\n')) {
    const words = line.includes(MEANS) ? [line] : line.split(' ');
    for (const word of words) lines.set(word, new Set([word, ...(lines.get(word) ?? []), ...words]));
  }
  return Array.from(lines.values(), (words) => `${[...words].join(' ')}\n`)
    .sort()
    .join('');
}

/** The phrases that some words of the question start with, and the words that each may mean. */
function* phrasesOf(words: readonly QuestionWord[], { synonyms, stemOf }: Language) {
  const isAsked = (word: string, at: number) => stemOf(word) === words[at]?.stem;
  for (const line of linesFor(words[0]?.stem ?? '', synonyms, NEAR.start)) {
    const [phrase = '', meant] = line.split(MEANS);
    const own = phrase.split(' ');
    if (meant !== undefined && own.every(isAsked)) yield { length: own.length, meant: meant.split(' ') };
  }
}

/** The stems of the words that may stand for a stem. */
function* synonymsOf(own: string, { synonyms, stemOf }: Language) {
  for (const line of linesFor(own, synonyms)) {
    const [word = '', ...others] = line.split(' ');
    if (!line.includes(MEANS) && stemOf(word) === own) yield* others.map(stemOf);
  }
}

/** The lines of a sorted text that may start with a word of this stem, where enough is left of it. */
function* linesFor(stem: string, text: string, least = 1) {
  // It may end otherwise than its words: `appli` for `apply`, `file` for `filing`.
  const start = stem.replace(/[ie]$/, '');
  if (start.length < least) return;
  let at = firstWhere(text.length, (middle) => lineAt(text, middle) >= start);
  while (text.startsWith(start, at)) {
    const line = lineAt(text, at);
    yield line;
    at += line.length + 1;
  }
}

/** The line that a letter stands in, or ends. */
function lineAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, text.indexOf('\n', at));
}

/** What a compound may start or end with. */
function* partsOf(word: string) {
  if (word.length > NEAR.longest || !LETTERS.test(word)) return;
  for (let length = NEAR.part; length <= word.length - NEAR.rest; length += 1)
    yield* [word.slice(-length), word.slice(0, length)];
}
