import type { MarkedToken, Token, Tokens } from 'marked';

/** Whether a block shows anything: blank space, definitions of links and HTML of comments alone do not. */
export function isShown(block: Token): boolean {
  if (block.type === 'html') return block.text.trim() !== '';
  return block.type !== 'space' && block.type !== 'def';
}

/**
 * Whether a token is of one of these kinds. TypeScript cannot tell by `type`: what marked calls `Token` has a member
 * for the tokens of extensions, whose type may be any text.
 */
export function isKind<Kind extends MarkedToken['type']>(
  token: Token | undefined,
  ...kinds: Kind[]
): token is Extract<MarkedToken, { type: Kind }> {
  return kinds.some((kind) => kind === token?.type);
}

/** The definition of a footnote, which `lex` gives beside marked's tokens; its label is `^1`, and its tag that in lower case. */
export type Footnote = Tokens.Generic & { label: string; tag: string; tokens: Token[] };

export function isFootnote(token: Token): token is Footnote {
  return token.type === 'footnote';
}

/** A token's children: its inline tokens, a list's items, a table's cells. */
export function childTokens(token: Token): readonly Token[] {
  if (isKind(token, 'list')) return token.items;
  if (isKind(token, 'table')) return rowsOf(token).flatMap((row) => row.flatMap(({ tokens }) => tokens));
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

/** A table's rows, its head first. */
function rowsOf({ header, rows }: Tokens.Table): readonly (readonly Tokens.TableCell[])[] {
  return [header, ...rows];
}

/** The words of tokens that `lex` gave, block or inline; code keeps its text, an image gives its alternative text. */
export function tokensText(tokens: readonly Token[]): string {
  return tokens.map(tokenText).join('');
}

function tokenText(token: Token): string {
  if (isKind(token, 'list')) return token.items.map(tokenText).join('\n');
  if (isKind(token, 'table')) return rowsOf(token).map(rowText).join('\n');
  if (isKind(token, 'br', 'space')) return '\n';
  if (isKind(token, 'html')) return '';
  if ('tokens' in token && token.tokens !== undefined) {
    const end = isKind(token, 'paragraph', 'heading', 'blockquote', 'list_item') ? '\n' : '';
    return tokensText(token.tokens) + end;
  }
  return 'text' in token ? token.text : '';
}

const rowText = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => tokensText(tokens)).join(' ');

/**
 * The inline Markdown that reads as a text (CommonMark 2.4). Left as they are: `_` within a word, `&` that begins no
 * entity, `#` that closes no heading, and `:` that begins no code of an emoji.
 */
export function escaped(text: string): string {
  return text.replace(
    /[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|(?<=^|\s)#(?=#*\s*$)|(?<![a-z0-9:]):(?=(?:[+-]1|[a-z][\w+-]*):)/giu,
    '\\$&',
  );
}

/** How many line ends a text holds. */
export function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}

/** A text with its white space single. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The kind of an alert or a container as a word of a text: `Warning`. */
export function kindName(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
}

/** Whether a text ends as questions do, in any script. */
export function isQuestion(text: string): boolean {
  return /[?\uff1f\u061f\u037e][\s*_"'\u201d]*$/.test(text.slice(-200));
}

/** Codes of emoji, `:tada:`; not times, nor paths of C++, nor parts of an address. */
export const EMOJI_CODE = /(?<![\w:]):([+-]1|[a-z][\w+-]*):(?![\w:])(?<!(?::\/\/|www\.)\S{0,999})/g;
