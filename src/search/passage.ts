import { Lexer, type Token, type Tokens } from 'marked';
import { tokensText } from '../markdown/plain-text.ts';
import type { PolicyText, Section } from '../policy/policy.ts';
import type { Finding } from './answer.ts';
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
export function passagesOf(section: Section): Passage[] {
  return new Lexer({ gfm: true })
    .lex(section.body)
    .filter(({ type }) => type !== 'space' && type !== 'def')
    .flatMap((token, block) =>
      token.type === 'list'
        ? (token as Tokens.List).items.map((item, at) => passage(item, block, at))
        : [passage(token, block, undefined)],
    );
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
export function answeringPassage(finding: Finding, { policy, index }: Searched): Passage | undefined {
  const { parts } = finding.ranking;
  const { tables } = index;
  if (finding.outcome !== 'answered' || tables.kind !== 'phrasings' || parts.kind !== 'phrasings')
    return undefined;
  const at = policy.sections.indexOf(finding.section);
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
export function excerpt(section: Section, only: Passage): Section {
  const all = passagesOf(section);
  const at = all.findIndex(({ raw }) => raw === only.raw);
  const body = [...(at > 0 ? [LEFT_OUT] : []), only.raw, ...(at < all.length - 1 ? [LEFT_OUT] : [])].join(
    '\n\n',
  );
  return { ...section, body };
}
