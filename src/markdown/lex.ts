import { Lexer, type Token, type Tokens, walkTokens } from 'marked';
import { decodeText } from './entities.ts';

/** A link or an image whose destination is written with entities. */
export interface Written {
  /** The destination as the Markdown has it. */
  readonly written?: string;
}

/**
 * A Markdown text as marked's tokens, and in them all entities decoded, so that who reads them loads no table of
 * entities. Whoever imports this loads marked, which takes longer than all else of a run.
 */
export function lex(markdown: string): Token[] {
  return decoded([...new Lexer({ gfm: true }).lex(markdown)]);
}

/** The same for a text that is one paragraph, whatever blocks it looks like. */
export function lexInline(markdown: string): Token[] {
  return decoded(new Lexer({ gfm: true }).inlineTokens(markdown));
}

/** Decodes in place: the tokens are fresh from the lexer. */
function decoded(tokens: Token[]): Token[] {
  walkTokens(tokens, (token) => {
    if (token.type === 'text' || token.type === 'image') token.text = decodeText(token.text);
    if (token.type === 'link' || token.type === 'image') decodeDestination(token as Tokens.Link & Written);
  });
  return tokens;
}

function decodeDestination(token: Tokens.Link & { written?: string }): void {
  if (!token.href.includes('&')) return;
  token.written = token.href;
  token.href = decodeText(token.href);
}
