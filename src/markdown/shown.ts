import type { Token, Tokens } from 'marked';
import inlineTags from './inline-tags.json' with { type: 'json' };
import { decodeText, lex, lexInline, withoutComments } from './lex.ts';
import { EMOJI_CODE, escaped, isKind, tokensText } from './tokens.ts';

type Readers = Pick<typeof import('./html.ts'), 'htmlMarkdown' | 'nameToEmoji'>;

/** Readers of HTML and emoji codes, loaded when a text first holds any; kept, as not all who show tokens can wait. */
let readers: Readers = { htmlMarkdown: () => undefined, nameToEmoji: {} };

const HTML_BLOCK = /^[ \t]*(?:>[ \t]*)*(?:[-*+] +|\d+[.)] +)?<[a-z]/im;

/** Makes ready for the tokens of some texts, and gives `shown`. */
export async function showing(texts: readonly { readonly body: string }[]): Promise<typeof shown> {
  const holds = texts.some(({ body }) => HTML_BLOCK.test(body) || body.search(EMOJI_CODE) !== -1);
  if (holds) readers = await import('./html.ts');
  return shown;
}

/** Tokens of `lex` as a page shows them, where `showing` made ready for it: HTML as what it means, codes of emoji as signs. */
export function shown(tokens: readonly Token[]): Token[] {
  const all = withWholeTables(tokens);
  const out: Token[][] = [];
  let done = -1;
  for (const [at, token] of all.entries()) {
    if (at <= done) continue;
    if (!isKind(token, 'html')) out.push([...labelOf(token), shownToken(token)]);
    else if (token.block) out.push([silent(token)], blockOf(token));
    else {
      done = closingOf(all, at);
      const made = done === -1 ? imageOf(token) : pairOf(token, shown(all.slice(at + 1, done)));
      out.push([silent(token)], isLineEnd(token, out) ? [{ type: 'br', raw: '' }] : made);
    }
  }
  return out.flat();
}

function shownToken(token: Token): Token {
  const inner = <T extends { tokens: Token[] }>(each: T): T => ({
    ...each,
    tokens: withoutOuterBreaks(shown(each.tokens)),
  });
  if (isKind(token, 'list')) return { ...token, items: token.items.map(inner) };
  if (isKind(token, 'table'))
    return { ...token, header: token.header.map(inner), rows: token.rows.map((row) => row.map(inner)) };
  if ('tokens' in token && token.tokens !== undefined) {
    const made = inner({ ...token, tokens: token.tokens });
    return isKind(token, 'paragraph') && tokensText(made.tokens).trim() === '' ? silent(token) : made;
  }
  if (!isKind(token, 'text')) return token;
  const signs = readers.nameToEmoji;
  const signOf = (code: string, name: string) => (Object.hasOwn(signs, name) && signs[name]) || code;
  return { ...token, text: token.text.replace(EMOJI_CODE, signOf) };
}

/** What a tab or a frame of code is called: `[npm]` of VitePress, `title="a.js"` of Docusaurus and MkDocs. */
function labelOf(token: Token): Token[] {
  const [, label, , title = ''] = (isKind(token, 'code') && CODE_LABEL.exec(token.lang ?? '')) || [];
  const text = label ?? title;
  if (text === '') return [];
  return [{ type: 'paragraph', raw: '', text, tokens: lexInline(`**${escaped(text)}**`) }];
}

const CODE_LABEL = /\s\[([^\]]+)\]|\stitle=(["'])(.*?)\2/;

/** Without the line breaks before the first word and behind the last. */
function withoutOuterBreaks(tokens: Token[]): Token[] {
  const isWord = (token: Token) => tokensText([token]).trim() !== '';
  const [first, last] = [tokens.findIndex(isWord), tokens.findLastIndex(isWord)];
  return tokens.filter(({ type }, at) => type !== 'br' || (first < at && at < last));
}

/** HTML that shows nothing itself. It stays among the tokens, as what looks like a link in it is none. */
function silent({ raw }: Token): Tokens.HTML {
  return { type: 'html', raw, text: '', block: true, pre: false };
}

const TAG = /<\/?[a-z][^<>]*>/gi;

function blockOf({ raw }: Token): Token[] {
  const html = withoutComments(raw);
  const markdown = readers.htmlMarkdown(html) ?? html.replace(TAG, ' ');
  return shown(lex(markdown).map(inParagraph));
}

/** Where a line is nothing but a tag, marked makes a block of it. */
function inParagraph(token: Token): Token {
  if (!isKind(token, 'html') || !token.block) return token;
  return { type: 'paragraph', raw: token.raw, text: token.raw, tokens: lexInline(token.raw.trim()) };
}

/** marked ends HTML at a blank line; a table's goes on to its end. */
function withWholeTables(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let isOpen = false;
  for (const token of tokens) {
    const last = out.at(-1);
    const raw = token.raw.toLowerCase();
    if (isOpen && isKind(last, 'html')) out[out.length - 1] = { ...last, raw: last.raw + token.raw };
    else out.push(token);
    if (isOpen) isOpen = !raw.includes('</table');
    else isOpen = isKind(token, 'html') && raw.lastIndexOf('<table') > raw.lastIndexOf('</table');
  }
  return out;
}

const NAME = /^<(\/?)([a-z][\w-]*)/i;

/** Where the element ends that a tag opens; -1 where it does not. */
function closingOf(tokens: readonly Token[], at: number): number {
  const [, slash, name = ''] = NAME.exec(tokens[at]?.raw ?? '') ?? [];
  if (slash !== '' || !MEANING.has(name.toLowerCase())) return -1;
  const closing = new RegExp(`^</${name}\\s*>`, 'i');
  return tokens.findIndex((token, place) => place > at && token.type === 'html' && closing.test(token.raw));
}

const MEANING: ReadonlyMap<string, string> = new Map(Object.entries(inlineTags));

/** The tokens of an element that Markdown has a mark for, or that no page shows. */
function pairOf({ raw }: Tokens.HTML | Tokens.Tag, tokens: Token[]): Token[] {
  const type = MEANING.get(NAME.exec(raw)?.[2]?.toLowerCase() ?? '');
  if (type === 'nothing') return [];
  const text = tokensText(tokens).replace(/\s*\n\s*/g, ' ');
  const href = attribute(raw, 'href');
  const isAnchor = type === 'link' && (!href || text.trim() === '');
  if (type === undefined || isAnchor) return tokens;
  return [type === 'codespan' ? { type, raw, text } : { type, raw, href, text, tokens }];
}

/** Whether a tag within lines begins or ends one of its own, and none has been ended there. */
function isLineEnd({ raw }: Token, before: readonly Token[][]): boolean {
  const isSeen = (token: Token) => token.type === 'br' || tokensText([token]).trim() !== '';
  return LINE.test(raw) && before.findLast((tokens) => tokens.some(isSeen))?.findLast(isSeen)?.type !== 'br';
}

const LINE = /^<\/?(?:dd|details|div|dt|li|ol|p|summary|tr|ul)\b/i;

function imageOf({ raw }: Tokens.HTML | Tokens.Tag): Token[] {
  const text = /^<img\b/i.test(raw) ? attribute(raw, 'alt') : undefined;
  if (!text) return [];
  const href = attribute(raw, 'src') ?? '';
  return [{ type: 'image', raw, href, text, tokens: [{ type: 'text', raw: text, text }] }];
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}\\s*=\\s*(["']?)(.*?)\\1(?=\\s|/?>)`, 'is').exec(tag)?.[2];
  return value === undefined ? undefined : decodeText(value);
}
