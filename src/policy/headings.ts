import type { Token, Tokens } from 'marked';
import { lineEnds, withLines } from '../markdown/lex.ts';
import { isKind } from '../markdown/tokens.ts';

/** A heading of a file, in whatever way it is written. */
export interface FoundHeading {
  /** Its own Markdown, attributes and all. */
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
  readonly closes?: true;
}

/** The blocks of a file with its headings found: of Markdown, in list items, in HTML, summaries, bold questions. */
export function blocksWithHeadings(tokens: readonly Token[]): Block[] {
  const summaries = tokens.flatMap((token) => (isKind(token, 'html') ? summariesIn(token.raw) : []));
  const areTopics = summaries.length > 1 && new Set(summaries).size === summaries.length;
  return blocksOf(tokens, { firstLine: 1, depth: 0, hidden: 0, areTopics });
}

interface Around {
  readonly firstLine: number;
  /** Of the last heading that is not inferred. */
  depth: number;
  /** How many details are open whose summaries are no headings: what they hold belongs to what stands before them. */
  hidden: number;
  /** Whether summaries are headings: where there are several, each with words of its own ("Answer" is none). */
  readonly areTopics: boolean;
}

function blocksOf(tokens: readonly Token[], around: Around): Block[] {
  return withLines(tokens, around.firstLine).flatMap(({ token, line }): Block[] => {
    const { raw } = token;
    if (isKind(token, 'html') && !around.areTopics) around.hidden = Math.max(0, around.hidden + opened(raw));
    if (around.hidden > 0) return [{ raw, line }];
    if (isKind(token, 'heading')) {
      around.depth = token.depth;
      return [{ raw, line, heading: written(token.text, token.depth, isQuestion(token.text)) }];
    }
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

function written(markdown: string, depth: number, isTopic: boolean): FoundHeading {
  return { markdown, depth, isTopic, isInferred: false };
}

function inferred(markdown: string, { depth }: Around): FoundHeading {
  return { markdown, depth: Math.max(2, depth + 1), isTopic: true, isInferred: true };
}

function isQuestion(text: string): boolean {
  return /[?\uff1f\u061f\u037e][\s*_"'\u201d)]*(?:\{[^{}]*\}|#+)?$/.test(text.slice(-200).trimEnd());
}

/** `1. ### How do I …` is a heading, and what else the item holds is its text. */
function listBlocks(list: Tokens.List, line: number, around: Around): Block[] {
  if (!list.items.some(({ tokens }) => isKind(tokens[0], 'heading'))) return [{ raw: list.raw, line }];
  return withLines(list.items, line).flatMap(({ token: item, line: firstLine }) => {
    const [first] = item.tokens;
    if (!isKind(first, 'heading')) return [{ raw: item.raw, line: firstLine }];
    const inner = { ...around, firstLine };
    const blocks = blocksOf(item.tokens, inner);
    around.depth = first.depth;
    return blocks.map((block, at) =>
      block.heading && at === 0 ? { ...block, heading: { ...block.heading, isTopic: true } } : block,
    );
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
  const heading: Block = { raw: whole, line, heading: inferred(bold + mark, around) };
  return whole.length === raw.length
    ? [heading]
    : [heading, { raw: raw.slice(whole.length), line: line + 1 }];
}

const SUMMARY = /<summary\b[^<>]*>([\s\S]{0,500}?)<\/summary>(?:\s*<br\s*\/?>)*/i;

function summariesIn(html: string): string[] {
  return Array.from(html.matchAll(new RegExp(SUMMARY, 'gi')), ({ 1: text = '' }) => inOneLine(text));
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const HTML_HEADING = /<h([1-6])\b[^<>]*>([\s\S]{0,500}?)<\/h\1>/i;
const DETAILS = /<(\/?)details\b[^<>]*>/gi;

/** Headings of HTML, and summaries, with the HTML between them. */
function htmlBlocks(raw: string, line: number, around: Around): Block[] {
  const pattern = around.areTopics
    ? new RegExp(`${HTML_HEADING.source}|${SUMMARY.source}`, 'gi')
    : new RegExp(HTML_HEADING, 'gi');
  const blocks: Block[] = [];
  let at = 0;
  const upTo = (end: number) => {
    const text = raw.slice(at, end);
    const block = {
      raw: around.areTopics ? text.replace(DETAILS, '') : text,
      line: line + lineEnds(raw.slice(0, at)),
    };
    const closes = around.areTopics && /<\/details\b/i.test(text);
    if (text !== '') blocks.push(closes ? { ...block, closes } : block);
  };
  for (const found of raw.matchAll(pattern)) {
    const [whole, depth, title, summary] = found;
    const text = inOneLine(title ?? summary ?? '');
    if (text.replace(/<[^<>]*>/g, '').trim() === '') continue;
    upTo(found.index);
    if (depth !== undefined) around.depth = Number(depth);
    const heading =
      depth === undefined ? inferred(text, around) : written(text, Number(depth), isQuestion(text));
    blocks.push({ raw: whole, line: line + lineEnds(raw.slice(0, found.index)), heading });
    at = found.index + whole.length;
  }
  upTo(raw.length);
  return blocks;
}
