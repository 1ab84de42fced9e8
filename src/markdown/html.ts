// Loaded only where a folder or a message holds HTML or codes of emoji: it is larger than all that a usual run loads.
import { compile, type DomNode, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';

import selectors from './html-selectors.json' with { type: 'json' };
import { inOneLine } from './tokens.ts';

export { nameToEmoji } from 'gemoji';

const LIMIT = Object.freeze({
  /** Characters, and how deep elements may be in each other: HTML is read by calls within calls. */
  length: 500_000,
  depth: 100,
  /** Cells of a table, those counted in that short rows lack: Markdown fills them up. */
  cells: 20_000,
});

/** Stands in what was read of HTML that is deeper. */
const DEEPER = '\uffff';

/** A reader of HTML; it gives nothing for what is longer or deeper than any page. */
function reader(options: HtmlToTextOptions): (html: string) => string | undefined {
  const limits = { maxDepth: LIMIT.depth, ellipsis: DEEPER };
  const read = compile({ ...options, wordwrap: false, limits });
  return (html) => {
    const text = html.length > LIMIT.length ? DEEPER : read(html);
    return text.includes(DEEPER) ? undefined : text;
  };
}

/** The words of HTML, a paragraph a line, with the addresses of its links. */
export const htmlText = reader({
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
    ...[1, 2, 3, 4, 5, 6].map((depth) => ({ selector: `h${depth}`, options: { uppercase: false } })),
  ],
});

/** Signs that Markdown, or HTML within it, takes for marks, in code; those that stand at a line's start alone do no harm. */
const ENCODED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'\\`*_[]<>&~|#"'].map((sign) => [sign, `&#${sign.charCodeAt(0)};`]),
);

function attribute(value: string | undefined = ''): string {
  return inOneLine([...value].map((sign) => ENCODED[sign] ?? sign).join(''));
}

const link: FormatCallback = ({ attribs, children }, walk, builder) => {
  builder.addLiteral(`<a href="${attribute(attribs.href)}">`);
  walk(children, builder);
  builder.addLiteral('</a>');
};

const image: FormatCallback = ({ attribs }, _, builder) => {
  builder.addLiteral(`<img alt="${attribute(attribs.alt)}" src="${attribute(attribs.src)}">`);
};

const pre: FormatCallback = (element, _, builder) => {
  const text = textOf(element).replace(/^\n/, '').trimEnd();
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)));
  builder.openBlock({ leadingLineBreaks: 2, isPre: true });
  builder.addLiteral(`${fence}\n${text}\n${fence}`);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

function textOf({ data, children = [] }: Partial<DomNode>, depth = 0): string {
  if (depth > LIMIT.depth) return DEEPER;
  return data ?? children.map((child) => textOf(child, depth + 1)).join('');
}

/** An element that stands on lines of its own, which `write` makes of those of its children. */
function block(write: (text: string, name: string) => string, lineBreaks: number): FormatCallback {
  return ({ name = '', children }, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: lineBreaks });
    walk(children, builder);
    builder.closeBlock({ trailingLineBreaks: lineBreaks, blockTransform: (text) => write(text, name) });
  };
}

/** Rows as Markdown has them, all as wide as the widest, below what stands beside them. */
function tableOf(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '');
  const rows = lines.filter((line) => line.startsWith('|'));
  const columns = (row: string) => row.split('|').length - 1;
  const most = rows.reduce((all, row) => Math.max(all, columns(row)), 0);
  if (rows.length * most > LIMIT.cells) return text.replaceAll('|', ' ');
  const [head = '', ...others] = rows.map((row) => row + ' |'.repeat(most - columns(row)));
  const caption = lines.filter((line) => !line.startsWith('|'));
  return [...caption, '', head, head.replace(/\|[^|]+/g, '|---'), ...others].join('\n');
}

/**
 * The Markdown that says the same as some HTML, each element written as `html-selectors.json` tells. What stands within
 * lines stays HTML, of the few tags that have a meaning.
 */
export const htmlMarkdown = reader({
  encodeCharacters: ENCODED,
  formatters: {
    link,
    image,
    pre,
    heading: block((text, name) => `${'#'.repeat(Number(name.at(1)))} ${inOneLine(text)}`, 2),
    cell: block((text) => `| ${inOneLine(text.replaceAll('|', ' '))} `, 1),
    row: block((text) => (text === '' ? '' : `${text.replaceAll('\n', '')}|`), 1),
    table: block(tableOf, 2),
  },
  selectors,
});
