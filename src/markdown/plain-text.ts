import { decodeHTMLStrict } from 'entities';
import { Lexer, type Token } from 'marked';
import { withoutInvisible } from './invisible.ts';

/** Inline Markdown as a person reads it aloud: no marks, entities decoded, white space single. */
export function plainText(inlineMarkdown: string): string {
  if (!MARKED.test(inlineMarkdown)) return inlineMarkdown.replace(/\s+/g, ' ').trim();
  // An entity can stand for a control.
  return withoutInvisible(tokensText(new Lexer({ gfm: true }).inlineTokens(inlineMarkdown)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What text needs to hold for marked to read anything but text in it: a mark, an entity, or a bare address. */
const MARKED = /[\\`*_~[<&@]|:\/\/|www\./i;

/** The words of marked's tokens, block or inline; code keeps its text, an image gives its alternative text. */
export function tokensText(tokens: readonly Token[]): string {
  return tokens.map(tokenText).join('');
}

function tokenText(token: Token): string {
  switch (token.type) {
    case 'codespan':
    case 'escape':
    case 'code':
      return token.text;
    case 'br':
    case 'space':
      return '\n';
    case 'def':
      return '';
    case 'table':
      return [token.header, ...token.rows]
        .map((row: { tokens: Token[] }[]) => row.map((cell) => tokensText(cell.tokens)).join(' '))
        .join('\n');
    case 'list':
      return token.items.map((item: Token) => tokenText(item)).join('\n');
  }
  if ('tokens' in token && token.tokens !== undefined) {
    return tokensText(token.tokens) + (isBlock(token) ? '\n' : '');
  }
  return 'text' in token ? decodeText(token.text) : '';
}

function isBlock(token: Token): boolean {
  return (
    token.type === 'paragraph' ||
    token.type === 'heading' ||
    token.type === 'blockquote' ||
    token.type === 'list_item'
  );
}

/** Text of a marked `text` token with HTML entities decoded, as CommonMark 6.2 reads them. */
export function decodeText(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}
