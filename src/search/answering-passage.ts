import { excerpt, type Passage, passagesOf } from '../policy/passages.ts';
import type { LexSection, PolicyText } from '../policy/policy.ts';
import type { LexedFinding } from './answer.ts';
import type { Votes } from './field-ranking.ts';
import { nearestUnits, type PhrasingRanking } from './phrasing-ranking.ts';
import type { SearchIndex } from './search-index.ts';
import { stemsIn } from './words.ts';

const PASSAGE = Object.freeze({
  /** How many of the section's nearest units vote for a passage, each with its BM25 score divided by its rank. */
  voters: 7,
  /** The winner's share of all votes; with less, no passage stands out. */
  leastShare: 0.45,
});

/** A policy that questions can be asked. */
export interface SearchablePolicy {
  readonly policy: PolicyText;
  readonly index: SearchIndex;
}

/**
 * The passage of the found section that answers best. Undefined where none stands out, where the heading itself is asked,
 * which the section answers from its start, or where no section was found.
 */
export function answeringPassage(finding: LexedFinding, index: SearchIndex): Passage | undefined {
  if (finding.outcome !== 'answered') return undefined;
  const { at, ranking, section } = finding;
  const { parts, words } = ranking;
  const own = stemsIn(index.language, section.heading);
  const isHeading = words.every(({ stem }) => own.has(stem));
  if (isHeading && own.size === new Set(words.map(({ stem }) => stem)).size) return undefined;
  const given = parts.kind === 'fields' ? parts.passageVotes(section) : votesOfBoth(parts, at);
  const votes = new Map<number, number>();
  for (const [passage, vote] of given) votes.set(passage, (votes.get(passage) ?? 0) + vote);
  const [winner, most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [WHOLE, 0]);
  // That of the section as a whole is none.
  return most < PASSAGE.leastShare * sumOf(given) ? undefined : passagesOf(section.tokens)[winner - 1];
}

/** The finding with its section cut down to the passage that answers best; where none stands out, to the first. */
export function briefly(finding: LexedFinding, index: SearchIndex, lexed: LexSection): LexedFinding {
  if (finding.outcome !== 'answered') return finding;
  const { section } = finding;
  const shown =
    answeringPassage(finding, index) ?? passagesOf(section.tokens).find(({ isHeading }) => !isHeading);
  if (shown === undefined) return finding;
  const words = new Set(finding.ranking.words.map(({ written }) => written));
  return { ...finding, section: excerpt(section, shown, { words, lexed }) };
}

/** In place of a passage's number, which counts from 1: the section as a whole. */
const WHOLE = 0;

/** The nearest units and the model, each as much as the other. */
function votesOfBoth(parts: PhrasingRanking, at: number): Votes {
  return [...ofOne(votesOfUnits(parts, at)), ...ofOne(votesOfModel(parts, at))];
}

/** The section's nearest headings, passages and phrasings vote for the passage that they ask for. */
function votesOfUnits(parts: PhrasingRanking, at: number): Votes {
  return nearestUnits(parts, at, PASSAGE.voters).map((unit, rank) => [
    parts.tables.passages[unit] ?? WHOLE,
    (parts.units.scores[unit] ?? 0) / (rank + 1),
  ]);
}

/**
 * The model's probability of each passage, where it tells a section's passages apart: with it 89 instead of 85 % of
 * held-out phrasings find their passage.
 */
function votesOfModel({ tables: { model, classPassages }, classes }: PhrasingRanking, at: number): Votes {
  const own = classPassages.flatMap(
    (passage, k): Votes => (model.targets[k] === at ? [[passage, classes[k] ?? 0]] : []),
  );
  return own.length > 1 ? own : [];
}

/** Votes as shares of all, so that one part counts as much as another. */
function ofOne(votes: Votes): Votes {
  const sum = sumOf(votes);
  return votes.map(([passage, vote]) => [passage, vote / sum]);
}

function sumOf(votes: Votes): number {
  return votes.reduce((sum, [, vote]) => sum + vote, 0);
}
