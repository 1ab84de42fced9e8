import type { Token } from 'marked';

/** The words of tokens that `lex` gave, block or inline; code keeps its text, an image gives its alternative text. */
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
  return 'text' in token ? token.text : '';
}

function isBlock(token: Token): boolean {
  return (
    token.type === 'paragraph' ||
    token.type === 'heading' ||
    token.type === 'blockquote' ||
    token.type === 'list_item'
  );
}
