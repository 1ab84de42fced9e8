import type { Links } from 'marked';
import { lexBlocks, withoutComments } from '../markdown/lex.ts';
import { labelsIn } from '../markdown/links.ts';
import { type Block, blocksWithHeadings, type FoundHeading } from './headings.ts';
import { headingIn } from './names.ts';

/** A stretch of a file under one heading, before it is anybody's section. */
export interface Part {
  /** Markdown of the heading's own text; undefined for text before the first heading. */
  readonly heading: string | undefined;
  /** Of the headings above it, outermost first, in Markdown. */
  readonly parents: readonly string[];
  /** With the footnotes that it calls, and the definitions of reference links that stand elsewhere in the file. */
  readonly body: string;
  /** The line of the split text, from 1, on which the part starts. */
  readonly line: number;
  /** It is below the level that the file is split at. */
  readonly isDeep: boolean;
}

/** A heading of a file, attributes and all, whether a part starts there or not. */
type OutlineHeading = Pick<FoundHeading, 'markdown'> & Pick<Block, 'line'>;

/** A file's parts: the text before and under the title, then one part a heading. */
export interface Outline {
  /** The text of the `#` heading, if the file has one above its sections. */
  readonly title: string | undefined;
  readonly parts: readonly Part[];
  readonly headings: readonly OutlineHeading[];
}

/** Headings of a file: a dictionary's. To split a megabyte of nothing else would take seconds. */
export const MOST_HEADINGS = 20_000;

const LONG = Object.freeze({
  /** A section of more than either is split at the headings in it. */
  lines: 60,
  /** UTF-16 units. */
  length: 4_000,
});

/** A heading, the text below it up to the next, and what stands under it; the file's first text has no heading. */
interface Group {
  readonly head: Block | undefined;
  readonly depth: number;
  readonly blocks: Block[];
  readonly inner: Group[];
}

/**
 * Splits Markdown at its `##` headings; where it has none, at the shallowest level that occurs more than as a
 * title. What is long is split at deeper headings too, and so is what asks questions. Beyond `MOST_HEADINGS` it has no parts.
 */
export function outline(markdown: string): Outline {
  // Inline syntax cannot hold a heading.
  const tokens = lexBlocks(markdown);
  const blocks = blocksWithHeadings(tokens);
  const headings = blocks.flatMap(({ heading, line }) =>
    heading === undefined ? [] : [{ markdown: heading.markdown, line }],
  );
  if (headings.length > MOST_HEADINGS) return { title: undefined, parts: [], headings };
  const level = Math.min(splitLevel(blocks), 6);
  const notes = new Map(
    blocks.flatMap(({ defines, raw }) => (defines?.startsWith('^') ? [[defines, `${raw.trimEnd()}\n`]] : [])),
  );
  const { root, title } = grouped(blocks, level);
  const file = { level, notes, links: tokens.links, start: title?.line ?? 1 };
  return { title: textOf(title), parts: partsOf(root, file, { parents: [], isDeep: false }), headings };
}

function textOf(head: Block | undefined): string | undefined {
  return head?.heading === undefined ? undefined : headingIn(head.heading.markdown).text;
}

/** What parts need to know of their whole file. */
interface Whole {
  /** The depth that it is split at. */
  readonly level: number;
  readonly links: Links;
  /** The Markdown of its footnotes, by their labels. */
  readonly notes: ReadonlyMap<string, string>;
  /** Where its first part is said to start. */
  readonly start: number;
}

/** The depth of the headings to split at; Infinity where there is none, or the title alone. */
function splitLevel(blocks: readonly Block[]): number {
  const found = blocks.flatMap(({ heading }) => heading ?? []);
  const depths = (isInferred: boolean) =>
    found.filter((each) => each.isInferred === isInferred).map(({ depth }) => depth);
  const written = depths(false);
  if (written.includes(2)) return 2;
  const hasTitle = written[0] === 1 && written.indexOf(1, 1) === -1;
  const below = hasTitle ? written.slice(1) : written;
  return (below.length > 0 ? below : depths(true)).reduce((least, depth) => Math.min(least, depth), Infinity);
}

/** The groups of a file, nested as its headings are, and the heading that is its title. */
function grouped(blocks: readonly Block[], level: number): { root: Group; title: Block | undefined } {
  const root: Group = { head: undefined, depth: 0, blocks: [], inner: [] };
  const open = [root];
  let title: Block | undefined;
  for (const block of blocks) {
    const { heading, closes } = block;
    const last = open.at(-1) ?? root;
    if (heading === undefined) {
      last.blocks.push(block);
      if (closes && last.head?.heading?.isInferred) open.pop();
      continue;
    }
    const { depth, isInferred } = heading;
    if (depth < level && !isInferred && title === undefined && root.inner.length === 0) {
      title = block;
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const group = { head: block, depth, blocks: [], inner: [] };
    open.at(-1)?.inner.push(group);
    open.push(group);
  }
  return { root, title };
}

/** A group's own part, where it has text or nothing stands under it, then those of the groups in it. */
function partsOf(group: Group, file: Whole, { parents, isDeep }: Pick<Part, 'parents' | 'isDeep'>): Part[] {
  const { head, blocks: lead, inner } = group;
  const heading = textOf(head);
  const own = inner.filter(({ depth }) => depth > file.level);
  const all = [...lead, ...own.flatMap(allBlocks)];
  const isWhole = own.length === 0 || !(isLong(all) || own.some(asks));
  const rest = isWhole ? inner.filter(({ depth }) => depth <= file.level) : inner;
  const isParent = rest.length > 0 && isBlank(isWhole ? all : lead);
  const body = isParent ? '' : bodyOf(isWhole ? all : lead, file);
  const part = { heading, parents, body, line: head?.line ?? file.start, isDeep };
  const above = heading === undefined ? parents : [...parents, heading];
  return [
    ...(isParent && heading !== undefined ? [] : [part]),
    ...rest.flatMap((each) => partsOf(each, file, { parents: above, isDeep: each.depth > file.level })),
  ];
}

function allBlocks({ head, blocks, inner }: Group): Block[] {
  return [...(head === undefined ? [] : [head]), ...blocks, ...inner.flatMap(allBlocks)];
}

/** Whether it, or anything in it, is a topic by itself. */
function asks({ head, inner }: Group): boolean {
  return head?.heading?.isTopic === true || inner.some(asks);
}

function isLong(blocks: readonly Block[]): boolean {
  const text = textIn(blocks);
  return text.length > LONG.length || text.trim().split('\n').length > LONG.lines;
}

function textIn(blocks: readonly Block[]): string {
  return blocks.map(({ raw }) => raw).join('');
}

/** Whether blocks show no words: comments, tags, badges, rules and definitions alone. */
function isBlank(blocks: readonly Block[]): boolean {
  const text = withoutComments(textIn(blocks.filter(({ defines }) => defines === undefined)));
  return !/[\p{L}\p{N}]/u.test(text.replace(UNSPOKEN, ''));
}

const UNSPOKEN = /<[^<>]*>|!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])|\]\([^()]*\)|^\s*\[\[?_?TOC_?\]?\]/gim;

/** A body's Markdown without rules at its ends, with the definitions that it needs and that stand in other parts. */
function bodyOf(blocks: readonly Block[], { links, notes }: Whole): string {
  const body = withoutRules(textIn(blocks.filter(({ defines }) => !defines?.startsWith('^'))));
  if (!body.includes('[')) return body;
  const own = new Set(blocks.map(({ defines }) => defines));
  const labels = labelsIn(body);
  const called = [...notes].flatMap(([label, note]) => (labels.has(label) ? [note] : [])).join('');
  const needed = [...new Set([...labels, ...labelsIn(called)])]
    .filter((tag) => links[tag] !== undefined && !own.has(tag))
    .map((tag) => definition(tag, links[tag]));
  const added = called + needed.join('');
  return added === '' ? body : body.replace(/\n{0,2}$/, '\n\n') + added;
}

/** A text without the thematic breaks at its start and end, which part it from its neighbours. */
function withoutRules(text: string): string {
  const below = text.replace(/^\s*(?: {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*(?:\n\s*|$))+/, '');
  const trimmed = below.trimEnd();
  return /[-*_]$/.test(trimmed)
    ? trimmed.replace(/(?:\n[ \t]*\n {0,3}([-*_])(?:[ \t]*\1){2,})+$/, '')
    : below;
}

function definition(tag: string, link: Links[string] | undefined): string {
  const title = link?.title ? ` "${link.title.replace(/["\\]/g, '\\$&')}"` : '';
  return `[${tag}]: <${link?.href.replace(/[<>\n]/g, encodeURIComponent) ?? ''}>${title}\n`;
}
