import { type Passage, passagesOf } from '../policy/passages.ts';
import type { PolicyText } from '../policy/policy.ts';
import type { LexedFinding } from './answer.ts';
import type { SearchIndex } from './search-index.ts';

const PASSAGE = Object.freeze({
  /** So many of the nearest units of the section vote on its passage, each by its BM25 score over its rank. */
  voters: 7,
  /** The winner's share of all votes; with less, no passage stands out. */
  leastShare: 0.45,
});

/** What a question was looked for in. */
export interface Searched {
  readonly policy: PolicyText;
  readonly index: SearchIndex;
}

/**
 * The passage of the found section that answers best: the one for which the nearest headings, passages and phrasings
 * of the section speak. Undefined where none stands out, or nothing was found.
 */
export function answeringPassage(finding: LexedFinding, { policy, index }: Searched): Passage | undefined {
  const { parts } = finding.ranking;
  const { tables } = index;
  if (finding.outcome !== 'answered' || tables.kind !== 'phrasings' || parts.kind !== 'phrasings')
    return undefined;
  const at = policy.sections.findIndex(({ number }) => number === finding.section.number);
  const voters: { score: number; unit: number }[] = [];
  parts.unitScores.forEach((score, unit) => {
    if (score > 0 && tables.targets[unit] === at) voters.push({ score, unit });
  });
  voters.sort((a, b) => b.score - a.score || a.unit - b.unit);
  const votes = new Map<number, number>();
  voters.slice(0, PASSAGE.voters).forEach(({ score, unit }, rank) => {
    const passage = tables.passages[unit] ?? 0;
    votes.set(passage, (votes.get(passage) ?? 0) + score / (rank + 1));
  });
  const all = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
  const [winner, most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [0, 0]);
  if (winner === 0 || most < PASSAGE.leastShare * all) return undefined;
  return passagesOf(finding.section)[winner - 1];
}
