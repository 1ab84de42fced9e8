import type { Token } from 'marked';
import { containersIn, plainContainer, titled } from './containers.ts';
import { lexBlocks, withLines } from './lex.ts';
import { isKind, kindName, lineEnds } from './tokens.ts';

/**
 * What site generators and wikis write beside Markdown, made plain Markdown, each line in its place: containers,
 * admonitions and tabs, codes of Liquid and Hugo, imports and comments of MDX, wikilinks, attributes of kramdown, ids of
 * rules. Code blocks stay as they are, in lists and quotes too.
 *
 * @param depth in how many containers the text stands.
 */
export function portable(markdown: string, depth = 0): string {
  if (!FOREIGN.test(markdown) || depth === DEEPEST) return markdown;
  // marked knows no tab behind a closing fence (CommonMark 4.5).
  const text = markdown.replace(TAB_BEHIND_FENCE, '$1');
  const lines = text.split('\n');
  // Behind a tag of JSX without a blank line marked sees no fence.
  const code = new Set(codeLines(lexBlocks(text.replace(TAG_ALONE, '')), 0));
  const patterns = [MDX, ...containersIn(text), UNSEEN];
  const shown: string[] = [];
  let isBehind = false;
  for (let at = 0, row = 0; row < lines.length; ) {
    const line = lines[row] ?? '';
    const isAsItIs = code.has(row) || line.length > LONGEST;
    const region = isAsItIs ? undefined : regionAt(text, at, patterns);
    const plain = isAsItIs ? line : withoutMarks(line);
    const piece = region === undefined ? plain : plainRegion(region, depth);
    const before = shown.at(-1) ?? '';
    // What stands right above or below a container is on a line of its own.
    const isEdge = isBehind || (region !== undefined && !code.has(row - 1));
    if (isEdge && /\S$/.test(before) && piece.trim() !== '') shown[shown.length - 1] += '  ';
    shown.push(piece);
    isBehind = region !== undefined;
    const [raw] = region ?? [line];
    at += raw.length + 1;
    row += lineEnds(raw) + 1;
  }
  return shown.join('\n');
}

/** Containers within each other; deeper ones are left as they are. */
const DEEPEST = 10;

/** The lines of the code in some blocks, in quotes and lists too. */
function codeLines(blocks: readonly Token[], first: number): number[] {
  return withLines(blocks, first).flatMap(({ token, line }) => {
    if (isKind(token, 'code') || (isKind(token, 'html') && 'pre' in token && token.pre))
      return Array.from({ length: lineEnds(token.raw.trimEnd()) + 1 }, (_, at) => line + at);
    if (isKind(token, 'list')) return codeLines(token.items, line);
    return isKind(token, 'blockquote', 'list_item') ? codeLines(token.tokens, line) : [];
  });
}

/** The lines from one on that the first of some patterns takes together. */
function regionAt(text: string, at: number, patterns: readonly RegExp[]): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const region = pattern.exec(text);
    if (region !== null) return region;
  }
  return undefined;
}

function plainRegion({ 0: raw, groups = {} }: RegExpExecArray, depth: number): string {
  const { inside } = groups;
  if (inside !== undefined) return plainContainer(groups, (text) => portable(text, depth + 1));
  // A component that closes itself may have a title.
  const title = /^\s*<[A-Z]/.test(raw) ? SHOWN.exec(raw)?.[1] : undefined;
  return (title ?? '') + raw.replace(/.+/g, '');
}

/** Most texts hold none of these, and are not looked at line by line. */
const FOREIGN =
  /:::|\{[%{/<*:]|[)\]]\{|^[ \t]*(?:!!!|\?\?\?|=== "|\/{3} |<[A-Z]|(?:`{3,}|~{3,})[ \t]*\t)|^ {0,3}(?:import\s|export\s|r\[)|\[\[/m;

const TAB_BEHIND_FENCE = /^([ \t>]*(?:`{3,}|~{3,}))[ \t]*\t[ \t]*$/gm;

const TAG_ALONE = /^[ \t]*<\/?[A-Z][^<>\n]*>[ \t]*$/gm;

/** Characters of a line; no mark stands in a longer one, and patterns take time that grows with its square. */
const LONGEST = 2_000;

/** An import or export of MDX, which goes on to a blank line, or a comment. */
const MDX =
  /[ \t]*\{\/\*[\s\S]*?(?:\*\/\}[ \t]*$|(?![\s\S]))|(?:import\s(?:.*\sfrom\s)?['"].*['"];?[ \t]*$|import\s*\{[^}\n]*$|export\s+(?:(?:const|let|var)\s.*=|default\s+(?:function|class|[({]|[\w.]+;)|function\s+\w+\()).*(?:\n.*\S.*)*/my;

/**
 * A line of attributes, `{: .no_toc }` of kramdown, not Elixir's `{:ok, 1}`; a table of contents, `[[toc]]`; a rule's id,
 * `r[items.intro]` of the Rust reference; an end, or a tag of JSX, alone.
 */
const UNSEEN =
  / {0,3}(?:\{:[ \t]*(?:[.#][\w-]|[\w-]+=|toc\b)[^{}\n]*\}|\[\[_?(?:toc|TOC)_?\]\])[ \t]*$|r\[[\w.-]+\][ \t]*$|[ \t]*(?::{3,}|<\/?[A-Z][\w.]*(?:\s[^<>]*)?>)[ \t]*$/my;

function withoutMarks(line: string): string {
  return withoutCodes(line).replace(WIKILINK, (_, target: string, label?: string) => label ?? target);
}

const WIKILINK = /(?<!!)\[\[([^[\]|\s](?:[^[\]|]*[^[\]|\s])?)(?:\|([^[\]]+))?\]\](?!\()/g;

/**
 * A code span, which stays; `{% hint style="info" %}` of Liquid, `{{< note >}}` and `{{% note %}}` of Hugo, attributes behind
 * a link; not `{{ value }}`, which pages tell of.
 */
const CODE =
  /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\{%.*?%\}|\{\{[<%].*?[>%]\}\}|(?<=[)\]])(?:\{(?::[ \t]*[.#][\w-]|:?[ \t]*(?:\.[\w-]|[\w-]+=))[^{}]*\})+/g;

/** Of a code what it shows or leads to stays; where a line held nothing else, it is that alone. */
function withoutCodes(line: string): string {
  const shown = line.replace(CODE, (code, span?: string) => {
    const [, text, path = ''] = SHOWN.exec(code) ?? [];
    // `{% include note.html content="…" %}` of Jekyll tells its kind.
    const [, kind = ''] = /\binclude +\S*?([a-z]+)\.html/.exec(code) ?? [];
    const plain = text === undefined ? path : titled(kindName(kind), text);
    const [, label = ''] = PART.exec(code) ?? [];
    const own = label === '' ? plain : `<br>**${label}:** `;
    return span === undefined ? own : code;
  });
  return shown === line ? line : shown.replace(/^<br>/, '').trimEnd();
}

/** The first of several in a line, which follow each other: `{{< tab "One" >}}`. */
const PART = /^\{[{%][<%-]* *(?:card|panel|step|tab) +(?:(?:header|label|name|title)=)?"([^"]+)"/;

const SHOWN = /\b(?:text|title|content)="([^"]*)"|\b(?:ref|relref|link) +"?([^"\s]+)/;
