import { largest } from './bm25.ts';
import type { FieldIndex } from './field-index.ts';
import { firstWhere } from './lookup.ts';
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
  const near = words.map(() => new Map<number, number>());
  const add = (at: number, stem: number, share: number) =>
    near[at]?.set(stem, Math.max(share, near[at]?.get(stem) ?? 0));
  for (const [at, word] of words.entries()) {
    const { stem: own, number } = word;
    const lines = linesFor(word, language);
    const same = lines.filter((line) => !line.includes(MEANS)).flatMap((line) => line.split(' '));
    for (const other of word.isContent ? [...same, ...partsOf(own)] : []) {
      const stem = stemNumber(stems, other);
      if (stem === undefined || stem === number) continue;
      const alike = own.includes(other) ? other.length / own.length : 1;
      // What is near one word counts less where it is common.
      add(at, stem, NEAR.share * alike * Math.min(1, rarityOf(stem) / rarityOf(number)));
    }
    for (const { length, meant } of phrasesIn(lines, words.slice(at))) {
      const asked = words.slice(at, at + length);
      const first = asked.findIndex(({ isContent }) => isContent);
      const rarest = largest(asked.map((each) => rarityOf(each.number)));
      const known = meant.flatMap((each) => stemNumber(stems, each) ?? []);
      for (const stem of known.slice(0, NEAR.meanings))
        add(at + Math.max(0, first), stem, NEAR.phrase * Math.min(1, rarityOf(stem) / rarest) ** 2);
    }
  }
  return near.map((own) => Array.from(own, ([stem, share]) => ({ stem, share })));
}

type RarityOf = (stem: number | undefined) => number;

/** What of an index is known here. */
type Known = Pick<FieldIndex, 'stems' | 'language'>;

/** Stands between a phrase and the words that it may mean. */
const MEANS = ' = ';

/**
 * Synonyms as they are looked up, in ascending order of code units: a line a phrase, as it is written, and a line a word, with
 * all that stand in one line with it; each word as its stem, where one is given.
 */
export function sortedSynonyms(text: string, stemOf = (word: string) => word): string {
  const lines = new Map<string, ReadonlySet<string>>();
  for (const line of text.split('\n')) {
    const words = line.split(' ');
    const stems = words.map(stemOf);
    const isPhrase = line.includes(MEANS);
    const keys = isPhrase ? [stems.join(' ')] : stems;
    for (const [at, key] of keys.entries()) {
      const start = startOf(stems[at] ?? '');
      // What irregular forms mean (`bought` of `buy`) is seldom meant by others: a point fewer would be among the first three.
      if (!words[at]?.startsWith(start) || (isPhrase && start.length < NEAR.start)) continue;
      lines.set(key, new Set([key, ...(lines.get(key) ?? []), ...keys]));
    }
  }
  const sorted = Array.from(lines.values(), (stems) => `${[...stems].join(' ')}\n`).sort();
  return sorted.join('');
}

/** The phrases that some words of a question start with, and the stems that each may mean. */
function phrasesIn(lines: readonly string[], words: readonly QuestionWord[]) {
  const asked = words.map(({ stem }) => `${stem} `).join('');
  return lines.flatMap((line) => {
    const [phrase = '', meant] = line.split(MEANS);
    if (meant === undefined || !asked.startsWith(`${phrase} `)) return [];
    return [{ length: phrase.split(' ').length, meant: meant.split(' ') }];
  });
}

/** How all words of a stem start but for irregular ones: `appl` for `apply`, whose stem is `appli`. */
function startOf(stem: string): string {
  return stem.replace(/[ie]$/, '');
}

/** The lines of synonyms that start with a word of this stem. */
export function linesFor(word: Pick<QuestionWord, 'stem' | 'isContent'>, language: Language): string[] {
  const { stem, isContent } = word;
  const { synonyms, synonymsAreWords, stemOf } = language;
  if (startOf(stem).length < (isContent ? 1 : NEAR.start)) return [];
  const start = synonymsAreWords ? startOf(stem) : `${stem} `;
  const lines: string[] = [];
  let at = firstWhere(synonyms.length, (middle) => lineAt(synonyms, middle) >= start);
  while (synonyms.startsWith(start, at)) {
    const line = lineAt(synonyms, at);
    if (!synonymsAreWords) lines.push(line);
    else if (stemOf(line.slice(0, line.indexOf(' '))) === stem)
      lines.push(line.split(' ').map(stemOf).join(' '));
    at += line.length + 1;
  }
  return lines;
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
