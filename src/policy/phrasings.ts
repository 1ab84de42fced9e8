import type { Token } from 'marked';
import { lexBlocks, plainText, withLines } from '../markdown/lex.ts';
import { inOneLine, isKind } from '../markdown/tokens.ts';
import { type FileMatter, placeOf, textsField } from './front-matter.ts';
import { type Place, type PlacedPhrasing, problemAt, type Reading } from './policy.ts';

const LIMIT = Object.freeze({
  /** Phrasings in one list; the longest of the bundled policy has some two thousand. */
  count: 5_000,
  /** UTF-16 units; people ask in a sentence or two. */
  length: 1_000,
});

/** A list's phrasings as far as they are of use, each in one line, and what is left out of them. */
export function boundedPhrasings(texts: readonly PlacedPhrasing[]): Reading<readonly PlacedPhrasing[]> {
  const first = texts.slice(0, LIMIT.count);
  const isLong = ({ text }: PlacedPhrasing) => text.length > LIMIT.length;
  const tooLong = 'a phrasing of over 1,000 characters (left out)';
  const problems = first.filter(isLong).map((each) => problemAt(each, 'error', tooLong));
  const further = texts[LIMIT.count];
  const over = 'over 5,000 phrasings in one list; those from here on are left out';
  if (further !== undefined) problems.push(problemAt(further, 'error', over));
  // Not before: aliases of YAML can stand for a long text thousands of times.
  const value = first.filter((each) => !isLong(each));
  return { value: value.map((each) => ({ ...each, text: inOneLine(each.text) })), problems };
}

/** The phrasings that a field of a file's front matter lists. */
export function phrasingField(file: FileMatter, key: string): Reading<readonly PlacedPhrasing[]> {
  const texts = textsField(file, key);
  if (texts !== undefined) return boundedPhrasings(texts);
  const message = `${key} in front matter is not a list of texts (left out)`;
  return { value: [], problems: [problemAt(placeOf(file, key), 'error', message)] };
}

/**
 * All list items of a Markdown text in order, each in one line and before the items that it holds, with the block quote
 * at the head of its group. A heading opens a group of them.
 *
 * @param place where the text begins.
 */
export function groupedItems(markdown: string, place: Place): PlacedPhrasing[] {
  const { file } = place;
  let quote: string | undefined;
  return withLines(lexBlocks(markdown), place.line).flatMap(({ token, line }) => {
    if (token.type === 'heading') quote = undefined;
    if (isKind(token, 'blockquote')) quote = plainText(token.text);
    return itemsOf(token, { file, line }).map((item) => (quote === undefined ? item : { ...item, quote }));
  });
}

/** The items of a list, and of the lists in it; none of any other block. */
function itemsOf(block: Token, { file, line: first }: Place): PlacedPhrasing[] {
  if (!isKind(block, 'list')) return [];
  return withLines(block.items, first).flatMap(({ token: { tokens }, line }) => {
    const own = tokens.filter(({ type }) => type !== 'list');
    const text = plainText(own.map((token) => ('text' in token ? String(token.text) : '')).join(' '));
    const inner = withLines(tokens, line).flatMap((each) => itemsOf(each.token, { file, line: each.line }));
    return text === '' ? inner : [{ text, file, line }, ...inner];
  });
}
