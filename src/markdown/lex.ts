import { type Token, type Tokens, walkTokens } from 'marked';
import { withoutComments } from './comments.ts';
import { decodeText } from './entities.ts';
import { newLexer } from './lexer.ts';
import { isKind } from './token-kind.ts';

/**
 * A Markdown text as marked's tokens, and in them all entities decoded and comments left out, so that who reads them
 * loads no table of entities. Whoever imports this loads marked, which takes longer than all else of a run.
 */
export function lex(markdown: string): Token[] {
  return decoded([...newLexer().lex(markdown)]);
}

/** The same for a text that is one paragraph, whatever blocks it looks like. */
export function lexInline(markdown: string): Token[] {
  return decoded(newLexer().inlineTokens(markdown));
}

/** Decodes in place: the tokens are fresh from the lexer. */
function decoded(tokens: Token[]): Token[] {
  walkTokens(tokens, (token) => {
    if (token.type === 'text' || token.type === 'image') token.text = decodeText(token.text);
    if (isKind(token, 'link', 'image')) decodeDestination(token);
    if (isKind(token, 'html')) showHtml(token);
  });
  return tokens;
}

/** Of HTML that is read as text, what a page would not show as such: comments, and line breaks. */
function showHtml(token: Tokens.HTML | Tokens.Tag): void {
  const text = withoutComments(token.raw);
  const isBreak = /^(?:<br\s*\/?>\s*)+$/i.test(text);
  if (isBreak && !token.block) Object.assign(token, { type: 'br' });
  else token.text = isBreak ? '' : text;
}

/** As the Markdown has it, a destination stays under `written`: it is looked for in there to be made absolute. */
function decodeDestination(token: Tokens.Link | Tokens.Image): void {
  if (!token.href.includes('&')) return;
  Object.assign(token, { written: token.href, href: decodeText(token.href) });
}
