import type { Elsewhere, LexedSection, LexSection, PolicyText, Section } from '../policy/policy.ts';
import { type FieldRanking, rankByFields } from './field-ranking.ts';
import { type PhrasingRanking, rankByPhrasings } from './phrasing-ranking.ts';
import { type QuestionWord, readQuestion } from './question.ts';
import type { SearchIndex } from './search-index.ts';

const CUT_OFF = Object.freeze({
  /** A topic is answered from this score upward; the rankings bring their own measure to this scale. */
  answered: 0.5,
  /** So many topics are named beside an answer, or instead of one. */
  closest: 5,
});

export const ANSWERED_FROM = CUT_OFF.answered;

/** A section as a candidate; `score` from 0 to 1. */
export interface Candidate {
  readonly section: Section;
  readonly score: number;
}

interface Found {
  /** Best first, whatever the outcome. */
  readonly closest: readonly Candidate[];
  readonly ranking: Ranking;
}

/** What the policy has to say to a question. */
export type Finding<Answer extends Section = Section> =
  | (Found & { readonly outcome: 'answered'; readonly section: Answer })
  | (Found & { readonly outcome: 'elsewhere'; readonly topic: Elsewhere })
  | (Found & { readonly outcome: 'unanswered' });

/** A finding whose section is lexed, so that it can be shown. */
export type LexedFinding = Finding<LexedSection>;

export function lexedFinding(finding: Finding, lexed: LexSection): LexedFinding {
  return finding.outcome === 'answered' ? { ...finding, section: lexed(finding.section) } : finding;
}

/** Finds what answers a question, or that nothing does; a question without a content word is unanswered. */
export function find(policy: PolicyText, index: SearchIndex, question: string): Finding {
  const ranking = rank(index, question);
  const closest = ranking.sections.slice(0, CUT_OFF.closest).flatMap(({ at, score }) => {
    const section = policy.sections[at];
    return section === undefined ? [] : [{ section, score }];
  });
  const found = { closest, ranking };
  const best = closest[0];
  if (best !== undefined && best.score >= CUT_OFF.answered)
    return { ...found, outcome: 'answered', section: best.section };
  const topic = ranking.elsewhere === undefined ? undefined : policy.elsewhere[ranking.elsewhere];
  // A topic that leads nowhere stands for questions that are nobody's here.
  if (topic === undefined || topic.see.length === 0) return { ...found, outcome: 'unanswered' };
  return { ...found, outcome: 'elsewhere', topic };
}

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
