import asides from './asides.json' with { type: 'json' };
import { lexBlocks } from './lex.ts';
import { inOneLine, isQuestion, kindName, lineEnds } from './tokens.ts';

/** A container: its kind and title, or its tag with attributes; and its text, behind the opening and below. */
type Parts = Partial<
  Record<'inset' | 'admonition' | 'kind' | 'title' | 'tag' | 'attributes' | 'inside', string>
>;

/**
 * `!!! note "Title"`, `??? note`, and tabs, of MkDocs: what is set in by four blanks below is their text; what has neither
 * title nor text is none.
 */
const INDENTED =
  /(?<inset>[ \t]*)(?:(?:!!!|\?\?\?\+?) ?(?<admonition>[\w-]+)|===[!+]?(?= "))[ \w-]*(?="|\n(?:[ \t]*\n)*\k<inset>(?: {4}|\t))(?:"(?<title>.*)")?[ \t]*$(?<inside>(?:\n(?:[ \t]*\n)*\k<inset>(?: {4}|\t).*)*)/my;

/**
 * `::: tip Title` of VuePress, `:::tip[Title]` of Docusaurus, `::: {.class}` of Pandoc, not `::: a.b` of mkdocstrings; and
 * `/// note | Title` of Pymdown.
 */
const FENCED =
  /(?<inset>[ \t]*)(?<marks>:{3,}(?!:)(?=[ \t]*\S)|\/{3,}(?= +[a-z-]+ *(?:\||$)))[ \t]*(?![ \t])(?:\{(?<attributes>[^{}\n]*)\}|(?<kind>[\w-]*)(?![.\w]))[ \t|]*(?<title>.*?)(?:\{[^{}\n]*\})?[ \t]*$(?<inside>(?:\n(?![ \t]*\k<marks>[:/]*[ \t]*$).*)*\n?).*/my;

const TAG_END = '(?:\\{%-? *(?:end|/ *)|\\{\\{[<%] */ *|</)NAME *(?:-?%\\}|[%>]\\}\\}|>)';
const TAG = '(?:\\{%-?|\\{\\{[<%]|<(?=[A-Z])) *NAME(?![\\w.-])';

/** Tags that say when their text is shown. */
const LOGIC = /^(?:if\w*|unless|for|case|capture|raw|comment|highlight)$/;

/** Patterns of the containers that a text may hold, from a line's start on; of tags those that it ends somewhere. */
export function containersIn(markdown: string): readonly RegExp[] {
  const ends = markdown.matchAll(new RegExp(TAG_END.replace('NAME', '([\\w.-]+)'), 'g'));
  const names = [...new Set(Array.from(ends, ([, name = '']) => name))].filter((name) => !LOGIC.test(name));
  if (names.length === 0) return [INDENTED, FENCED];
  const [inner, end] = [TAG, TAG_END].map((pattern) => pattern.replace('NAME', '\\k<tag>'));
  const text = `(?:(?!${inner}|${end})[\\s\\S])*`;
  // `{% hint style="info" %}` of Liquid, `{{< note >}}` and `{{% note %}}` of Hugo, `<Note title="Title">` of JSX.
  const tagged = [
    `(?<inset>[ \\t]*)${TAG.replace('NAME', `(?<tag>${names.join('|')})`)}`,
    `(?<attributes>(?:[^<>"'{}%]|"[^"]*"|'[^']*'|\\{[^{}]*\\})*)(?:[%>]\\}\\}|-?%\\}|(?<!/)>)`,
    // With one of its name within each other.
    `(?<inside>${text}(?:${inner}${text}${end}${text})*)(?:${end}[ \\t]*$|(?![\\s\\S]))`,
  ];
  return [INDENTED, FENCED, new RegExp(tagged.join(''), 'my')];
}

/** What sets a text off from what stands around, as tabs and steps do not; it is told where there is no title. */
const ASIDE = new RegExp(`(?<![\\w-])(?:callout-)?(${asides.join('|')})s?(?![\\w-])`, 'i');

/** What attributes call a container: by the name that says it; else without any, or by another. */
const TITLE =
  /(?:\b(?:title|label|summary|header)=\{?|^(?!.*\b(?:title|label|summary|header)=)(?:.*?[^=\s])??(?:\s+|\s*\b(?:value|name)=))(["'])(.*?)\1/i;

/**
 * A container as plain Markdown, in as many lines: an aside as a quote, or a question as an item of a list, either of
 * which ends with its text.
 *
 * @param plain makes plain Markdown of the text in it.
 */
export function plainContainer(parts: Parts, plain: (markdown: string) => string): string {
  const { inset = '', admonition, kind, tag, title = '', attributes = '', inside = '' } = parts;
  const written = ` ${inOneLine(attributes).slice(0, 1_000)}`;
  const aside = ASIDE.exec(tag || kind || written);
  const own = admonition ?? (aside && (ASIDE.exec(written) ?? aside)[1]);
  const label = title.replace(/^\[(.*)\]$/, '$1').trim() || TITLE.exec(written)?.[2] || kindName(own ?? '');
  // Of a tag that stands in several lines each has its own.
  const set = '\n'.repeat(lineEnds(attributes)) + inside;
  const [, blanks = ''] = /\n([ \t]*)\S/.exec(set) ?? [];
  const text = plain(set.replace(new RegExp(`\n[ \\t]{0,${blanks.length}}`, 'g'), '\n'));
  const [rest = '', ...below] = text.split('\n');
  const isItem = inset === '' && isQuestion(label);
  // A quote would hide its headings from whoever looks for some.
  const isQuote =
    !isItem && own && !(text.includes('#') && lexBlocks(text).some(({ type }) => type === 'heading'));
  const margin = isItem ? '    ' : inset + (isQuote ? '> ' : '');
  const lines = [titled(label, rest.trim()), ...below];
  const shown = lines.map((line) => (line.trim() === '' ? margin.trimEnd() : margin + line)).join('\n');
  // Its end stands in no margin.
  const ended = shown.replace(/(?:\n[ \t>]*)+$/, (ends) => ends.replace(/.+/g, ''));
  return isItem ? ended.replace(/^ {4}/, '-   ') : ended;
}

/** A label on a line of its own, or before the text that stands in its line. */
export function titled(label: string, text: string): string {
  if (label === '') return text;
  return text === '' ? `**${label}**  ` : `**${label}:** ${text}`;
}
