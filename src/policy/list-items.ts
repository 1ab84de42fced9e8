import { Lexer, type Token, type Tokens } from 'marked';
import { plainText } from '../markdown/plain-text.ts';

/** An item of a list, its text in one line. */
export interface ListItem {
  readonly text: string;
  /** From 1, in the Markdown. */
  readonly line: number;
}

/** All list items of a Markdown text in order, each with the items that it holds; headings only group them. */
export function listItems(markdown: string): ListItem[] {
  return itemsIn(new Lexer({ gfm: true }).blockTokens(markdown), 1);
}

function itemsIn(tokens: readonly Token[], firstLine: number): ListItem[] {
  let line = firstLine;
  return tokens.flatMap((token) => {
    const start = line;
    line += token.raw.split('\n').length - 1;
    return token.type === 'list' ? itemsOf(token as Tokens.List, start) : [];
  });
}

function itemsOf(list: Tokens.List, firstLine: number): ListItem[] {
  let line = firstLine;
  return list.items.flatMap((item) => {
    const start = line;
    line += item.raw.split('\n').length - 1;
    const own = item.tokens.filter(({ type }) => type !== 'list');
    const text = plainText(own.map((token) => ('text' in token ? String(token.text) : '')).join(' '));
    return [...(text === '' ? [] : [{ text, line: start }]), ...itemsIn(item.tokens, start)];
  });
}
