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
  const kept = all.slice(first, last + 1);
  const heading = all[first]?.under;
  const start = heading === undefined ? first : all.indexOf(heading);
  const before = start > 0 ? [leftOut] : [];
  const behind = last < all.length - 1 ? [leftOut] : [];
  const blocks = section.tokens.filter(isShown).flatMap((block) => {
    if (block === heading?.token) return first > start + 1 ? [block, leftOut] : [block];
    const own = kept.filter((passage) => passage.block === block);
    return own.length === 0 ? [] : isKind(block, 'list') ? [itemsOf(block, own)] : shortened(block, words);
  });
  const labels = new Set(kept.flatMap(({ token }) => [...labelsIn(token.raw)]));
  const definitions = section.tokens.filter((token) => isKind(token, 'def') && labels.has(token.tag));
  const shown = [...before, ...blocks, ...behind];
  const tokens = [
    ...shown.filter((block, i) => block !== leftOut || shown[i - 1] !== leftOut),
    ...definitions,
  ];
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
const leftOut = Object.freeze({ type: 'paragraph', ...mark, tokens: [{ type: 'text', ...mark }] });

/** A list's items that are passages, under their own numbers. */
function itemsOf(list: Tokens.List, passages: readonly Passage[]): Token {
  const { items, start } = list;
  const kept = items.filter((item) => passages.some(({ token }) => token === item));
  const raw = kept.map((item) => item.raw.trimEnd()).join('\n');
  const skipped = items.findIndex((item) => kept.includes(item));
  return { ...list, raw, start: start === '' ? start : start + skipped, items: kept };
}

/** A block; those lines that are left out of long code, or of a long table, are marked. */
function shortened(block: Token, words: ReadonlySet<string>): Token[] {
  if (!isKind(block, 'code', 'table')) return [block];
  const lines = block.raw.trimEnd().split('\n');
  const all = isKind(block, 'code') ? block.text.split('\n') : lines.slice(2);
  const [first, end] = linesAround(all, words);
  if (end - first === all.length) return [block];
  const kept = all.slice(first, end);
  const rest = isKind(block, 'code')
    ? { raw: codeLike(lines[0] ?? '', kept), text: kept.join('\n') }
    : { raw: [...lines.slice(0, 2), ...kept].join('\n'), rows: block.rows.slice(first, end) };
  return [...(first > 0 ? [leftOut] : []), { ...block, ...rest }, ...(end < all.length ? [leftOut] : [])];
}

/** Lines of code in the fence that opens other code, or set in as it is. */
function codeLike(opening: string, lines: readonly string[]): string {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(opening)?.[1];
  return fence === undefined
    ? lines.map((line) => `    ${line}`).join('\n')
    : [opening, ...lines, fence].join('\n');
}

/** The first of some lines to keep, and the first behind them. */
function linesAround(lines: readonly string[], words: ReadonlySet<string>): [first: number, end: number] {
  const held = lines.map(
    (line) =>
      line
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => words.has(word)).length,
  );
  const best = held.indexOf(Math.max(...held));
  const first = Math.max(0, Math.min(best - MOST_LINES / 2, lines.length - MOST_LINES));
  return [first, Math.min(first + MOST_LINES, lines.length)];
}
