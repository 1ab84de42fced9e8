import type { Token } from 'marked';
import { isKind } from './token-kind.ts';

/** The words of tokens that `lex` gave, block or inline; code keeps its text, an image gives its alternative text. */
export function tokensText(tokens: readonly Token[]): string {
  return tokens.map(tokenText).join('');
}

function tokenText(token: Token): string {
  if (isKind(token, 'list')) return token.items.map(tokenText).join('\n');
  if (isKind(token, 'table')) {
    return [token.header, ...token.rows]
      .map((row) => row.map((cell) => tokensText(cell.tokens)).join(' '))
      .join('\n');
  }
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
  }
  if ('tokens' in token && token.tokens !== undefined) {
    return (
      tokensText(token.tokens) +
      (isKind(token, 'paragraph', 'heading', 'blockquote', 'list_item') ? '\n' : '')
    );
  }
  return 'text' in token ? token.text : '';
}
