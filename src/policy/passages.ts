import type { Token } from 'marked';
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
 * under, what it points back to, and what limits it. The definitions that its links need stay.
 */
export function excerpt(section: LexedSection, only: Passage): LexedSection {
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
    return own.length === 0 ? [] : [cutDown(block, own)];
  });
  const labels = new Set(kept.flatMap(({ token }) => [...labelsIn(token.raw)]));
  const definitions = section.tokens.filter((token) => isKind(token, 'def') && labels.has(token.tag));
  const tokens = [...before, ...blocks, ...behind, ...definitions];
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

/** The block of some passages; of a list their items alone, under their own numbers. */
function cutDown(block: Token, passages: readonly Passage[]): Token {
  if (!isKind(block, 'list')) return block;
  const { items, start } = block;
  const kept = items.filter((item) => passages.some(({ token }) => token === item));
  const raw = kept.map((item) => item.raw.trimEnd()).join('\n');
  const skipped = items.findIndex((item) => kept.includes(item));
  return { ...block, raw, start: start === '' ? start : start + skipped, items: kept };
}
