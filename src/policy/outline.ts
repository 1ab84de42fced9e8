import type { Token, Tokens } from 'marked';
import { lexBlocks, withLines, withoutComments } from '../markdown/lex.ts';
import { labelsIn } from '../markdown/links.ts';
import { childTokens, isFootnote, isKind } from '../markdown/tokens.ts';
import { type Block, blocksWithHeadings, type FoundHeading } from './headings.ts';
import type { Heading } from './names.ts';

/** A stretch of a file under one heading, before it is anybody's section. */
export interface Part {
  /** Of the file's first text its title; undefined where it has none. */
  readonly heading: Heading | undefined;
  /** The headings above it, outermost first. */
  readonly parents: readonly string[];
  /** With the footnotes that it calls, and the definitions of reference links that stand elsewhere in the file. */
  readonly body: string;
  /** The line of its heading, else of the first that it shows. */
  readonly line: number;
  /** It is the file's first text. */
  readonly isLead: boolean;
  /** It is below the level that the file is split at. */
  readonly isDeep: boolean;
  /** It shows nothing but its heading. */
  readonly isEmpty: boolean;
}

/** A file's parts, those without a heading or text left out. */
export interface Outline {
  /** The text of the `#` heading, if the file has one above its sections. */
  readonly title: string | undefined;
  readonly parts: readonly Part[];
  /** All of them, whether a part starts there or not. */
  readonly headings: readonly Heading[];
  /** The line from which on a script or style that is never closed takes all there is. */
  readonly unclosed?: number | undefined;
}

/** Headings of a file: a dictionary's. To split a megabyte of nothing else would take seconds. */
export const MOST_HEADINGS = 20_000;

const LIMIT = Object.freeze({
  /** Lines of a section, and its UTF-16 units: one of more of either is split at the headings in it. */
  lines: 60,
  length: 4_000,
  /**
   * UTF-16 units of definitions that are put below the sections of a file that call them, beside four times its own: one
   * footnote of 3,000 links, below 3,000 sections, took seconds.
   */
  shared: 100_000,
});

/** A heading and what stands under it, or a text, which is deeper than any; of the file itself the heading is its title. */
interface Group {
  readonly head: Block | undefined;
  readonly depth: number;
  readonly content: Group[];
}

/** A file, as far as its parts need to know it. */
interface Whole {
  /** The depth that it is split at. */
  readonly level: number;
  /** The Markdown that defines a label of a link, or of a footnote, as `^1`. */
  readonly definitions: ReadonlyMap<string, string>;
  /** How many units of them may still be put below sections. */
  readonly room: { left: number };
}

/**
 * Splits Markdown at its `##` headings; where it has none, at the shallowest level that occurs more than as a
 * title. What is long is split at deeper headings too, and so is what asks questions. Beyond `MOST_HEADINGS` it has no parts.
 *
 * @param isCalled whether front matter gives a title.
 * @param firstLine the line of the file that the Markdown starts on.
 */
export function outline(markdown: string, isCalled = false, firstLine = 1): Outline {
  // Inline syntax cannot hold a heading.
  const tokens = lexBlocks(markdown);
  const blocks = blocksWithHeadings(tokens, firstLine);
  const headings = blocks.flatMap(({ heading, inner = [] }) => heading ?? inner);
  if (headings.length > MOST_HEADINGS) return { title: undefined, parts: [], headings };
  const level = splitLevel(blocks.flatMap(({ heading }) => heading ?? []));
  const definitions = definitionsIn(tokens);
  const root = grouped(blocks, level, isCalled);
  const file = { level, definitions, room: { left: LIMIT.shared + 4 * markdown.length } };
  const last = withLines(tokens, firstLine).at(-1);
  const unclosed = isKind(last?.token, 'html') && UNCLOSED.test(last.token.raw) ? last.line : undefined;
  return { title: root.head?.heading?.text, parts: partsOf(root, file, []), headings, unclosed };
}

/** Such a block of HTML ends with the text (CommonMark 4.6); in MDX a tag may close itself. */
const UNCLOSED = /^ {0,3}<(script|style)(?=[\s>])(?![^<>]*\/>)(?![\s\S]*<\/\1\s*>)/i;

/** The first definition of each label, in lists, quotes and details too; of footnotes those that stand in nothing. */
function definitionsIn(tokens: readonly Token[]): Whole['definitions'] {
  const found = [...tokens.filter(isFootnote), ...linkDefinitions(tokens)].toReversed();
  return new Map(found.map(({ tag, raw }) => [tag, raw.trim()]));
}

function linkDefinitions(tokens: readonly Token[]): Tokens.Def[] {
  return tokens.flatMap((token) => (isKind(token, 'def') ? token : linkDefinitions(childTokens(token))));
}

/** The depth of the headings to split at; where none is written but the title, that of bold lines and summaries. */
function splitLevel(headings: readonly FoundHeading[]): number {
  const written = headings.flatMap(({ depth, kind }) => (kind === 'written' ? depth : []));
  if (written.includes(2)) return 2;
  const hasTitle = written[0] === 1 && written.indexOf(1, 1) === -1;
  const below = hasTitle ? written.slice(1) : written;
  return Math.min(6, ...(below.length > 0 ? below : [2]));
}

/** The groups of a file, nested as its headings are. */
function grouped(blocks: readonly Block[], level: number, isCalled: boolean): Group {
  const head = titleBlock(blocks, level, isCalled);
  const root: Group = { head, depth: 0, content: [] };
  const open = [root];
  for (const block of blocks) {
    if (block === head) continue;
    const { heading, closes } = block;
    const group = { head: block, depth: heading?.depth ?? Number.POSITIVE_INFINITY, content: [] };
    const isEnded = (each: Group) =>
      each.depth >= (closes ?? group.depth) ||
      (heading?.kind === 'written' && each.head?.heading?.kind === 'bold');
    while (isEnded(open.at(-1) ?? root)) open.pop();
    open.at(-1)?.content.push(group);
    if (heading !== undefined) open.push(group);
  }
  return root;
}

/** The first heading, where it is the file's title: one that front matter calls otherwise stands above all else, and alone. */
function titleBlock(blocks: readonly Block[], level: number, isCalled: boolean): Block | undefined {
  const first = blocks.findIndex(({ heading }) => heading !== undefined && heading.kind !== 'folded');
  const { depth = level, kind } = blocks[first]?.heading ?? {};
  const isAlone = () => blocks.filter(({ heading }) => heading?.depth === depth).length === 1;
  if (depth >= level || kind !== 'written') return undefined;
  return isCalled && !(isAlone() && isBlank(blocks.slice(0, first))) ? undefined : blocks[first];
}

/** A group's own part, where it has text or nothing stands under it, then those of the groups in it. */
function partsOf(group: Group, file: Whole, parents: readonly string[]): Part[] {
  const { head, depth, content } = group;
  const deep = content.filter((each) => each.depth > file.level).flatMap(allBlocks);
  const isSplit = isLong(deep) || deep.some(({ heading }) => heading?.isTopic);
  const level = isSplit ? Number.MAX_VALUE : file.level;
  const rest = content.filter((each) => each.depth <= level);
  const own = content.filter((each) => each.depth > level).flatMap(allBlocks);
  const heading = head?.heading;
  const isLead = depth === 0;
  const shown = own.find(isShown);
  const isEmpty = shown === undefined;
  const { line } = head ?? shown ?? { line: 1 };
  const body = bodyOf(own, file);
  const part = { heading, parents, body, line, isLead, isDeep: depth > file.level, isEmpty };
  const hasPart = rest.length > 0 ? !isBlank(own) : !(isLead && isEmpty);
  const above = heading === undefined ? parents : [...parents, heading.text];
  return [...(hasPart ? [part] : []), ...rest.flatMap((each) => partsOf(each, file, above))];
}

function allBlocks({ head, content }: Group): Block[] {
  return [...(head === undefined ? [] : [head]), ...content.flatMap(allBlocks)];
}

function isLong(blocks: readonly Block[]): boolean {
  const text = textIn(blocks);
  return text.length > LIMIT.length || text.trim().split('\n').length > LIMIT.lines;
}

function textIn(blocks: readonly Block[]): string {
  return blocks.map(({ raw }) => raw).join('');
}

/** Whether blocks show no words: comments, tags, badges, rules and definitions alone. */
function isBlank(blocks: readonly Block[]): boolean {
  const text = withoutComments(textIn(blocks.filter(({ defines }) => defines === undefined)));
  return !/[\p{L}\p{N}]/u.test(text.replace(UNSPOKEN, ''));
}

const UNSPOKEN = /<[^<>]*>|!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])|\]\([^()]*\)|^\s*\[_?TOC_?\]/gim;

/** Whether a block is more than a definition, a rule, or comments, tags and pictures with no words in them. */
function isShown({ raw, defines }: Block): boolean {
  return defines === undefined && !BLANK_OR_RULE.test(withoutComments(raw).replace(UNSEEN, ''));
}

/** Pictures have a name in HTML. */
const UNSEEN = /<(?!img\b)\/?[a-z][\w.-]*(?:[\s/][^<>]*)?>|!\[\s*\]\([^()]*\)/gi;

/** A body's Markdown without rules at its ends, with the definitions that it needs and that stand in other parts. */
function bodyOf(blocks: readonly Block[], { definitions, room }: Whole): string {
  // Footnotes are put below it; of a label that is defined again CommonMark takes the first definition.
  const isMoved = ({ defines, raw }: Block) =>
    defines !== undefined && (defines.startsWith('^') || definitions.get(defines) !== raw.trim());
  const shown = blocks.filter((each, at) => {
    const before = blocks[at - 1];
    return !isMoved(each) && !(before !== undefined && isMoved(before) && each.raw.trim() === '');
  });
  const isText = ({ raw }: Block) => !BLANK_OR_RULE.test(raw);
  const body = textIn(shown.slice(shown.findIndex(isText), shown.findLastIndex(isText) + 1)).trim();
  const labels = new Set(labelsIn(body));
  const own = new Set(shown.map(({ defines }) => defines));
  // In a list or a quote of its own a definition stands behind their marks.
  const lines = new Set(body.split('\n').map((line) => line.replace(/^[\s>*+-]+/, '')));
  const added: string[] = [];
  for (const label of labels) {
    const definition = own.has(label) ? undefined : definitions.get(label);
    if (definition === undefined || lines.has(definition) || definition.length > room.left) continue;
    room.left -= definition.length;
    added.push(definition);
    if (!label.startsWith('^')) continue;
    // Not the footnotes that a footnote calls: a chain of thousands would stand below each of thousands of sections.
    for (const further of labelsIn(definition)) if (!further.startsWith('^')) labels.add(further);
  }
  return [body, ...added].join('\n\n');
}

const BLANK_OR_RULE = /^\s*(?:([-*_])(?:[ \t]*\1){2,}\s*)?$/;
