import type { Token } from 'marked';
import { lexBlocks, plainText, withLines } from '../markdown/lex.ts';
import { isKind } from '../markdown/tokens.ts';
import { type FrontMatter, lineOf, textsField } from './front-matter.ts';
import { type Phrasing, type Place, problemAt, type Reading } from './policy.ts';

/** A phrasing, and where it is written. */
export type PlacedPhrasing = Place & Phrasing;

const LIMIT = Object.freeze({
  /** Phrasings in one list; the longest of the bundled policy has some two thousand. */
  count: 5_000,
  /** UTF-16 units; people ask in a sentence or two. */
  length: 1_000,
});

/** A list's phrasings as far as they are of use, and what is left out of them. */
export function boundedPhrasings(all: readonly PlacedPhrasing[]): Reading<readonly PlacedPhrasing[]> {
  const first = all.slice(0, LIMIT.count);
  const long = first.filter(({ text }) => text.length > LIMIT.length);
  const further = all[LIMIT.count];
  return {
    value: first.filter(({ text }) => text.length <= LIMIT.length),
    problems: [
      ...long.map((place) => problemAt(place, 'error', 'a phrasing of over 1,000 characters (left out)')),
      ...(further === undefined
        ? []
        : [problemAt(further, 'error', 'over 5,000 phrasings in one list; those from here on are left out')]),
    ],
  };
}

/** The phrasings that a field of a file's front matter lists. */
export function phrasingField(
  file: FrontMatter & { readonly path: string },
  key: string,
): Reading<readonly PlacedPhrasing[]> {
  const texts = textsField(file, key);
  if (texts !== undefined) return boundedPhrasings(texts.map((text) => ({ ...text, file: file.path })));
  const message = `${key} in front matter is not a list of texts (left out)`;
  const problem = problemAt({ file: file.path, line: lineOf(file, key) }, 'error', message);
  return { value: [], problems: [problem] };
}

/** An item of a list, its text in one line. */
export interface GroupedItem {
  readonly text: string;
  /** From 1, in the Markdown. */
  readonly line: number;
  /** The block quote at the head of the item's group, in one line, where it has one. */
  readonly quote?: string;
}

/** All list items of a Markdown text in order, each before the items that it holds. A heading opens a group of them. */
export function groupedItems(markdown: string): GroupedItem[] {
  let quote: string | undefined;
  return withLines(lexBlocks(markdown), 1).flatMap(({ token, line }) => {
    if (token.type === 'heading') quote = undefined;
    if (isKind(token, 'blockquote')) quote = plainText(token.text);
    return itemsOf(token, line).map((item) => (quote === undefined ? item : { ...item, quote }));
  });
}

/** The items of a list, and of the lists in it; none of any other block. */
function itemsOf(block: Token, firstLine: number): GroupedItem[] {
  if (!isKind(block, 'list')) return [];
  return withLines(block.items, firstLine).flatMap(({ token: { tokens }, line }) => {
    const own = tokens.filter(({ type }) => type !== 'list');
    const text = plainText(own.map((token) => ('text' in token ? String(token.text) : '')).join(' '));
    const inner = withLines(tokens, line).flatMap((each) => itemsOf(each.token, each.line));
    return text === '' ? inner : [{ text, line }, ...inner];
  });
}
