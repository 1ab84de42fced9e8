import { holdingCount, holds, inverseDocumentFrequency, largest, scoreTexts, type Term } from './bm25.ts';
import type { QuestionWord } from './question.ts';
import type { FieldTables, SearchIndex } from './search-index.ts';

const RANKING = Object.freeze({
  heading: { k1: 1.2, b: 0.75 },
  /** Long bodies hold more of all words: their length lowers the score more than usual. */
  body: { k1: 1.2, b: 0.9 },
  /** Without stop words accuracy is 2 to 3 points lower, as what, how and may tell entries apart; at full weight too. */
  stopWord: 0.4,
  /** A corrected word may be the wrong one. */
  corrected: 0.7,
  /**
   * The share of the question's weight that the best section holds, from which it answers; the confidence 0.5. On the
   * written folders of test/eval one right answer in eight is refused here, and one question in four that belongs to
   * another folder is answered; at 0.4 it is one in five and one in six.
   */
  coveredFrom: 0.33,
});

/** The scores of sections where there is little but their own words. */
export interface FieldRanking {
  readonly kind: 'fields';
  /** How sure it is that the folder answers, 0 to 1: from 0.5 upward it does. */
  readonly confidence: number;
  /** Each section's, then each elsewhere topic's BM25 score, summed over heading and body. */
  readonly relevance: readonly number[];
  /** Those scores as shares of the best, 0 to 1. */
  readonly nearness: readonly number[];
  /** The share of the question's content words, weighted by rarity, that the best text holds, 0 to 1. */
  readonly closeness: number;
}

/** Scores sections by the sum of BM25 over headings and BM25 over bodies, each with its own word rarities. */
export function rankByFields(
  { headings, bodies }: FieldTables,
  words: readonly QuestionWord[],
  { sectionCount }: SearchIndex,
): FieldRanking {
  const terms = termsOf(words);
  const { scores: headingScores } = scoreTexts(headings, terms, RANKING.heading);
  const { scores: bodyScores } = scoreTexts(bodies, terms, RANKING.body);
  const relevance = Array.from(bodyScores, (score, at) => score + (headingScores[at] ?? 0));
  const most = largest(relevance);
  const best = relevance.indexOf(most);
  const closeness = most === 0 ? 0 : coverageOf(words, best, [headings, bodies]);
  return {
    kind: 'fields',
    confidence: best < sectionCount ? confidenceOf(closeness) : 0,
    relevance,
    nearness: relevance.map((score) => (most === 0 ? 0 : score / most)),
    closeness,
  };
}

function termsOf(words: readonly QuestionWord[]): Term[] {
  const weights = new Map<number, number>();
  for (const { number, isContent, written, read } of words) {
    if (number === undefined) continue;
    const weight = (isContent ? 1 : RANKING.stopWord) * (written === read ? 1 : RANKING.corrected);
    weights.set(number, Math.max(weights.get(number) ?? 0, weight));
  }
  return Array.from(weights, ([stem, weight]) => ({ stem, weight }));
}

function coverageOf(
  words: readonly QuestionWord[],
  text: number,
  fields: readonly FieldTables['bodies'][],
): number {
  let held = 0;
  let total = 0;
  for (const { number, isContent } of words) {
    if (!isContent) continue;
    const textCount = fields[0]?.lengths.length ?? 0;
    const holding =
      number === undefined ? 0 : Math.max(...fields.map((field) => holdingCount(field, number)));
    const rarity = inverseDocumentFrequency(textCount, holding);
    total += rarity;
    if (number !== undefined && fields.some((field) => holds(field, number, text))) held += rarity;
  }
  return total === 0 ? 0 : held / total;
}

/** The coverage mapped in two straight lines, so that the one to answer from becomes 0.5. */
function confidenceOf(coverage: number): number {
  const from = RANKING.coveredFrom;
  return coverage < from ? (0.5 * coverage) / from : 0.5 + (0.5 * (coverage - from)) / (1 - from);
}
