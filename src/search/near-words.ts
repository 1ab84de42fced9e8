import type { FieldIndex } from './field-index.ts';
import { type Language, type QuestionWord, stemNumber } from './words.ts';

const NEAR = Object.freeze({
  /** What a synonym counts, 0.1 to 0.2 measure alike, and what a part of a word would that is all of it (`Standardshell`, `Shell`). */
  share: 0.15,
  /** The least letters of a part at a word's start or end, and of what is left of the word beside it. */
  part: 4,
  rest: 3,
  /** Letters; no word that is longer has parts that anybody looks for. */
  longest: 64,
});

/** Scripts whose words are joined to longer ones. */
const LETTERS = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+$/u;

/** The known stems that may mean what a question's word means, and what each counts for it: less where it is common. */
export function nearStems(
  { stem: own, number, isContent }: QuestionWord,
  { stems, language }: FieldIndex,
  rarityOf: (stem: number | undefined) => number,
) {
  if (!isContent) return [];
  const near = new Map<number, number>();
  for (const other of [...synonymsOf(own, language), ...partsOf(own)]) {
    const stem = stemNumber(stems, other);
    if (stem === undefined || stem === number) continue;
    const alike = own.includes(other) ? other.length / own.length : 1;
    const share = NEAR.share * alike * Math.min(1, rarityOf(stem) / rarityOf(number));
    near.set(stem, Math.max(share, near.get(stem) ?? 0));
  }
  return Array.from(near, ([stem, share]) => ({ stem, share }));
}

/** The stems of the words that may stand for a stem, itself among them. */
function synonymsOf(own: string, { synonyms, stemOf }: Language): string[] {
  // A stem may end otherwise than its words: `tri` for `try`, `file` for `filing`.
  const start = own.replace(/[ie]$/, '');
  const found: string[] = [];
  // What is empty is found everywhere, without end.
  if (start === '') return found;
  for (let at = synonyms.indexOf(start); at !== -1; at = synonyms.indexOf(start, at + 1)) {
    if (!/\s/.test(synonyms[at - 1] ?? '\n')) continue;
    const group = synonyms.slice(synonyms.lastIndexOf('\n', at) + 1, synonyms.indexOf('\n', at));
    const stems = group.split(' ').map(stemOf);
    if (stems.includes(own)) found.push(...stems);
  }
  return found;
}

/** What a compound may start or end with. */
function partsOf(word: string): string[] {
  const parts: string[] = [];
  if (word.length > NEAR.longest || !LETTERS.test(word)) return parts;
  for (let length = NEAR.part; length <= word.length - NEAR.rest; length += 1)
    parts.push(word.slice(-length), word.slice(0, length));
  return parts;
}
