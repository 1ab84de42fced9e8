import { Lexer, type Token } from 'marked';
import { plainText } from '../markdown/plain-text.ts';

/** The texts of all list items in a Markdown text, in order, one line each; headings only group them. */
export function listItems(markdown: string): string[] {
  const isList = (token: Token) => token.type === 'list';
  return new Lexer({ gfm: true })
    .blockTokens(markdown)
    .filter(isList)
    .flatMap((list) => ('items' in list && Array.isArray(list.items) ? list.items : []))
    .map((item: Token) => ('text' in item ? plainText(String(item.text)) : ''))
    .filter((text) => text !== '');
}
