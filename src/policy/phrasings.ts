import type { Token } from 'marked';
import { lexBlocks, plainText, withLines } from '../markdown/lex.ts';
import { isKind } from '../markdown/tokens.ts';
import { type FileMatter, placeOf, textsField } from './front-matter.ts';
import { type ListedText, type Place, problemAt, type Reading } from './policy.ts';

/** A phrasing, and where it is written. */
export type PlacedPhrasing = ListedText & Place;

const LIMIT = Object.freeze({
  /** Phrasings in one list; the longest of the bundled policy has some two thousand. */
  count: 5_000,
  /** UTF-16 units; people ask in a sentence or two. */
  length: 1_000,
});

/** A list's phrasings as far as they are of use, and what is left out of them. */
export function boundedPhrasings(
  texts: readonly ListedText[],
  file: string,
): Reading<readonly PlacedPhrasing[]> {
  const placed = texts.slice(0, LIMIT.count).map((text) => ({ ...text, file }));
  const isLong = ({ text }: ListedText) => text.length > LIMIT.length;
  const refused = (line: number, why: string) => problemAt({ file, line }, 'error', why);
  const problems = placed
    .filter(isLong)
    .map(({ line }) => refused(line, 'a phrasing of over 1,000 characters (left out)'));
  const further = texts[LIMIT.count];
  if (further !== undefined)
    problems.push(refused(further.line, 'over 5,000 phrasings in one list; those from here on are left out'));
  return { value: placed.filter((each) => !isLong(each)), problems };
}

/** The phrasings that a field of a file's front matter lists. */
export function phrasingField(file: FileMatter, key: string): Reading<readonly PlacedPhrasing[]> {
  const texts = textsField(file, key);
  if (texts !== undefined) return boundedPhrasings(texts, file.path);
  const message = `${key} in front matter is not a list of texts (left out)`;
  return { value: [], problems: [problemAt(placeOf(file, key), 'error', message)] };
}

/**
 * All list items of a Markdown text in order, each in one line and before the items that it holds, with the block quote
 * at the head of its group. A heading opens a group of them.
 */
export function groupedItems(markdown: string, firstLine = 1): ListedText[] {
  let quote: string | undefined;
  return withLines(lexBlocks(markdown), firstLine).flatMap(({ token, line }) => {
    if (token.type === 'heading') quote = undefined;
    if (isKind(token, 'blockquote')) quote = plainText(token.text);
    return itemsOf(token, line).map((item) => (quote === undefined ? item : { ...item, quote }));
  });
}

/** The items of a list, and of the lists in it; none of any other block. */
function itemsOf(block: Token, firstLine: number): ListedText[] {
  if (!isKind(block, 'list')) return [];
  return withLines(block.items, firstLine).flatMap(({ token: { tokens }, line }) => {
    const own = tokens.filter(({ type }) => type !== 'list');
    const text = plainText(own.map((token) => ('text' in token ? String(token.text) : '')).join(' '));
    const inner = withLines(tokens, line).flatMap((each) => itemsOf(each.token, each.line));
    return text === '' ? inner : [{ text, line }, ...inner];
  });
}
