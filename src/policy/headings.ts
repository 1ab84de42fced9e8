import type { Links, Token, Tokens, TokensList } from 'marked';
import { withLines } from '../markdown/lex.ts';
import { childTokens, inOneLine, isFootnote, isKind, isQuestion } from '../markdown/tokens.ts';
import { type Heading, headingOf } from './names.ts';

/** A heading of a file, in whatever way it is written. */
export interface FoundHeading extends Heading {
  readonly depth: number;
  /** Its text is a topic however short it is. */
  readonly isTopic: boolean;
  /** The folded stand in details that are no topic; those that are not written as headings are as deep as what stands around makes them. */
  readonly kind: 'written' | 'folded' | 'bold' | 'summary';
}

/**
 * A stretch of a file: a heading, or text. The `raw` of all of them, joined, is the text but for marks of lists, scripts
 * and styles.
 */
export interface Block {
  readonly raw: string;
  /** From 1. */
  readonly line: number;
  readonly heading?: FoundHeading | undefined;
  /** Headings in it that part nothing, but have ids: those in quotes, in list items below other text, or that show nothing. */
  readonly inner?: readonly Heading[];
  /** The label that it defines for links, or for footnotes, as `^1`. */
  readonly defines?: string;
  /** What is as deep as this, or deeper, ends before it. */
  readonly closes?: number | undefined;
}

/** The blocks of a file with its headings found: of Markdown, in list items, in HTML, summaries, bold questions. */
export function blocksWithHeadings(tokens: TokensList, firstLine: number): Block[] {
  const html = tokens.flatMap((token) => (isKind(token, 'html') ? token.raw : [])).join('');
  const summaries = Array.from(html.matchAll(SUMMARY), ({ 1: text = '' }) => inOneLine(text));
  const tell = summaries.length > 1 || summaries.some(isTelling);
  const areTopics = tell && new Set(summaries).size === summaries.length;
  const areEven = html.match(/<details\b/gi)?.length === html.match(/<\/details\b/gi)?.length;
  const { links } = tokens;
  return blocksOf(tokens, firstLine, { depth: 0, least: 0, details: [], areTopics, areEven, links });
}

function isTelling(summary: string): boolean {
  const text = summary.replace(/<[^<>]*>/g, '');
  return /<h[1-6]\b/i.test(summary) || (text.includes(' ') && isQuestion(text));
}

interface Around {
  /** Of the last heading that is written as one, or of the summary of the details that are open. */
  depth: number;
  /** How deep a heading is at least that is set in: behind a list with headings it is in its last item. */
  least: number;
  /** What `depth` was before each of the details that are open; none where some never end. */
  readonly details: number[];
  /** Summaries are headings: one of them tells more than "More?", or there are several, and all differ. */
  readonly areTopics: boolean;
  /** All details end. Those without a heading belong to what stands before them then. */
  readonly areEven: boolean;
  /** The file's definitions of links. */
  readonly links: Links;
}

function blocksOf(tokens: readonly Token[], firstLine: number, around: Around): Block[] {
  return withLines(tokens, firstLine).flatMap(({ token, line }): Block[] => {
    const { raw } = token;
    const undivided = () => ({ raw, line, inner: headingsIn(token, around.links) });
    if (isKind(token, 'html')) return htmlBlocks(raw.replace(UNSHOWN, lineBreaks), line, around);
    if (isKind(token, 'heading')) {
      const heading = written(token, around);
      // Marks alone would be shown as an empty line.
      if (heading === undefined) return [{ ...undivided(), raw: token.text + lineBreaks(raw) }];
      const without = (found: string) => (heading.text.endsWith(found.trim()) ? found : '');
      return [{ raw: raw.replace(ATTRIBUTES, without), line, heading }];
    }
    if (!around.areTopics && around.details.length > 0) return [undivided()];
    if (isKind(token, 'def') || isFootnote(token)) return [{ raw, line, defines: token.tag }];
    if (isKind(token, 'list') && token.items.some(hasHeading)) return listBlocks(token, line, around);
    return isKind(token, 'paragraph', 'text') ? paragraphBlocks(raw, line, around) : [undivided()];
  });
}

/** The headings in a block, in whatever it holds. */
function headingsIn(block: Token, links: Links): Heading[] {
  if (isKind(block, 'heading')) return [headingOf(block.text, links)];
  // Cells of tables hold none, and may be hundreds of thousands.
  if (isKind(block, 'table')) return [];
  if (!isKind(block, 'html')) return childTokens(block).flatMap((each) => headingsIn(each, links));
  const titles = Array.from(block.raw.matchAll(HTML_HEADING), ({ 2: text = '' }) => inOneLine(text));
  return titles.map((title) => headingOf(title, links));
}

/** `{#id .class}` of a heading, where that is not its text; looked for once of a run of blanks. */
const ATTRIBUTES = /(?<![ \t])[ \t]*\{[^{}]*\}(?=[ \t#]*\n|[ \t#]*$)/;

/** What no page shows; one that is not closed goes on to the end of its block, but for a tag that closes itself. */
const UNSHOWN = /<(script|style)\b(?:[^<>]*\/>|[^<>]*>[\s\S]*?(?:<\/\1\s*>|(?![\s\S])))/gi;

const lineBreaks = (text: string) => text.replace(/[^\n]/g, '');

type Written = Pick<Tokens.Heading, 'raw' | 'text' | 'depth'>;

/**
 * A heading as deep as it is written, or below the summary of the details that it stands in; a folded one below all that
 * is not. One that shows nothing is none: whoever sees the page reads on there.
 */
function written({ raw, text, depth }: Written, around: Around): FoundHeading | undefined {
  const heading = headingOf(text, around.links);
  if (heading.text === '') return undefined;
  if (!raw.startsWith(' ')) around.least = 0;
  const outside = around.details.at(-1);
  const kind = outside === undefined || around.areTopics ? 'written' : 'folded';
  const least = outside === undefined ? around.least : below(below(outside));
  around.depth = Math.min(DEEPEST, Math.max(kind === 'folded' ? depth + UNFOLDED : depth, least));
  return { ...heading, depth: around.depth, isTopic: kind === 'written' && isQuestion(heading.text), kind };
}

function inferred(markdown: string, { links, depth }: Around, kind: 'bold' | 'summary'): FoundHeading {
  return { ...headingOf(markdown, links), depth: below(depth), isTopic: true, kind };
}

/** Details within details that are told apart: headings are read by calls within calls, in time by the square of this. */
const DEEPEST = 12;

/** How deep headings and bold lines are at the most, but for those in lists and details. */
const UNFOLDED = 7;

/** How deep a heading is that stands under one of this depth; titles are of the first. */
function below(depth: number): number {
  return Math.min(DEEPEST, Math.max(2, depth + 1));
}

/** `1. ### How do I …` is a heading, and what else the item holds is its text. */
function listBlocks(list: Tokens.List, line: number, around: Around): Block[] {
  let depth = 0;
  const blocks = withLines(list.items, line).flatMap((item): Block[] => {
    if (!hasHeading(item.token)) return blocksOf([item.token], item.line, around);
    // What is left open in an item ends with it.
    const inside = { ...around, details: [...around.details], least: 0 };
    const inner = underOwnHeading(blocksOf(item.token.tokens, item.line, inside), depth);
    depth ||= inner[0]?.heading?.depth ?? 0;
    // The last of them has no line end, and no `2.` begins an item right below a paragraph.
    return item.token === list.items.at(-1) ? inner : [...inner, { raw: '\n\n', line: item.line }];
  });
  if (depth === 0) return blocks;
  around.depth = Math.min(around.depth, depth - 1);
  // What is behind the list is its last heading's, as people often set it in too little; but not a question's in bold.
  const isBold = blocks.findLast(({ heading }) => heading !== undefined)?.heading?.kind === 'bold';
  around.least = isBold ? 0 : below(depth);
  return isBold ? [...blocks, { raw: '', line, closes: depth }] : blocks;
}

/** An item's blocks, its own heading a topic as deep as the list's first, all others below it, however they are written. */
function underOwnHeading([first, ...rest]: readonly Block[], listDepth: number): Block[] {
  if (first?.heading === undefined) return [first ?? [], rest].flat();
  const own = first.heading;
  const depth = listDepth || Math.max(2, own.depth);
  const highest = Math.min(...rest.flatMap(({ heading }) => heading?.depth ?? []));
  const down = Math.max(depth - own.depth, depth + 1 - highest);
  const moved = (from: number) => Math.min(DEEPEST, from + down);
  const inner = rest.map((block) => ({
    ...block,
    heading: block.heading && { ...block.heading, depth: moved(block.heading.depth) },
    closes: block.closes && moved(block.closes),
  }));
  return [{ ...first, heading: { ...own, depth, isTopic: true } }, ...inner];
}

/** Whether an item begins with a heading, or with a question in bold that the rest of it answers. */
function hasHeading({ tokens, text }: Tokens.ListItem): boolean {
  if (isKind(tokens[0], 'heading')) return true;
  const [question = ''] = boldQuestion(text);
  return question !== '' && text.slice(question.length).trim() !== '';
}

const BOLD_QUESTION =
  /^[ \t]*(\*\*|__)((?:(?!\1)[^\n])+)\1([?\uff1f]?)[ \t]*(?:<br\s*\/?>|\\)?[ \t]*(?:\n|$)/;

function paragraphBlocks(raw: string, line: number, around: Around): Block[] {
  const [question = '', text] = boldQuestion(raw);
  if (text === undefined) return [{ raw, line }];
  return [
    { raw: question, line, heading: inferred(text, around, 'bold') },
    { raw: raw.slice(question.length), line: line + 1 },
  ];
}

/** A text's first line and its words, where that is a question in bold and nothing else. */
function boldQuestion(markdown: string): [raw?: string, text?: string] {
  const [raw = '', , bold = '', mark = ''] = BOLD_QUESTION.exec(markdown) ?? [];
  return isQuestion(bold + mark) ? [raw, bold + mark] : [];
}

const SUMMARY = /<summary\b[^<>]*>([\s\S]{0,500}?)<\/summary>(?:\s*<br\s*\/?>)*/gi;
const HTML_HEADING = /<h([1-6])\b[^<>]*>([\s\S]{0,500}?)<\/h\1>/gi;
const ALL = new RegExp(`${HTML_HEADING.source}|${SUMMARY.source}|</?details\\b[^<>]*>`, 'gi');

/** Headings of HTML, and summaries, with the HTML between them. */
function htmlBlocks(html: string, firstLine: number, around: Around): Block[] {
  const pieces: Omit<Block, 'line'>[] = [];
  let at = 0;
  for (const match of html.matchAll(ALL)) {
    pieces.push({ raw: html.slice(at, match.index) }, pieceOf(match, around));
    at = match.index + match[0].length;
  }
  pieces.push({ raw: html.slice(at) });
  return withLines(pieces, firstLine).map(({ token, line }) => ({ ...token, line }));
}

/** A heading of HTML or a summary, or a tag of details, which those that are a topic do not show. */
function pieceOf([raw, depth, title = '', summary]: RegExpExecArray, around: Around): Omit<Block, 'line'> {
  if (/^<\/?details/i.test(raw))
    return { raw: around.areTopics ? lineBreaks(raw) : raw, closes: pass(raw, around) };
  if (summary !== undefined && !around.areTopics) return { raw };
  const found = { raw, text: inOneLine(summary ?? title), depth: Number(depth) };
  const heading = depth ? written(found, around) : inferred(found.text, around, 'summary');
  if (!heading?.text) return { raw };
  if (around.details.length > 0) around.depth = heading.depth;
  return { raw, heading };
}

/** Goes past a tag of details, and gives the depth of what ends there. */
function pass(tag: string, around: Around): number | undefined {
  if (tag.startsWith('</')) {
    around.depth = around.details.pop() ?? around.depth;
    return around.areTopics ? below(around.depth) : UNFOLDED + 1;
  }
  if (around.areEven) around.details.push(around.depth);
  return undefined;
}
