import type { Token } from 'marked';
import { labelsIn } from '../markdown/links.ts';
import { isKind, isShown, tokensText } from '../markdown/tokens.ts';
import type { LexedSection } from './policy.ts';

/** A paragraph, or an item of a list, of a section's body. */
export interface Passage {
  /** Which of the body's top-level blocks, from 0, without those that show nothing. */
  readonly block: number;
  /** Which item, from 0, where the block is a list. */
  readonly item: number | undefined;
  /** Its Markdown, verbatim. */
  readonly raw: string;
  /** Its words. */
  readonly text: string;
  /** Whether it is a heading, which answers nothing by itself. */
  readonly isHeading: boolean;
  /** The block of the nearest heading above it in the body. */
  readonly under: number | undefined;
}

/** Stands in an excerpt where text was left out. */
export const LEFT_OUT = '[...]';

/** The passages of a section's body in order. */
export function passagesOf(tokens: readonly Token[]): Passage[] {
  let under: number | undefined;
  return tokens.filter(isShown).flatMap((token, block): Passage[] => {
    const isHeading = isKind(token, 'heading');
    if (isHeading) under = block;
    const place = { block, isHeading, under: isHeading ? undefined : under };
    return isKind(token, 'list')
      ? token.items.map((item, at) => ({ ...place, item: at, ...words(item) }))
      : [{ ...place, item: undefined, ...words(token) }];
  });
}

function words(token: Token): Pick<Passage, 'raw' | 'text'> {
  return { raw: token.raw.trimEnd(), text: tokensText([token]).replace(/\s+/g, ' ').trim() };
}

/** The block, or the item of a list, that a passage is, among the tokens of its section. */
export function passageToken(tokens: readonly Token[], { block, item }: Passage): Token | undefined {
  const token = tokens.filter(isShown)[block];
  return isKind(token, 'list') && item !== undefined ? token.items[item] : token;
}

/** How a passage begins that limits the one before it: without it, that one says more than the section means. */
const LIMITS = /^(?:however|but|nevertheless|nonetheless|still|yet|except|unless|that said)\b/i;

/** How a passage begins that points back to the one before it: without that, nobody knows what it speaks of. */
const POINTS_BACK =
  /^(?:(?:it|its|they|thus|therefore|hence|so|then|for (?:instance|example)|in (?:particular|fact))\b|(?:[\w']+ ){0,2}(?:this|these|those|such)\b)/i;

/**
 * The section with all but one passage left out, and what that passage does not stand without: the heading that it stands
 * under, what it points back to, and what limits it. The definitions that its links need stay.
 */
export function excerpt(section: LexedSection, only: Passage): LexedSection {
  const all = passagesOf(section.tokens);
  const at = all.findIndex(({ block, item }) => block === only.block && item === only.item);
  const [first, last] = extentOf(all, at);
  const kept = all.slice(first, last + 1);
  const heading = all.findIndex(({ isHeading, block }) => isHeading && block === all[first]?.under);
  const start = heading === -1 ? first : heading;
  const before = start > 0 ? [leftOut] : [];
  const behind = last < all.length - 1 ? [leftOut] : [];
  const blocks = section.tokens.filter(isShown).flatMap((token, block) => {
    if (block === all[heading]?.block) return first > heading + 1 ? [token, leftOut] : [token];
    const own = kept.filter((passage) => passage.block === block);
    return own.length === 0 ? [] : [cutDown(token, own)];
  });
  const labels = new Set(kept.flatMap(({ raw }) => [...labelsIn(raw)]));
  const definitions = section.tokens.filter((token) => isKind(token, 'def') && labels.has(token.tag));
  return {
    ...section,
    body: [...before, ...blocks, ...behind, ...definitions].map(({ raw }) => raw.trimEnd()).join('\n\n'),
    tokens: [...before, ...blocks, ...behind, ...definitions],
  };
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

const leftOut = Object.freeze({
  type: 'paragraph',
  raw: LEFT_OUT,
  text: LEFT_OUT,
  tokens: [{ type: 'text', raw: LEFT_OUT, text: LEFT_OUT }],
});

/** The block of some passages; of a list their items alone, under their own numbers. */
function cutDown(block: Token, passages: readonly Passage[]): Token {
  const first = passages[0]?.item;
  if (!isKind(block, 'list') || first === undefined) return block;
  const { items, start, ...list } = block;
  const raw = passages.map((passage) => passage.raw).join('\n');
  const kept = items.slice(first, first + passages.length);
  return { ...list, raw, start: start === '' ? start : start + first, items: kept };
}
