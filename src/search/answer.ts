import type { Elsewhere, LexedSection, LexSection, PolicyText, Section } from '../policy/policy.ts';
import { type Ranking, rank } from './ranking.ts';
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
