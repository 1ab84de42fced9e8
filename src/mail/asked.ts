import type { Section } from '../policy/policy.ts';
import { type Finding, find } from '../search/answer.ts';
import type { Searched } from '../search/passage.ts';
import type { Sentence } from './original.ts';

/** A sentence and what the policy has to say to it. */
export interface Asked {
  readonly sentence: Sentence;
  readonly finding: Finding;
}

/** Every sentence with its finding, best answered first; what is answered elsewhere stands before what is not at all. */
export function asked({ policy, index }: Searched, sentences: readonly Sentence[]): Asked[] {
  return sentences
    .map((sentence) => ({ sentence, finding: find(policy, index, sentence.text) }))
    .sort((a, b) => RANK[a.finding.outcome] - RANK[b.finding.outcome] || score(b) - score(a));
}

/** The sentence that a section answers best, with its finding, if it answers any. */
export function askedFor(section: Section, all: readonly Asked[]): Asked | undefined {
  return all.find(({ finding }) => finding.outcome === 'answered' && finding.section === section);
}

const RANK = Object.freeze({ answered: 0, elsewhere: 1, unanswered: 2 });

function score({ finding }: Asked): number {
  return finding.closest[0]?.score ?? 0;
}
