import type { Elsewhere, LexedSection, LexSection, PolicyText, Section } from '../policy/policy.ts';
import { bestFirst, largest } from './bm25.ts';
import { rankByPhrasings } from './phrasing-ranking.ts';
import { readQuestion } from './question.ts';
import type { SearchIndex } from './search-index.ts';

const CUT_OFF = Object.freeze({
  /** A section answers from this score upward; each ranking maps its own measure to this scale. */
  answered: 0.5,
  /** How many topics are named beside an answer, or instead of one. */
  closest: 5,
  /**
   * A second section that is so nearly as likely as the first is named beside it. From 0.6, one rightly answered question
   * in thirty has one, one remark in six, and it is the right one for a third of the wrong answers.
   */
  near: 0.6,
  /** So many characters that one heading alone starts with are read as it: "who is responsible", not "how is rust". */
  headingFrom: 15,
});

export const ANSWERED_FROM = CUT_OFF.answered;

/** The section that answers a question, or the topic elsewhere that does, or neither; always with the closest sections. */
export type Finding<Answer extends Section = Section> = {
  /** Best first; scores from 0 to 1. */
  readonly closest: readonly { readonly section: Section; readonly at: number; readonly score: number }[];
  readonly ranking: Ranking;
} & (
  | {
      readonly outcome: 'answered';
      readonly section: Answer;
      /** The section's index among the policy's. */
      readonly at: number;
      /** A second section that is nearly as likely to answer. */
      readonly near: Section | undefined;
    }
  | { readonly outcome: 'elsewhere'; readonly topic: Elsewhere }
  | { readonly outcome: 'unanswered' }
);

/** A finding whose section is lexed, so that it can be shown. */
export type LexedFinding = Finding<LexedSection>;

/** The finding with the section that answers lexed. */
export function lexedFinding(finding: Finding, lexed: LexSection): LexedFinding {
  return finding.outcome === 'answered' ? { ...finding, section: lexed(finding.section) } : finding;
}

/** Finds what answers a question, or that nothing does; a question without a content word is unanswered. */
export function find(policy: PolicyText, index: SearchIndex, question: string): Finding {
  const told = policy.elsewhere.findIndex(({ answer }) => answer === question || answer === `${question}.`);
  const asked = index.tables.kind === 'phrasings' ? startedHeading(policy, question) : undefined;
  const ranking = rank(index, asked ?? question, told);
  const closest = ranking.sections(CUT_OFF.closest).flatMap(({ at, score }) => {
    const section = policy.sections[at];
    return section === undefined || score === 0 ? [] : [{ section, at, score }];
  });
  const found = { closest, ranking };
  const [best, second] = closest;
  // A heading without text is named among the closest.
  if (best !== undefined && best.score >= CUT_OFF.answered && best.section.body.trim() !== '') {
    // Only probabilities can be compared so: BM25's scores of a folder's sections are often close.
    const isNear = ranking.parts.kind === 'phrasings' && (second?.score ?? 0) >= CUT_OFF.near * best.score;
    const near = isNear ? second?.section : undefined;
    return { ...found, outcome: 'answered', section: best.section, at: best.at, near };
  }
  const topic = policy.elsewhere[ranking.parts.elsewhere() ?? -1];
  // A topic that leads nowhere stands for questions that are nobody's here.
  if (topic === undefined || topic.see.length === 0) return { ...found, outcome: 'unanswered' };
  return { ...found, outcome: 'elsewhere', topic };
}

/** The heading that a question is the start of, where it is of one alone. */
function startedHeading({ sections }: PolicyText, question: string): string | undefined {
  const start = `${question.toLowerCase().replace(/\W+$/, '')} `;
  const [only, another] = sections.filter(({ heading }) => heading.toLowerCase().startsWith(start));
  return start.length > CUT_OFF.headingFrom && another === undefined ? only?.heading : undefined;
}

export type Ranking = ReturnType<typeof rank>;

/**
 * Ranks a policy's sections for a question, best first; without a word that the index knows, all score 0.
 *
 * @param told the index of the elsewhere topic whose own words the question is, if any.
 */
export function rank(index: SearchIndex, question: string, told = -1) {
  const words = readQuestion(index, question);
  const { tables, sectionCount } = index;
  const parts =
    tables.kind === 'phrasings' ? rankByPhrasings(tables, words, told) : tables.rank(question, words);
  const scores = Float64Array.from(parts.relevance.slice(0, sectionCount));
  const places = Uint32Array.from(scores).map((_, at) => at);
  const best = largest(scores) || 1;
  const scoreOf = (at: number) => (parts.confidence * (scores[at] ?? 0)) / best;
  /**
   * The best sections, as many as are wanted, best first, with scores from 0 to 1: the best one's says how sure it is that
   * the policy answers at all.
   */
  const sections = (most = sectionCount) =>
    bestFirst(places, scores, most).map((at) => ({ at, score: scoreOf(at) }));
  /** The question's words as they were read, and the figures that the scores were made of. */
  return { words, sections, parts };
}
