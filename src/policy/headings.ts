import type { Links, Token, Tokens, TokensList } from 'marked';
import { lineEnds, withLines } from '../markdown/lex.ts';
import { isKind } from '../markdown/tokens.ts';

/** A heading of a file, in whatever way it is written. */
export interface FoundHeading {
  /** Its own Markdown, attributes and all; of reference links the text alone. */
  readonly markdown: string;
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
  const summaries = tokens.flatMap((token) => (isKind(token, 'html') ? summariesIn(token.raw) : []));
  const asks = summaries.length === 1 && summaries.some((text) => text.includes(' ') && isQuestion(text));
  const areTopics = asks || (summaries.length > 1 && new Set(summaries).size === summaries.length);
  return blocksOf(tokens, 1, { depth: 0, hidden: 0, areTopics, links: tokens.links });
}

interface Around {
  /** Of the last heading that is not inferred. */
  depth: number;
  /** How many details are open whose summaries are no headings: what they hold belongs to what stands before them. */
  hidden: number;
  /** Whether summaries are headings: where one alone asks more than "More?", or several have words of their own ("Answer" is none). */
  readonly areTopics: boolean;
  /** What the file's reference links lead to. */
  readonly links: Links;
}

function blocksOf(tokens: readonly Token[], firstLine: number, around: Around): Block[] {
  return withLines(tokens, firstLine).flatMap(({ token, line }): Block[] => {
    const { raw } = token;
    if (isKind(token, 'html') && !around.areTopics) around.hidden = Math.max(0, around.hidden + opened(raw));
    if (around.hidden > 0) return [{ raw, line }];
    if (isKind(token, 'heading')) return [{ raw, line, heading: written(token.text, token.depth, around) }];
    if (isKind(token, 'def')) return [{ raw, line, defines: token.tag }];
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

function written(text: string, depth: number, around: Around): FoundHeading {
  around.depth = depth;
  return {
    markdown: withoutReferences(text, around.links),
    depth,
    isTopic: isQuestion(text),
    isInferred: false,
  };
}

function inferred(text: string, { depth, links }: Around): FoundHeading {
  const markdown = withoutReferences(text, links);
  return { markdown, depth: Math.max(2, depth + 1), isTopic: true, isInferred: true };
}

/** A heading with its reference links made their texts: it is read without the file's definitions. */
function withoutReferences(markdown: string, links: Links): string {
  return markdown.replace(REFERENCE, (whole, label: string, tag?: string) =>
    links[(tag || label).toLowerCase()] === undefined ? whole : label,
  );
}

const REFERENCE = /(?<!!)\[([^[\]]+)\](?:\[([^[\]]*)\])?(?!\()/g;

function isQuestion(text: string): boolean {
  return /[?\uff1f\u061f\u037e][\s*_"'\u201d)]*(?:\{[^{}]*\}|#+)?$/.test(text.slice(-200).trimEnd());
}

/** `1. ### How do I …` is a heading, and what else the item holds is its text. */
function listBlocks(list: Tokens.List, line: number, around: Around): Block[] {
  if (!list.items.some(({ tokens }) => isKind(tokens[0], 'heading'))) return [{ raw: list.raw, line }];
  return withLines(list.items, line).flatMap(({ token: item, line }): Block[] => {
    const [first, ...rest] = item.tokens;
    if (!isKind(first, 'heading')) return [{ raw: item.raw, line }];
    const heading = { ...written(first.text, first.depth, around), isTopic: true };
    // What is left open in an item ends with it.
    const text = blocksOf(rest, line + lineEnds(first.raw), { ...around });
    return [{ raw: first.raw, line, heading }, ...text];
  });
}

const BOLD_QUESTION =
  /^[ \t]*(\*\*|__)((?:(?!\1)[^\n])+)\1([?\uff1f]?)[ \t]*(?:<br\s*\/?>|\\)?[ \t]*(?:\n|$)/;
const FOOTNOTE = /^ {0,3}\[(\^[^\]\s]+)\]:/;

function paragraphBlocks(raw: string, line: number, around: Around): Block[] {
  const defines = FOOTNOTE.exec(raw)?.[1]?.toLowerCase();
  if (defines !== undefined) return [{ raw, line, defines }];
  const [whole = '', , bold = '', mark = ''] = BOLD_QUESTION.exec(raw) ?? [];
  if (!isQuestion(bold + mark)) return [{ raw, line }];
  const text = { raw: raw.slice(whole.length), line: line + 1 };
  return [{ raw: whole, line, heading: inferred(bold + mark, around) }, ...(text.raw === '' ? [] : [text])];
}

const SUMMARY = /<summary\b[^<>]*>([\s\S]{0,500}?)<\/summary>(?:\s*<br\s*\/?>)*/gi;
const HTML_HEADING = /<h([1-6])\b[^<>]*>([\s\S]{0,500}?)<\/h\1>/gi;
const EITHER = new RegExp(`${HTML_HEADING.source}|${SUMMARY.source}`, 'gi');
const DETAILS = /<(\/?)details\b[^<>]*>/gi;

function summariesIn(html: string): string[] {
  return Array.from(html.matchAll(SUMMARY), ({ 1: text = '' }) => inOneLine(text));
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Headings of HTML, and summaries, with the HTML between them. */
function htmlBlocks(html: string, firstLine: number, around: Around): Block[] {
  const { areTopics } = around;
  const blocks: Block[] = [];
  let line = firstLine;
  const add = (raw: string, more: Partial<Block>) => {
    if (raw !== '') blocks.push({ raw, line, ...more });
    line += lineEnds(raw);
  };
  const addText = (raw: string) =>
    add(raw, areTopics ? { raw: raw.replace(DETAILS, ''), closes: /<\/details\b/i.test(raw) } : {});
  let at = 0;
  for (const found of html.matchAll(areTopics ? EITHER : HTML_HEADING)) {
    const [whole, depth, title, summary] = found;
    const text = inOneLine(title ?? summary ?? '');
    if (text.replace(/<[^<>]*>/g, '').trim() === '') continue;
    addText(html.slice(at, found.index));
    const heading = depth === undefined ? inferred(text, around) : written(text, Number(depth), around);
    add(whole, { heading });
    at = found.index + whole.length;
  }
  addText(html.slice(at));
  return blocks;
}
