import type { Links, Token } from 'marked';
import { lexBlocks, withLines } from '../markdown/lex.ts';
import { labelsIn } from '../markdown/links.ts';
import { isKind } from '../markdown/tokens.ts';
import { type Heading, headingIn } from './names.ts';

/** A stretch of a file under one heading, before it is anybody's section. */
export interface Part {
  /** Markdown of the heading's own text; undefined for text before the first heading. */
  readonly heading: string | undefined;
  /** The id that the heading states for itself, or for text before the first heading, the title. */
  readonly id: string | undefined;
  /** With the definitions of reference links that stand elsewhere in the file. */
  readonly body: string;
  /** The line of the split text, from 1, on which the part starts. */
  readonly line: number;
}

/** A file's parts: the text before and under the title, then one part a heading. */
export interface Outline {
  /** The text of the `#` heading, if the file has one above its sections. */
  readonly title: string | undefined;
  readonly parts: readonly Part[];
}

/**
 * Splits Markdown at its `##` headings; where it has none, at the shallowest level that occurs more than as a
 * title. Deeper headings stay in their part, and what looks like a heading in a code fence is none.
 */
export function outline(markdown: string): Outline {
  // Inline syntax cannot hold a heading.
  const blocks = lexBlocks(markdown);
  const level = splitLevel(blocks.filter((token) => isKind(token, 'heading')).map(({ depth }) => depth));
  const groups: Group[] = [{ heading: undefined, tokens: [], line: 1 }];
  let title: Heading | undefined;
  for (const { token, line } of withLines(blocks, 1)) {
    const isSplit = isKind(token, 'heading') && token.depth <= Math.min(level, 6);
    if (!isSplit) groups.at(-1)?.tokens.push(token);
    else if (token.depth < level && title === undefined && groups.length === 1) title = headingIn(token.text);
    else groups.push({ heading: headingIn(token.text), tokens: [], line });
  }
  const parts = groups.map(({ heading, tokens, line }) => ({
    heading: heading?.text,
    id: (heading ?? title)?.id,
    body: bodyOf(tokens, blocks.links),
    line,
  }));
  return { title: title?.text, parts };
}

interface Group {
  readonly heading: Heading | undefined;
  readonly tokens: Token[];
  readonly line: number;
}

/** The Markdown of blocks, with the definitions behind it that their links need and that stand in other parts. */
function bodyOf(tokens: readonly Token[], links: Links): string {
  const body = tokens.map(({ raw }) => raw).join('');
  if (!body.includes('[')) return body;
  const own = new Set(tokens.filter((token) => isKind(token, 'def')).map(({ tag }) => tag));
  const needed = [...labelsIn(body)].filter((tag) => links[tag] !== undefined && !own.has(tag));
  if (needed.length === 0) return body;
  const gap = body.endsWith('\n\n') ? '' : body.endsWith('\n') ? '\n' : '\n\n';
  return body + gap + needed.map((tag) => definition(tag, links[tag])).join('');
}

function definition(tag: string, link: Links[string] | undefined): string {
  const title = link?.title ? ` "${link.title.replace(/["\\]/g, '\\$&')}"` : '';
  return `[${tag}]: <${link?.href.replace(/[<>\n]/g, encodeURIComponent) ?? ''}>${title}\n`;
}

/** The depth of the headings to split at; Infinity where there is none, or the title alone. */
function splitLevel(depths: readonly number[]): number {
  if (depths.includes(2)) return 2;
  const hasTitle = depths[0] === 1 && depths.indexOf(1, 1) === -1;
  return (hasTitle ? depths.slice(1) : depths).reduce((least, depth) => Math.min(least, depth), Infinity);
}

const LIMIT = Object.freeze({
  /**
   * Lists and quotes within each other. To read Markdown takes time that grows with the square of this, and some
   * thousands run out of stack; people's deepest lists have fewer than ten.
   */
  depth: 40,
});

/** The list markers and quote signs that a line begins with. */
const CONTAINERS = /^(?:[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const MARKER = />|[*+-]|\d+[.)]/g;

/** The first line, from 1, on which lists or quotes are nested too deep to be read; undefined where none is. */
export function tooDeepLine(markdown: string): number | undefined {
  // The columns in which the lists and quotes around a line began; text within them need not be looked at.
  const columns: number[] = [];
  let line = 0;
  for (const text of markdown.split('\n')) {
    line += 1;
    const containers = CONTAINERS.exec(text)?.[0];
    if (containers === undefined) {
      if (/^\S/.test(text)) columns.length = 0;
      continue;
    }
    const column = containers.search(/\S/);
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    const onLine = containers.match(MARKER)?.length ?? 0;
    const isRule = /^[ \t]*([*-])(?:[ \t]*\1)*[ \t]*$/.test(text);
    if (isRule) continue;
    columns.push(column);
    if (columns.length - 1 + onLine > LIMIT.depth) return line;
  }
  return undefined;
}
