import type { Token, Tokens } from 'marked';
import { tokensText } from '../markdown/tokens-text.ts';
import type { LexedSection, PolicyText } from '../policy/policy.ts';
import type { LexedFinding } from './answer.ts';
import type { SearchIndex } from './search-index.ts';

const PASSAGE = Object.freeze({
  /** So many of the nearest units of the section vote on its passage, each by its BM25 score over its rank. */
  voters: 7,
  /** The winner's share of all votes; with less, no passage stands out. */
  leastShare: 0.45,
});

/** A paragraph, or an item of a list, of a section's body. */
export interface Passage {
  /** Which of the body's top-level blocks, counted without blank space. */
  readonly block: number;
  /** Which item, where the block is a list. */
  readonly item: number | undefined;
  /** Its Markdown, verbatim. */
  readonly raw: string;
  /** Its words. */
  readonly text: string;
}

/** Stands where text was left out. */
export const LEFT_OUT = '[...]';

/** A section's passages in order. */
export function passagesOf({ tokens }: LexedSection): Passage[] {
  return blocksOf(tokens).flatMap((token, block) =>
    token.type === 'list'
      ? (token as Tokens.List).items.map((item, at) => passage(item, block, at))
      : [passage(token, block, undefined)],
  );
}

/** What of a body shows anything. */
export function blocksOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => type !== 'space' && type !== 'def');
}

function passage(token: Token, block: number, item: number | undefined): Passage {
  return { block, item, raw: token.raw.trimEnd(), text: tokensText([token]).replace(/\s+/g, ' ').trim() };
}

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
  const voters = Array.from(parts.unitScores, (score, unit) => ({ score, unit }))
    .filter(({ score, unit }) => score > 0 && tables.targets[unit] === at)
    .sort((a, b) => b.score - a.score || a.unit - b.unit)
    .slice(0, PASSAGE.voters);
  const votes = new Map<number, number>();
  voters.forEach(({ score, unit }, rank) => {
    const passage = tables.passages[unit] ?? 0;
    votes.set(passage, (votes.get(passage) ?? 0) + score / (rank + 1));
  });
  const all = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
  const [winner, most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [0, 0]);
  if (winner === 0 || most < PASSAGE.leastShare * all) return undefined;
  return passagesOf(finding.section)[winner - 1];
}

/** The section with all but one passage left out. */
export function excerpt(section: LexedSection, only: Passage): LexedSection {
  const all = passagesOf(section);
  const at = all.findIndex(({ raw }) => raw === only.raw);
  const kept = blocksOf(section.tokens)
    .filter((_, block) => block === only.block)
    .map((token) => passageToken(token, only));
  const before = at > 0 ? [leftOut] : [];
  const behind = at < all.length - 1 ? [leftOut] : [];
  return {
    ...section,
    body: [...before, only, ...behind].map(({ raw }) => raw).join('\n\n'),
    tokens: [...before, ...kept, ...behind],
  };
}

const leftOut = Object.freeze({
  type: 'paragraph',
  raw: LEFT_OUT,
  text: LEFT_OUT,
  tokens: [{ type: 'text', raw: LEFT_OUT, text: LEFT_OUT }],
});

/** A passage's block; of a list the passage's item alone, under its own number. */
function passageToken(block: Token, { item, raw }: Passage): Token {
  if (block.type !== 'list' || item === undefined) return block;
  const { items, start, ...list } = block as Tokens.List;
  return { ...list, raw, start: start === '' ? start : start + item, items: items.slice(item, item + 1) };
}
