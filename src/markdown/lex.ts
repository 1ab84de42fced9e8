import { Lexer, type Token, type Tokens, walkTokens } from 'marked';
import { decodeText } from './entities.ts';
import { isKind } from './token-kind.ts';

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
    if (isKind(token, 'link', 'image')) decodeDestination(token);
  });
  return tokens;
}

/** As the Markdown has it, a destination stays under `written`: it is looked for in there to be made absolute. */
function decodeDestination(token: Tokens.Link | Tokens.Image): void {
  if (!token.href.includes('&')) return;
  Object.assign(token, { written: token.href, href: decodeText(token.href) });
}
