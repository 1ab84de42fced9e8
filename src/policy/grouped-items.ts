import type { Token, Tokens } from 'marked';
import { newLexer } from '../markdown/lexer.ts';
import { plainText } from '../markdown/plain-text.ts';
import { isKind } from '../markdown/token-kind.ts';

/** An item of a list, its text in one line. */
export interface GroupedItem {
  readonly text: string;
  /** From 1, in the Markdown. */
  readonly line: number;
  /** The block quote at the head of the item's group, in one line, where it has one. */
  readonly quote?: string;
}

/** All list items of a Markdown text in order, each with the items that it holds. A heading opens a group of them. */
export function groupedItems(markdown: string): GroupedItem[] {
  let quote: string | undefined;
  let line = 1;
  return newLexer()
    .blockTokens(markdown)
    .flatMap((token) => {
      const start = line;
      line += linesIn(token);
      if (token.type === 'heading') quote = undefined;
      if (isKind(token, 'blockquote')) quote = plainText(token.text);
      if (!isKind(token, 'list')) return [];
      return itemsOf(token, start).map((item) => (quote === undefined ? item : { ...item, quote }));
    });
}

function itemsIn(tokens: readonly Token[], firstLine: number): GroupedItem[] {
  let line = firstLine;
  return tokens.flatMap((token) => {
    const start = line;
    line += linesIn(token);
    return isKind(token, 'list') ? itemsOf(token, start) : [];
  });
}

function itemsOf(list: Tokens.List, firstLine: number): GroupedItem[] {
  let line = firstLine;
  return list.items.flatMap((item) => {
    const start = line;
    line += linesIn(item);
    const own = item.tokens.filter(({ type }) => type !== 'list');
    const text = plainText(own.map((token) => ('text' in token ? String(token.text) : '')).join(' '));
    return [...(text === '' ? [] : [{ text, line: start }]), ...itemsIn(item.tokens, start)];
  });
}

function linesIn({ raw }: { readonly raw: string }): number {
  return raw.split('\n').length - 1;
}
