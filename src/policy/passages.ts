import type { Token } from 'marked';
import { labelsIn } from '../markdown/links.ts';
import { inOneLine, isKind, isShown, tokensText } from '../markdown/tokens.ts';
import type { LexedSection, LexSection } from './policy.ts';

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

/** Lines of one passage in an excerpt, and characters in them: with what stands around them they fit on a screen or two. */
const MOST_LINES = 30;
const MOST_LENGTH = 80 * MOST_LINES;

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
 * under, what it points back to, and what limits it. The definitions that its links need stay. Of what is long itself, the
 * lines around the one that holds most of the words that are asked for.
 */
export function excerpt(section: LexedSection, only: Passage, { words, lexed }: Asked): LexedSection {
  const all = passagesOf(section.tokens);
  const at = all.findIndex(({ token }) => token === only.token);
  const [first, last] = extentOf(all, at);
  const kept = [all[first]?.under ?? [], all.slice(first, last + 1)].flat();
  const blocks = section.tokens.filter(isShown).flatMap((block) => {
    const own = kept.filter((passage) => passage.block === block);
    return own.length === 0 ? [leftOut] : shortened(block, own);
  });
  const labels = new Set(kept.flatMap(({ token }) => [...labelsIn(token.raw)]));
  const definitions = section.tokens.filter((token) => isKind(token, 'def') && labels.has(token.tag));
  const shown = blocks.filter((block, i) => block !== leftOut || blocks[i - 1] !== leftOut);
  const tokens = [...shown, ...definitions];
  const parts = tokens.map((token) => (isKind(token, 'def') ? token.raw : partAround(token, words)));
  const body = parts.map((raw) => raw.trimEnd()).join('\n\n');
  if (parts.every((raw, at) => raw === tokens[at]?.raw)) return { ...section, body, tokens };
  // What is cut may begin where a block before it was left out.
  return lexed({ ...section, body: body.replaceAll(`${LEFT_OUT}\n\n${LEFT_OUT}`, LEFT_OUT) });
}

/** The words that are asked for, and what makes tokens of a section that is cut within a paragraph. */
interface Asked {
  readonly words: ReadonlySet<string>;
  readonly lexed: LexSection;
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

/** A list without the items that are no passages, and what is left out of it marked; it keeps its numbers. */
function shortened(block: Token, passages: readonly Passage[]): Token[] {
  if (!isKind(block, 'list')) return [block];
  const isFirst = (token: Token) => token === passages[0]?.token;
  const first = block.items.findIndex(isFirst);
  const items = block.items.slice(first, first + passages.length);
  if (items.length === block.items.length) return [block];
  const start = block.start === '' ? '' : block.start + first;
  const cut = { ...block, raw: items.map(({ raw }) => raw.trimEnd()).join('\n'), start, items };
  return [...(first > 0 ? [leftOut] : []), cut, ...(items.at(-1) === block.items.at(-1) ? [] : [leftOut])];
}

/** A line's sentences, each with the line ends behind it; one that does not end is taken in stretches. */
const SENTENCES = /[^\n]{1,400}?(?:[.!?](?= )|[\u3002\uff01\uff1f]|(?=\n)|$)\n*|[^\n]{1,400}|\n+/g;

/** A long block's Markdown around the line, row or sentence that holds most of some words. */
function partAround(block: Token, words: ReadonlySet<string>): string {
  const { raw } = block;
  if (raw.length <= MOST_LENGTH && raw.trimEnd().split('\n').length <= MOST_LINES) return raw;
  const { head, parts, foot } = dividedOf(block);
  const most = Math.min(MOST_LINES, Math.ceil((MOST_LENGTH * parts.length) / raw.length));
  const first = startOf(parts, words, most);
  const text = parts.slice(first, first + most).join('');
  // A nested list begins where it is cut.
  const indent = isKind(block, 'code') ? 0 : text.search(/\S/);
  const kept = head + text.replace(new RegExp(`^ {0,${indent}}`, 'gm'), '') + foot;
  const before = first > 0 ? `${LEFT_OUT}\n\n` : '';
  const behind = first + most < parts.length ? `\n\n${LEFT_OUT}` : '';
  return before + kept.trimEnd() + behind;
}

/** The parts of a block of which some can be left out, and the Markdown around them that cannot. */
function dividedOf(block: Token) {
  const lines = block.raw.split(/(?<=\n)/);
  if (isKind(block, 'table')) return { head: lines.slice(0, 2).join(''), parts: lines.slice(2), foot: '' };
  if (!isKind(block, 'code')) return { head: '', parts: block.raw.match(SENTENCES) ?? [], foot: '' };
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(block.raw)?.[1];
  const indent = fence === undefined ? '    ' : '';
  const parts = block.text.split('\n').map((line) => `${indent}${line}\n`);
  return { head: fence === undefined ? '' : (lines[0] ?? ''), parts, foot: fence ?? '' };
}

/** The first of the parts that an excerpt keeps, around the one that holds most of some words. */
function startOf(parts: readonly string[], words: ReadonlySet<string>, most: number): number {
  const held = parts.map((part) => {
    const all = part.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return all.filter((word) => words.has(word)).length;
  });
  const best = held.reduce((most, count, at) => (count > (held[most] ?? 0) ? at : most), 0);
  return Math.max(0, Math.min(best - Math.floor(most / 2), parts.length - most));
}
