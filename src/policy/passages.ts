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
}

/** Stands in an excerpt where text was left out. */
export const LEFT_OUT = '[...]';

/** The passages of a section's body in order. */
export function passagesOf(tokens: readonly Token[]): Passage[] {
  return tokens
    .filter(isShown)
    .flatMap((token, block) =>
      isKind(token, 'list')
        ? token.items.map((item, at) => passage(item, block, at))
        : [passage(token, block, undefined)],
    );
}

function passage(token: Token, block: number, item: number | undefined): Passage {
  return { block, item, raw: token.raw.trimEnd(), text: tokensText([token]).replace(/\s+/g, ' ').trim() };
}

/** The block, or the item of a list, that a passage is, among the tokens of its section. */
export function passageToken(tokens: readonly Token[], { block, item }: Passage): Token | undefined {
  const token = tokens.filter(isShown)[block];
  return isKind(token, 'list') && item !== undefined ? token.items[item] : token;
}

/** The section with all but one passage left out; the definitions that the passage's links need stay. */
export function excerpt(section: LexedSection, only: Passage): LexedSection {
  const all = passagesOf(section.tokens);
  const at = all.findIndex(({ block, item }) => block === only.block && item === only.item);
  const before = at > 0 ? [leftOut] : [];
  const behind = at < all.length - 1 ? [leftOut] : [];
  const kept = section.tokens
    .filter(isShown)
    .filter((_, block) => block === only.block)
    .map((token) => cutDown(token, only));
  const labels = labelsIn(only.raw);
  const definitions = section.tokens.filter((token) => isKind(token, 'def') && labels.has(token.tag));
  return {
    ...section,
    body: [...before, only, ...behind, ...definitions].map(({ raw }) => raw.trimEnd()).join('\n\n'),
    tokens: [...before, ...kept, ...behind, ...definitions],
  };
}

const leftOut = Object.freeze({
  type: 'paragraph',
  raw: LEFT_OUT,
  text: LEFT_OUT,
  tokens: [{ type: 'text', raw: LEFT_OUT, text: LEFT_OUT }],
});

/** A passage's block; of a list the passage's item alone, under its own number. */
function cutDown(block: Token, { item, raw }: Passage): Token {
  if (!isKind(block, 'list') || item === undefined) return block;
  const { items, start, ...list } = block;
  return { ...list, raw, start: start === '' ? start : start + item, items: items.slice(item, item + 1) };
}
