import type { Token } from 'marked';
import { lexBlocks, withLines } from './lex.ts';
import { isKind, isQuestion, lineEnds } from './tokens.ts';

/**
 * What site generators and wikis write beside Markdown, made plain Markdown, each line in its place: containers and
 * admonitions, codes of Liquid and Hugo, imports and comments of MDX, wikilinks, attributes of kramdown, ids of rules.
 * Code blocks stay as they are, in lists and quotes too.
 *
 * @param depth in how many admonitions the text stands.
 */
export function portable(markdown: string, depth = 0): string {
  if (!FOREIGN.test(markdown) || depth === DEEPEST) return markdown;
  // marked knows no tab behind a closing fence (CommonMark 4.5).
  const text = markdown.replace(TAB_BEHIND_FENCE, '$1');
  const lines = text.split('\n');
  const code = new Set(codeLines(lexBlocks(text), 0));
  const mdx: Mdx = { skipsTo: undefined };
  const shown: string[] = [];
  while (shown.length < lines.length) {
    const at = shown.length;
    const line = lines[at] ?? '';
    const isAsItIs = code.has(at) || line.length > LONGEST;
    const opening = isAsItIs ? null : ADMONITION.exec(line);
    if (isAsItIs) shown.push(line);
    else if (isMdx(line, lines[at - 1] ?? '', mdx) || UNSEEN.test(line)) shown.push('');
    else if (opening === null) shown.push(withoutMarks(line));
    else for (const each of admonition(opening, insetFrom(lines, at + 1), depth)) shown.push(each);
  }
  return shown.join('\n');
}

/** Admonitions within each other; deeper ones are left as they are. */
const DEEPEST = 20;

/** The lines of the code in some blocks, in quotes and lists too. */
function codeLines(blocks: readonly Token[], first: number): number[] {
  return withLines(blocks, first).flatMap(({ token, line }) => {
    if (isKind(token, 'code') || (isKind(token, 'html') && 'pre' in token && token.pre))
      return Array.from({ length: lineEnds(token.raw.trimEnd()) + 1 }, (_, at) => line + at);
    if (isKind(token, 'list')) return codeLines(token.items, line);
    return isKind(token, 'blockquote', 'list_item') ? codeLines(token.tokens, line) : [];
  });
}

/** The lines from one on that are set in by four blanks, without these. */
function insetFrom(lines: readonly string[], first: number): string[] {
  let end = first;
  while (/^(?: {4}|\s*$)/.test(lines[end] ?? '-')) end += 1;
  return lines.slice(first, end).map((line) => line.slice(4));
}

function admonition([, kind = '', own]: RegExpExecArray, inside: readonly string[], depth: number): string[] {
  const heading = title(own ?? kind);
  const text = portable(inside.join('\n'), depth + 1);
  const below = inside.length === 0 ? [] : text.split('\n');
  // A question becomes a list's item, so that it ends with its answer.
  if (depth > 0 || !isQuestion(heading)) return [heading, ...below];
  return [`-   ${heading}`, ...below.map((line) => (line === '' ? '' : `    ${line}`))];
}

/** The end of the MDX that is open, which shows nothing. */
interface Mdx {
  skipsTo: RegExp | undefined;
}

/** Whether a line is of an import or export of MDX, which goes on to a blank line, or of a comment. */
function isMdx(line: string, before: string, state: Mdx): boolean {
  if (state.skipsTo === undefined) {
    if (/^[ \t]*\{\/\*/.test(line)) state.skipsTo = /\*\/\}[ \t]*$/;
    else if (before.trim() === '' && ESM.test(line)) state.skipsTo = /^[ \t]*$/;
    else return false;
  }
  if (state.skipsTo.test(line)) state.skipsTo = undefined;
  return true;
}

const ESM =
  /^(?:import\s(?:.*\sfrom\s)?['"].*['"];?\s*$|import\s*\{[^}]*$|export\s+(?:const|default|function|let|var)\s)/;

/** Most texts hold none of these, and are not looked at line by line. */
const FOREIGN =
  /:::|\{[%{/<*:]|^ {0,3}(?:!!!|\?\?\?|import\s|export\s|r\[)|\[\[|^ {0,3}(?:`{3,}|~{3,})[ \t]*\t/m;

/** Characters of a line; no mark stands in a longer one, and patterns take time that grows with its square. */
const LONGEST = 2_000;

const TAB_BEHIND_FENCE = /^([ \t>]*(?:`{3,}|~{3,}))[ \t]*\t[ \t]*$/gm;

/**
 * A line of attributes, `{: .no_toc }` of kramdown, not Elixir's `{:ok, 1}`; a table of contents, `[[toc]]`; and a rule's
 * id, `r[items.intro]` of the Rust reference.
 */
const UNSEEN =
  /^ {0,3}(?:\{:[ \t]*(?:[.#][\w-]|[\w-]+=|toc\b)[^{}]*\}|\[\[_?(?:toc|TOC)_?\]\])[ \t]*$|^r\[[\w.-]+\][ \t]*$/;

/** `!!! note "Title"` of MkDocs, its text set in by four blanks. */
const ADMONITION = /^(?:!!!|\?\?\?\+?) ?([\w-]+)[^"]*(?:"(.*)")?[ \t]*$/;

/** `::: tip Title` of VuePress, `:::tip[Title]` of Docusaurus, `::: {.class}` of Pandoc, and `:::` at the end. */
const CONTAINER = /^[ \t]*:{3,}[ \t]*(?:\{[^}]*\}|([\w-]*))[ \t]*(?:\[(.*)\]|(.*?))(?:\{[^}]*\})?[ \t]*$/;

function withoutMarks(line: string): string {
  const container = CONTAINER.exec(line);
  if (container !== null) return title(container[2] || container[3] || container[1] || '');
  return withoutCodes(line).replace(WIKILINK, (_, target: string, label?: string) => label ?? target);
}

/** A line of its own, whatever follows. */
function title(text: string): string {
  return text === '' ? '' : `**${text.charAt(0).toUpperCase()}${text.slice(1)}**  `;
}

const WIKILINK = /(?<!!)\[\[([^[\]|\s](?:[^[\]|]*[^[\]|\s])?)(?:\|([^[\]]+))?\]\](?!\()/g;

/**
 * A code span, which stays; `{% hint style="info" %}` of Liquid, `{{< note >}}` and `{{% note %}}` of Hugo, attributes behind
 * a link; not `{{ value }}`, which pages tell of.
 */
const CODE =
  /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\{%.*?%\}|\{\{[<%].*?[>%]\}\}|(?<=[)\]])(?:\{:[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}]*\})+/g;

/** Of a code the text stays that it shows; where a line held nothing else, it is that text alone. */
function withoutCodes(line: string): string {
  const shown = line.replace(CODE, (code, span?: string) =>
    span === undefined ? (/\b(?:text|title)="([^"]*)"/.exec(code)?.[1] ?? '') : code,
  );
  return shown === line ? line : shown.trimEnd();
}
