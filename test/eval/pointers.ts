import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/search/answer.ts';

/** A question beside the policy, and the elsewhere topic that answers it; without one where no page does. */
interface PointerQuestion {
  readonly question: string;
  readonly page?: string;
}

/** Shares, from 0 to 1, of the questions that a page answers, and of those that none does. */
export interface PointerMeasures {
  readonly count: number;
  readonly right: number;
  readonly wrong: number;
  /** Answered with a section of the policy instead. */
  readonly section: number;
  readonly nothing: number;
  readonly nearCount: number;
  /** Near questions that no page answers, sent to one all the same. */
  readonly nearSent: number;
}

/** The pointer questions of a file, a JSON object a line. */
export function readPointers(path: string): PointerQuestion[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as PointerQuestion);
}

/** How often questions are sent to the page that answers them. */
export function measurePointers(
  find: (question: string) => Finding,
  questions: readonly PointerQuestion[],
): PointerMeasures {
  const sent = questions.map(({ question, page }) => ({ page, finding: find(question) }));
  const asked = sent.filter(({ page }) => page !== undefined);
  const near = sent.filter(({ page }) => page === undefined);
  const share = (of: typeof sent, isCounted: (each: (typeof sent)[number]) => boolean) =>
    of.filter(isCounted).length / Math.max(1, of.length);
  const pageOf = (finding: Finding) => (finding.outcome === 'elsewhere' ? finding.topic.name : undefined);
  return {
    count: asked.length,
    right: share(asked, ({ page, finding }) => pageOf(finding) === page),
    wrong: share(asked, ({ page, finding }) => finding.outcome === 'elsewhere' && pageOf(finding) !== page),
    section: share(asked, ({ finding }) => finding.outcome === 'answered'),
    nothing: share(asked, ({ finding }) => finding.outcome === 'unanswered'),
    nearCount: near.length,
    nearSent: share(near, ({ finding }) => finding.outcome === 'elsewhere'),
  };
}
