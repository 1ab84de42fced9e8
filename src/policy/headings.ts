import type { Links, Token, Tokens, TokensList } from 'marked';
import { lineEnds, withLines } from '../markdown/lex.ts';
import { inOneLine, isKind } from '../markdown/tokens.ts';
import { type Heading, headingOf } from './names.ts';

/** A heading of a file, in whatever way it is written. */
export interface FoundHeading extends Heading {
  readonly depth: number;
  /** Its text is a topic however short it is. */
  readonly isTopic: boolean;
  /** It is a bold line or a summary, as deep as what stands around it makes it. */
  readonly isInferred: boolean;
}

/** A stretch of a file: a heading, or text. The `raw` of all of them, joined, is the text but for marks of lists. */
export interface Block {
  readonly raw: string;
  /** From 1. */
  readonly line: number;
  readonly heading?: FoundHeading;
  /** The label that it defines for links, or for footnotes, as `^1`. */
  readonly defines?: string;
  /** It ends what the last summary opened. */
  readonly closes?: boolean;
}

/** The blocks of a file with its headings found: of Markdown, in list items, in HTML, summaries, bold questions. */
export function blocksWithHeadings(tokens: TokensList): Block[] {
  const html = tokens.flatMap((token) => (isKind(token, 'html') ? token.raw : [])).join('');
  const summaries = Array.from(html.matchAll(SUMMARY), ({ 1: text = '' }) => inOneLine(text));
  const tell = summaries.length > 1 || summaries.some((text) => text.includes(' ') && isQuestion(text));
  const areTopics = tell && new Set(summaries).size === summaries.length;
  const hides = !areTopics && opened(html) === 0;
  return blocksOf(tokens, 1, { depth: 0, hidden: 0, areTopics, hides, links: tokens.links });
}

interface Around {
  /** Of the last heading that is not inferred. */
  depth: number;
  /** How many details are open that hide what they hold. */
  hidden: number;
  /** Whether summaries are headings: where one alone asks more than "More?", or several have words of their own ("Answer" is none). */
  readonly areTopics: boolean;
  /** Whether what details hold belongs to what stands before them: their summaries are no headings, and all of them end. */
  readonly hides: boolean;
  /** What the file's reference links lead to. */
  readonly links: Links;
}

function blocksOf(tokens: readonly Token[], firstLine: number, around: Around): Block[] {
  return withLines(tokens, firstLine).flatMap(({ token, line }): Block[] => {
    const { raw } = token;
    if (around.hides && isKind(token, 'html')) around.hidden = Math.max(0, around.hidden + opened(raw));
    if (around.hidden > 0) return [{ raw, line }];
    if (isKind(token, 'heading')) return [{ raw, line, heading: found(token.text, around, token.depth) }];
    if (isKind(token, 'def')) return [{ raw, line, defines: token.tag }];
    if (token.type === 'footnote') return [{ raw, line, defines: String(token['label']).toLowerCase() }];
    if (isKind(token, 'list')) return listBlocks(token, line, around);
    if (isKind(token, 'html')) return htmlBlocks(raw, line, around);
    if (isKind(token, 'paragraph')) return paragraphBlocks(raw, line, around);
    return [{ raw, line }];
  });
}

/** How many more details a piece of HTML opens than it closes. */
function opened(html: string): number {
  return (html.match(/<details\b/gi)?.length ?? 0) - (html.match(/<\/details\b/gi)?.length ?? 0);
}

/** A heading as deep as it is written, else as what stands around it makes it. */
function found(markdown: string, around: Around, depth?: number): FoundHeading {
  const heading = headingOf(markdown, around.links);
  if (depth === undefined)
    return { ...heading, depth: Math.max(2, around.depth + 1), isTopic: true, isInferred: true };
  around.depth = depth;
  return { ...heading, depth, isTopic: isQuestion(heading.text), isInferred: false };
}

function isQuestion(text: string): boolean {
  return /[?\uff1f\u061f\u037e][\s*_"'\u201d]*$/.test(text.slice(-200));
}

/** `1. ### How do I …` is a heading, and what else the item holds is its text. */
function listBlocks(list: Tokens.List, firstLine: number, around: Around): Block[] {
  if (!list.items.some(({ tokens }) => isKind(tokens[0], 'heading')))
    return [{ raw: list.raw, line: firstLine }];
  return withLines(list.items, firstLine).flatMap(({ token: { raw, tokens }, line }): Block[] => {
    const [first, ...rest] = tokens;
    if (!isKind(first, 'heading')) return [{ raw, line }];
    const heading = { ...found(first.text, around, first.depth), isTopic: true };
    // What is left open in an item ends with it.
    const text = blocksOf(rest, line + lineEnds(first.raw), { ...around });
    return [{ raw: first.raw, line, heading }, ...text];
  });
}

const BOLD_QUESTION =
  /^[ \t]*(\*\*|__)((?:(?!\1)[^\n])+)\1([?\uff1f]?)[ \t]*(?:<br\s*\/?>|\\)?[ \t]*(?:\n|$)/;

function paragraphBlocks(raw: string, line: number, around: Around): Block[] {
  const [whole = '', , bold = '', mark = ''] = BOLD_QUESTION.exec(raw) ?? [];
  if (!isQuestion(bold + mark)) return [{ raw, line }];
  const question = { raw: whole, line, heading: found(bold + mark, around) };
  return [question, { raw: raw.slice(whole.length), line: line + 1 }];
}

const SUMMARY = /<summary\b[^<>]*>([\s\S]{0,500}?)<\/summary>(?:\s*<br\s*\/?>)*/gi;
const HTML_HEADING = /<h([1-6])\b[^<>]*>([\s\S]{0,500}?)<\/h\1>/gi;
const EITHER = new RegExp(`${HTML_HEADING.source}|${SUMMARY.source}`, 'gi');
const DETAILS = /<(\/?)details\b[^<>]*>/gi;

/** Headings of HTML, and summaries, with the HTML between them. */
function htmlBlocks(html: string, firstLine: number, around: Around): Block[] {
  const pieces: Pick<Block, 'raw' | 'heading'>[] = [];
  let at = 0;
  for (const match of html.matchAll(around.areTopics ? EITHER : HTML_HEADING)) {
    const [raw, depth, title, summary = ''] = match;
    const heading = found(inOneLine(title ?? summary), around, depth === undefined ? depth : Number(depth));
    if (heading.text === '') continue;
    pieces.push({ raw: html.slice(at, match.index) }, { raw, heading });
    at = match.index + raw.length;
  }
  pieces.push({ raw: html.slice(at) });
  return withLines(pieces, firstLine).map(({ token, line }) => {
    if (token.heading !== undefined || !around.areTopics) return { ...token, line };
    return { raw: token.raw.replace(DETAILS, ''), line, closes: /<\/details\b/i.test(token.raw) };
  });
}
