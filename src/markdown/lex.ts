import { decodeHTMLStrict } from 'entities';
import { type Links, type Token, type Tokens, type TokensList, walkTokens } from 'marked';
import { isOverlong } from './bounds.ts';
import { withoutInvisible } from './invisible.ts';
import { newLexer } from './lexer.ts';
import { inOneLine, isKind, kindName, lineEnds, tokensText } from './tokens.ts';

/**
 * A section's Markdown as marked's tokens. Entities are decoded in them and comments left out, so that what reads them
 * need not load a table of entities. One that is longer than any that is meant to be read is a block that stands as it is
 * written. To import this module loads marked, which takes longer than the rest of a run.
 */
export function lex(markdown: string): Token[] {
  return isOverlong(markdown) ? [{ type: 'code', raw: markdown, text: markdown }] : lexFile(markdown);
}

/** A file's Markdown like that, however long it is. */
export function lexFile(markdown: string): Token[] {
  return decoded([...newLexer().lex(markdown)]);
}

/** The tokens of a text that is one paragraph, whatever blocks it looks like; decoded as those of `lex`. */
export function lexInline(markdown: string, links?: Links): Token[] {
  if (!MARKED.test(markdown)) return [{ type: 'text', raw: markdown, text: markdown }];
  const lexer = newLexer();
  if (links !== undefined) lexer.tokens.links = links;
  return decoded(lexer.inlineTokens(markdown));
}

/** Marks, entities and bare addresses: without any of them marked reads a text as nothing but text. */
const MARKED = /[\\`*_~[<&@]|:\/\/|www\.| {2}\n/i;

/**
 * The block tokens alone, in a fraction of the time, with the definitions of reference links. Nothing is decoded; the
 * `raw` of all of them, joined, is the text.
 */
export function lexBlocks(markdown: string): TokensList {
  const lexer = newLexer();
  lexer.blockTokens(markdown, lexer.tokens);
  return lexer.tokens;
}

/** Blocks or list items that follow each other in a text, each with the line that it starts on; `first` is the text's. */
export function withLines<Block extends { readonly raw: string }>(blocks: readonly Block[], first: number) {
  let next = first;
  return blocks.map((token) => {
    const line = next;
    next += lineEnds(token.raw);
    return { token, line };
  });
}

/** In place: the tokens are fresh from the lexer. */
function decoded(tokens: Token[]): Token[] {
  walkTokens(tokens, (token) => {
    if (token.type === 'text' || token.type === 'image') token.text = decodeText(token.text);
    // What is decoded is kept too: by it links.ts finds the link in the Markdown.
    if (isKind(token, 'link', 'image') && token.href.includes('&'))
      Object.assign(token, { written: token.href, href: decodeText(token.href) });
    if (isKind(token, 'html')) showHtml(token);
    if (isKind(token, 'blockquote')) nameAlert(token);
  });
  return tokens;
}

/** Leaves comments out of HTML, which is read as text, and makes line breaks of `<br>` and, as browsers do, of `</br>`. */
function showHtml(token: Tokens.HTML | Tokens.Tag): void {
  const text = withoutComments(token.raw);
  const isBreak = /^(?:<\/?br\s*\/?>\s*)+$/i.test(text);
  if (isBreak && !token.block) Object.assign(token, { type: 'br' });
  else token.text = isBreak ? '' : text;
}

/** `[!WARNING]` of GitHub; of Obsidian `[!warning]- Title`, which folds. */
const ALERT = /^\[!([\w-]+)(?:\|[^\]\n]*)?\](?![([:])[+-]?[ \t]*(.*)(?:\n|$)/;

/** Alerts begin with their kind, which is shown as the first paragraph; a title is a line of it. */
function nameAlert({ tokens: [first], tokens }: Tokens.Blockquote): void {
  const alert = isKind(first, 'paragraph') ? ALERT.exec(first.text) : null;
  if (!isKind(first, 'paragraph') || alert === null) return;
  const [mark, kind = '', title = ''] = alert;
  const name = `**${kindName(kind)}:**`;
  const head = title === '' ? name : `${name} ${title}  \n`;
  tokens[0] = { ...first, tokens: lexInline(`${head} ${first.text.slice(mark.length)}`.trim()) };
}

/** HTML without its comments, which no page shows; one that is never closed stays (HTML 13.1.6). */
export function withoutComments(html: string): string {
  // Behind the last closing the pattern would look for one from each of a thousand openings.
  const end = html.lastIndexOf('-->') + '-->'.length;
  return html.slice(0, end).replace(/<!--.*?-->/gs, '') + html.slice(end);
}

/** Text with its HTML entities decoded, as CommonMark 6.2 reads them. */
export function decodeText(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

/** Inline Markdown as a person reads it aloud: no marks, entities decoded, white space single. */
export function plainText(inlineMarkdown: string): string {
  // An entity can stand for an invisible character.
  return inOneLine(withoutInvisible(tokensText(lexInline(inlineMarkdown))));
}

/** Letters that a page does not show. Each pattern stops where it would begin anew, so that none goes back far. */
const UNSEEN = [
  // Definitions of links.
  /^ {0,3}\[[^\]\n]+\]:.*$/gm,
  // Tags and comments; not addresses in angle brackets.
  /<!--[^<>]*>|<[!/]?[a-z-][^<>:]*>/gi,
  // Destinations, with one level of brackets in them, and labels of reference links.
  /\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^[\]\n]*\]/g,
];

/**
 * A Markdown text for a search index: the words that a reader sees, found by patterns, ten times as fast as by marked.
 * Marks stay, as no word holds any; where Markdown is written oddly, a word of a link may stay, which no ranking turns on.
 */
export function indexText(markdown: string): string {
  if (!/[[<&]/.test(markdown)) return markdown;
  return decodeText(UNSEEN.reduce((text, pattern) => text.replace(pattern, ' '), markdown));
}
