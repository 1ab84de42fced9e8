import type { Links, Token } from 'marked';
import { newLexer } from '../markdown/lex.ts';
import { labelsIn } from '../markdown/links.ts';
import { isKind } from '../markdown/tokens.ts';
import { anchorOf } from './names.ts';

/** A stretch of a file under one heading, before it is anybody's section. */
export interface Part {
  /** Markdown of the heading's own text; undefined for text before the first heading. */
  readonly heading: string | undefined;
  /** The id that the heading states for itself: `## Heading {#id}`. */
  readonly id: string | undefined;
  /** With the definitions of reference links that stand elsewhere in the file. */
  readonly body: string;
  /** The line of the split text, from 1, on which the part starts. */
  readonly line: number;
}

/** A file's parts: what stands before and under the title, then one part a heading. */
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
  const lexer = newLexer();
  // Only block tokens: their `raw` joined is the text, and inline syntax cannot hold a heading.
  const tokens = lexer.blockTokens(markdown);
  const level = splitLevel(tokens.filter((token) => isKind(token, 'heading')).map((token) => token.depth));
  const groups: Group[] = [{ heading: undefined, tokens: [], line: 1 }];
  let title: string | undefined;
  let line = 1;
  for (const token of tokens) {
    const isSplit = isKind(token, 'heading') && token.depth <= Math.min(level, 6);
    const isTitle = isSplit && token.depth < level && title === undefined && groups.length === 1;
    if (isTitle) title = withId(token.text).text;
    else if (isSplit) groups.push({ heading: token.text, tokens: [], line });
    else groups.at(-1)?.tokens.push(token);
    line += lineEnds(token.raw);
  }
  return { title, parts: groups.map((group) => partOf(group, lexer.tokens.links)) };
}

interface Group {
  readonly heading: string | undefined;
  readonly tokens: Token[];
  readonly line: number;
}

function partOf({ heading, tokens, line }: Group, links: Links): Part {
  const body = tokens.map(({ raw }) => raw).join('');
  const { text, id } = heading === undefined ? { text: undefined, id: undefined } : withId(heading);
  return { heading: text, id, body: body + definitionsFor(body, tokens, links), line };
}

/** mdBook and Pandoc take `{#id}` behind a heading for its id; other attributes are dropped. */
function withId(heading: string): { text: string; id: string | undefined } {
  const attributes = /[ \t]*\{[ \t]*((?:[#.][^\s{}]+[ \t]*)+)\}[ \t]*$/.exec(heading);
  if (attributes === null) return { text: heading, id: undefined };
  const id = /(?:^|[ \t])#(\S+)/.exec(attributes[1] ?? '')?.[1];
  return {
    text: heading.slice(0, attributes.index),
    id: id === undefined || anchorOf(id) === '' ? undefined : anchorOf(id),
  };
}

/** The definitions that a part's reference links need and that stand in other parts, as Markdown to add to it. */
function definitionsFor(body: string, tokens: readonly Token[], links: Links): string {
  if (!body.includes('[') || !hasAny(links)) return '';
  const own = new Set(tokens.filter((token) => isKind(token, 'def')).map(({ tag }) => tag));
  const needed = [...labelsIn(body)].filter((tag) => links[tag] !== undefined && !own.has(tag));
  if (needed.length === 0) return '';
  const gap = body.endsWith('\n\n') ? '' : body.endsWith('\n') ? '\n' : '\n\n';
  return `${gap}${needed.map((tag) => definition(tag, links[tag])).join('')}`;
}

function definition(tag: string, link: Links[string] | undefined): string {
  const title = link?.title ? ` "${link.title.replace(/["\\]/g, '\\$&')}"` : '';
  return `[${tag}]: <${link?.href.replace(/[<>\n]/g, encodeURIComponent) ?? ''}>${title}\n`;
}

function hasAny(links: Links): boolean {
  for (const _ in links) return true;
  return false;
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Infinity where there is nothing to split at: no heading, or the title alone. */
function splitLevel(depths: readonly number[]): number {
  if (depths.includes(2)) return 2;
  const hasTitle = depths[0] === 1 && depths.indexOf(1, 1) === -1;
  return (hasTitle ? depths.slice(1) : depths).reduce((least, depth) => Math.min(least, depth), Infinity);
}

const LIMIT = Object.freeze({
  /**
   * Lists and quotes within each other. What reads Markdown takes time by the square of this and runs out of stack at
   * some thousands; people's deepest lists have fewer than ten.
   */
  depth: 40,
});

/** A line's list markers and quote signs, as far as they stand one behind another. */
const CONTAINERS = /^(?:[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const MARKER = />|[*+-]|\d+[.)]/g;

/** The first line, from 1, on which lists or quotes are nested too deep to be read; undefined where none is. */
export function tooDeepLine(markdown: string): number | undefined {
  // Deep lists open in columns further and further right; what stands in them has no need to be counted.
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
