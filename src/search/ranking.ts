import { type FieldRanking, rankByFields } from './field-ranking.ts';
import { type PhrasingRanking, rankByPhrasings } from './phrasing-ranking.ts';
import { type QuestionWord, readQuestion } from './question.ts';
import type { SearchIndex } from './search-index.ts';

const ELSEWHERE = Object.freeze({
  /** An elsewhere topic that holds less of the question is no place to send anybody to. */
  closeness: 0.55,
});

/** A section's place in a ranking. */
export interface Ranked {
  /** The section's place in the policy. */
  readonly at: number;
  /** From 0 to 1; the best section's tells how sure it is that the policy answers at all. */
  readonly score: number;
}

/** What a question was read as, and all sections, best first. */
export interface Ranking {
  readonly words: readonly QuestionWord[];
  readonly sections: readonly Ranked[];
  /** The elsewhere topic that is nearest, if it is nearer than any section, and near at all. */
  readonly elsewhere: number | undefined;
  /** How the scores came about. */
  readonly parts: PhrasingRanking | FieldRanking;
}

/** Ranks a policy's sections for a question; without a word that the index knows, all score 0. */
export function rank(index: SearchIndex, question: string): Ranking {
  const words = readQuestion(index, question);
  const { tables, sectionCount } = index;
  const parts =
    tables.kind === 'phrasings' ? rankByPhrasings(tables, words, index) : rankByFields(tables, words, index);
  const { relevance, confidence } = parts;
  const best = relevance.slice(0, sectionCount).reduce((most, each) => Math.max(most, each), 0);
  const sections = Array.from({ length: sectionCount }, (_, at) => ({
    at,
    score: best === 0 ? 0 : (confidence * (relevance[at] ?? 0)) / best,
  })).sort((a, b) => b.score - a.score || a.at - b.at);
  return { words, sections, elsewhere: nearestElsewhere(parts, sectionCount), parts };
}

/** Between a section and an elsewhere topic that are equally near, the topic: the section has not answered. */
function nearestElsewhere(
  { nearness, closeness }: PhrasingRanking | FieldRanking,
  sectionCount: number,
): number | undefined {
  const most = nearness.reduce((most, share) => Math.max(most, share), 0);
  const topic = nearness.slice(sectionCount).indexOf(most);
  return topic === -1 || closeness < ELSEWHERE.closeness ? undefined : topic;
}
