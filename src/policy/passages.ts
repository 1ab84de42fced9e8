import type { Token, Tokens } from 'marked';
import { labelsIn } from '../markdown/links.ts';
import { inOneLine, isKind, isShown, tokensText } from '../markdown/tokens.ts';
import type { LexedSection } from './policy.ts';

/** A paragraph, or an item of a list, of a section's body. */
export interface Passage {
  readonly token: Token;
  /** The section's block that it is, or the list that it is an item of. */
  readonly block: Token;
  /** Its words. */
  readonly text: string;
  /** Whether it is a heading, which answers nothing by itself. */
  readonly isHeading: boolean;
  /** The nearest heading above it in the body. */
  readonly under: Passage | undefined;
}

/** Stands in an excerpt where text was left out. */
export const LEFT_OUT = '[...]';

/** Lines of code, or rows of a table, in an excerpt: with what stands around them they fit on a screen or two. */
const MOST_LINES = 30;

/** The passages of a section's body in order. */
export function passagesOf(tokens: readonly Token[]): Passage[] {
  let under: Passage | undefined;
  return tokens.filter(isShown).flatMap((block) => {
    const isHeading = isKind(block, 'heading');
    const passages = (isKind(block, 'list') ? block.items : [block]).map((token) => {
      const text = inOneLine(tokensText([token]));
      return { token, block, text, isHeading, under: isHeading ? undefined : under };
    });
    if (isHeading) [under] = passages;
    return passages;
  });
}

/** How a passage begins that limits the one before it: without it, that one says more than the section means. */
const LIMITS = /^(?:however|but|nevertheless|nonetheless|still|yet|except|unless|that said)\b/i;

/** How a passage begins that points back to the one before it: without that, nobody knows what it speaks of. */
const POINTS_BACK =
  /^(?:(?:it|its|they|thus|therefore|hence|so|then|for (?:instance|example)|in (?:particular|fact))\b|(?:[\w']+ ){0,2}(?:this|these|those|such)\b)/i;

/**
 * The section with all but one passage left out, and what that passage does not stand without: the heading that it stands
 * under, what it points back to, and what limits it. The definitions that its links need stay. Of long code, and of a long
 * table, the lines around the one that holds most of the words that are asked for.
 */
export function excerpt(section: LexedSection, only: Passage, words: ReadonlySet<string>): LexedSection {
  const all = passagesOf(section.tokens);
  const at = all.findIndex(({ token }) => token === only.token);
  const [first, last] = extentOf(all, at);
  const kept = [all[first]?.under ?? [], all.slice(first, last + 1)].flat();
  const blocks = section.tokens.filter(isShown).flatMap((block) => {
    const own = kept.filter((passage) => passage.block === block);
    return own.length === 0 ? [leftOut] : shortened(block, own, words);
  });
  const labels = new Set(kept.flatMap(({ token }) => [...labelsIn(token.raw)]));
  const definitions = section.tokens.filter((token) => isKind(token, 'def') && labels.has(token.tag));
  const shown = blocks.filter((block, i) => block !== leftOut || blocks[i - 1] !== leftOut);
  const tokens = [...shown, ...definitions];
  return { ...section, body: tokens.map(({ raw }) => raw.trimEnd()).join('\n\n'), tokens };
}

/** The first and the last of the passages that belong to one. */
function extentOf(all: readonly Passage[], at: number): [first: number, last: number] {
  const begins = (passage: number, how: RegExp) => how.test(all[passage]?.text ?? '');
  let first = at;
  let last = at;
  while (first > 0 && (begins(first, POINTS_BACK) || begins(first, LIMITS))) first -= 1;
  while (last < all.length - 1 && begins(last + 1, LIMITS)) last += 1;
  return [first, last];
}

const mark = { raw: LEFT_OUT, text: LEFT_OUT };
const leftOut: Token = Object.freeze({ type: 'paragraph', ...mark, tokens: [{ type: 'text', ...mark }] });

/** A block with what is left out of it marked: a list's items that are no passages, lines of long code, rows of a long table. */
function shortened(block: Token, passages: readonly Passage[], words: ReadonlySet<string>): Token[] {
  if (!isKind(block, 'list', 'code', 'table')) return [block];
  const parts = partsOf(block);
  const isFirst = (token: Token) => token === passages[0]?.token;
  const first = isKind(block, 'list') ? block.items.findIndex(isFirst) : startOf(parts, words);
  const end = Math.min(first + (isKind(block, 'list') ? passages.length : MOST_LINES), parts.length);
  if (end - first === parts.length) return [block];
  const cut = withParts(block, parts.slice(first, end), first);
  return [...(first > 0 ? [leftOut] : []), cut, ...(end < parts.length ? [leftOut] : [])];
}

type Divisible = Tokens.List | Tokens.Code | Tokens.Table;

/** The items of a list, lines of code, or rows of a table. */
function partsOf(block: Divisible): string[] {
  if (isKind(block, 'list')) return block.items.map(({ raw }) => raw.trimEnd());
  return isKind(block, 'code') ? block.text.split('\n') : block.raw.trimEnd().split('\n').slice(2);
}

/** A block that holds only some of its parts: a list keeps its numbers, code its fence, and a table its head. */
function withParts(block: Divisible, parts: readonly string[], first: number): Token {
  const text = parts.join('\n');
  const end = first + parts.length;
  if (isKind(block, 'list')) {
    const start = block.start === '' ? '' : block.start + first;
    return { ...block, raw: text, start, items: block.items.slice(first, end) };
  }
  const [opening = '', rule = ''] = block.raw.split('\n');
  if (isKind(block, 'table'))
    return { ...block, raw: [opening, rule, text].join('\n'), rows: block.rows.slice(first, end) };
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(opening)?.[1];
  const raw = fence === undefined ? text.replace(/^/gm, '    ') : [opening, text, fence].join('\n');
  return { ...block, raw, text };
}

/** The first of the lines that an excerpt keeps, around the one that holds most of some words. */
function startOf(lines: readonly string[], words: ReadonlySet<string>): number {
  const held = lines.map((line) => {
    const all = line.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return all.filter((word) => words.has(word)).length;
  });
  const best = held.reduce((most, count, at) => (count > (held[most] ?? 0) ? at : most), 0);
  return Math.max(0, Math.min(best - MOST_LINES / 2, lines.length - MOST_LINES));
}
