import type { Links } from 'marked';
import { lexBlocks, withoutComments } from '../markdown/lex.ts';
import { labelsIn } from '../markdown/links.ts';
import { type Block, blocksWithHeadings } from './headings.ts';
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

/** A heading of a file, whether a part starts there or not. */
export interface OutlineHeading {
  /** Attributes and all. */
  readonly markdown: string;
  readonly line: number;
}

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

/** A heading, the text below it up to the next, and what stands under it. */
interface Group {
  readonly heading: Block | undefined;
  readonly depth: number;
  line: number;
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
    heading === undefined ? [] : [{ markdown: resolved(heading.markdown, tokens.links), line }],
  );
  if (headings.length > MOST_HEADINGS) return { title: undefined, parts: [], headings };
  const level = Math.min(splitLevel(blocks), 6);
  const notes = new Map(
    blocks.flatMap((block) => (block.defines?.startsWith('^') ? [[block.defines, block]] : [])),
  );
  const { root, title } = grouped(blocks, level);
  const text = (heading: Block | undefined) => headingText(heading, tokens.links);
  const parts = partsOf(root, { level, parents: [], isDeep: false }).map(
    ({ heading, parents, blocks, ...part }) => ({
      ...part,
      heading: text(heading),
      parents: parents.flatMap((above) => text(above) ?? []),
      body: bodyOf(blocks, tokens.links, notes),
    }),
  );
  return { title: text(title), parts, headings };
}

function headingText(block: Block | undefined, links: Links): string | undefined {
  if (block?.heading === undefined) return undefined;
  return headingIn(resolved(block.heading.markdown, links)).text;
}

/** A heading with its reference links made their texts: it is read without the file's definitions. */
function resolved(markdown: string, links: Links): string {
  return markdown.replace(REFERENCE, (whole, label: string, tag?: string) =>
    links[(tag || label).toLowerCase()] === undefined ? whole : label,
  );
}

const REFERENCE = /(?<!!)\[([^[\]]+)\](?:\[([^[\]]*)\])?(?!\()/g;

/** The groups of a file, nested as its headings are, and the heading that is its title. */
function grouped(blocks: readonly Block[], level: number): { root: Group; title: Block | undefined } {
  const root: Group = { heading: undefined, depth: 0, line: 1, blocks: [], inner: [] };
  const open = [root];
  let title: Block | undefined;
  for (const block of blocks) {
    const { heading, line, closes } = block;
    if (heading === undefined) {
      const last = open.at(-1) ?? root;
      last.blocks.push(block);
      if (closes && last.heading?.heading?.isInferred) open.pop();
    } else if (
      heading.depth < level &&
      !heading.isInferred &&
      title === undefined &&
      root.inner.length === 0
    ) {
      title = block;
      root.line = line;
    } else {
      while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
      const group = { heading: block, depth: heading.depth, line, blocks: [], inner: [] };
      open.at(-1)?.inner.push(group);
      open.push(group);
    }
  }
  return { root, title };
}

interface Above {
  readonly level: number;
  readonly parents: readonly Block[];
  readonly isDeep: boolean;
}

/** A part with its blocks still apart. */
interface OpenPart extends Pick<Part, 'line' | 'isDeep'> {
  readonly heading: Block | undefined;
  readonly parents: readonly Block[];
  readonly blocks: readonly Block[];
}

/** A group's own part, where it has text or nothing stands under it, then those of the groups in it. */
function partsOf(group: Group, { level, parents, isDeep }: Above): OpenPart[] {
  const { heading, line, inner } = group;
  const own = inner.filter(({ depth }) => depth > level);
  const isWhole = own.length === 0 || !(isLong(group, level) || own.some(asks));
  const blocks = isWhole ? [...group.blocks, ...own.flatMap(allBlocks)] : group.blocks;
  const below = { level, parents: heading === undefined ? parents : [...parents, heading] };
  const rest = isWhole ? inner.filter(({ depth }) => depth <= level) : inner;
  const isParent = rest.length > 0 && isBlank(blocks);
  const part = { heading, parents, line, isDeep };
  return [
    ...(isParent && heading !== undefined ? [] : [{ ...part, blocks: isParent ? [] : blocks }]),
    ...rest.flatMap((each) => partsOf(each, { ...below, isDeep: each.depth > level })),
  ];
}

/** Whether it, or anything in it, is a topic by itself. */
function asks({ heading, inner }: Group): boolean {
  return heading?.heading?.isTopic === true || inner.some(asks);
}

function isLong(group: Group, level: number): boolean {
  const text = [...group.blocks, ...group.inner.filter(({ depth }) => depth > level).flatMap(allBlocks)]
    .map(({ raw }) => raw)
    .join('');
  return text.length > LONG.length || text.trim().split('\n').length > LONG.lines;
}

function allBlocks({ heading, blocks, inner }: Group): Block[] {
  return [...(heading === undefined ? [] : [heading]), ...blocks, ...inner.flatMap(allBlocks)];
}

/** Whether blocks show no words: comments, tags, badges, rules and definitions alone. */
function isBlank(blocks: readonly Block[]): boolean {
  return !/[\p{L}\p{N}]/u.test(shownWords(blocks.filter(({ defines }) => defines === undefined)));
}

function shownWords(blocks: readonly Block[]): string {
  const text = withoutComments(blocks.map(({ raw }) => raw).join(''));
  return text.replace(
    /<[^<>]*>|!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])|\]\([^()]*\)|^\s*\[\[?_?TOC_?\]?\]/gim,
    '',
  );
}

/** A body's Markdown without rules at its ends, with the definitions that it needs and that stand in other parts. */
function bodyOf(blocks: readonly Block[], links: Links, notes: ReadonlyMap<string, Block>): string {
  const text = blocks
    .filter(({ defines }) => !defines?.startsWith('^'))
    .map(({ raw }) => raw)
    .join('');
  const body = withoutRules(text);
  if (!body.includes('[')) return body;
  const own = new Set(blocks.map(({ defines }) => defines));
  const labels = new Set(labelsIn(body));
  const called = [...notes].flatMap(([label, { raw }]) => (labels.has(label) ? [`${raw.trimEnd()}\n`] : []));
  for (const label of labelsIn(called.join(''))) labels.add(label);
  const needed = [...labels].filter((tag) => links[tag] !== undefined && !own.has(tag));
  const added = [...called, ...needed.map((tag) => definition(tag, links[tag]))];
  if (added.length === 0) return body;
  const gap = body.endsWith('\n\n') ? '' : body.endsWith('\n') ? '\n' : '\n\n';
  return body + gap + added.join('');
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

/** The depth of the headings to split at; Infinity where there is none, or the title alone. */
function splitLevel(blocks: readonly Block[]): number {
  const found = blocks.flatMap(({ heading }) => heading ?? []);
  const written = found.filter(({ isInferred }) => !isInferred).map(({ depth }) => depth);
  if (written.includes(2)) return 2;
  const hasTitle = written[0] === 1 && written.indexOf(1, 1) === -1;
  const depths = hasTitle ? written.slice(1) : written;
  const all =
    depths.length > 0 ? depths : found.filter(({ isInferred }) => isInferred).map(({ depth }) => depth);
  return all.reduce((least, depth) => Math.min(least, depth), Infinity);
}
