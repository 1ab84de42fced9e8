import { isQuestion } from './tokens.ts';

/**
 * What site generators and wikis write beside Markdown, made plain Markdown, each line in its place: containers and
 * admonitions, codes of Liquid and Hugo, imports and comments of MDX, wikilinks, attributes of kramdown, ids of rules. Code blocks stay as they are.
 */
export function portable(markdown: string): string {
  if (!FOREIGN.test(markdown)) return markdown;
  const state: LinesAbove = { fence: undefined, indent: 0, margin: '', skipsTo: undefined, before: '' };
  return markdown
    .split('\n')
    .map((line) => {
      if (line.trim() !== '' && !line.startsWith(' '.repeat(state.indent)))
        Object.assign(state, { indent: 0, margin: '' });
      const { margin } = state;
      const shown = portableLine(line, state);
      state.before = line;
      return shown === '' ? '' : margin + shown;
    })
    .join('\n');
}

interface LinesAbove {
  /** The mark of the code block that is open. */
  fence: string | undefined;
  /** How far the admonitions that are open set their text in. */
  indent: number;
  /** The blanks of it that stay in a question, which becomes a list's item, so that it ends with its answer. */
  margin: string;
  /** The end of the MDX that is open, which shows nothing. */
  skipsTo: RegExp | undefined;
  before: string;
}

function portableLine(line: string, state: LinesAbove): string {
  const text = line.slice(Math.min(state.indent, line.search(/\S|$/)));
  const [, mark, behind = ''] = FENCE.exec(text) ?? [];
  if (state.fence !== undefined) {
    if (mark?.startsWith(state.fence) !== true || behind.trim() !== '') return text;
    state.fence = undefined;
    // marked knows no tab behind a closing fence (CommonMark 4.5).
    return text.trimEnd();
  }
  state.fence = mark;
  if (mark !== undefined || text.length > LONGEST) return text;
  if (isMdx(text, state) || UNSEEN.test(text)) return '';
  const [admonition, kind = '', own] = ADMONITION.exec(text) ?? [];
  if (admonition === undefined) return withoutMarks(text);
  const heading = title(own ?? kind);
  const isItem = state.indent === 0 && isQuestion(heading);
  if (isItem) state.margin = ' '.repeat(4);
  state.indent += 4;
  return isItem ? `-   ${heading}` : heading;
}

/** Whether a line is of an import or export of MDX, which goes on to a blank line, or of a comment. */
function isMdx(line: string, state: LinesAbove): boolean {
  if (state.skipsTo === undefined) {
    if (/^[ \t]*\{\/\*/.test(line)) state.skipsTo = /\*\/\}[ \t]*$/;
    else if (state.before.trim() === '' && ESM.test(line)) state.skipsTo = /^[ \t]*$/;
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

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

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
