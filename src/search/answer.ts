import type { Elsewhere, PolicyText, Section } from '../policy/policy.ts';
import { rank } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';

const CUT_OFF = Object.freeze({
  /** A topic is answered from this share of the question's weight upward. */
  answered: 0.3,
  /** So many topics are named beside an answer, or instead of one. */
  closest: 5,
});

/** A section as a candidate; `score` from 0 to 1. */
export interface Candidate {
  readonly section: Section;
  readonly score: number;
}

/** What the policy has to say to a question; `closest` best first, whatever the outcome. */
export type Finding =
  | { readonly outcome: 'answered'; readonly section: Section; readonly closest: readonly Candidate[] }
  | { readonly outcome: 'elsewhere'; readonly topic: Elsewhere; readonly closest: readonly Candidate[] }
  | { readonly outcome: 'unanswered'; readonly closest: readonly Candidate[] };

/** Finds what answers a question, or that nothing does; a question without a content word is unanswered. */
export function find(policy: PolicyText, index: SearchIndex, question: string): Finding {
  const closest = rank(index, question)
    .slice(0, CUT_OFF.closest)
    .flatMap(({ at, score }) => {
      const section = policy.sections[at];
      return section === undefined ? [] : [{ section, score }];
    });
  const best = closest[0];
  if (best === undefined || best.score < CUT_OFF.answered) return { outcome: 'unanswered', closest };
  return { outcome: 'answered', section: best.section, closest };
}
