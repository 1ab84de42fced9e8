import { passagesOf } from '../policy/passages.ts';
import type { LexedSection } from '../policy/policy.ts';
import type { FieldIndex } from './field-index.ts';
import { type QuestionWord, termsIn } from './words.ts';

/** What a heading's words count for the passages below the first: an answer stands under its question. */
const UNDER_HEADING = 0.3;

/** Votes, each for a passage by its number. */
export type Votes = readonly (readonly [passage: number, vote: number])[];

/** Where there are no phrasings, each passage has the squared weight of the question's words that it and its heading hold. */
export function votesOfWords(
  { tables, language }: FieldIndex,
  { tokens }: LexedSection,
  words: readonly QuestionWord[],
): Votes {
  const asked = words.filter(({ isContent, number }) => isContent && number !== undefined);
  const rarityOf = new Map(asked.map(({ stem, number = -1 }) => [stem, tables.rarities[number] ?? 0]));
  const passages = passagesOf(tokens);
  const stemsIn = (read: string) => new Set(termsIn(language.wordTerms(read)).map(language.stemOf));
  return passages.map(({ text, isHeading, under }, at) => {
    if (isHeading) return [at + 1, 0];
    const own = stemsIn(text);
    const headed = stemsIn(under?.text ?? '');
    const share = under === passages[at - 1] ? 1 : UNDER_HEADING;
    const shareOf = (stem: string) => (headed.has(stem) ? share : 0);
    const held = [...rarityOf].map(([stem, rarity]) => rarity * (own.has(stem) ? 1 : shareOf(stem)));
    return [at + 1, held.reduce((sum, part) => sum + part, 0) ** 2];
  });
}
