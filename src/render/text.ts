import { withoutControls } from '../markdown/invisible.ts';
import { absoluteUrl } from '../markdown/links.ts';
import { type LexedSection, type Page, revisionLine, sectionUrl, sourceOf } from '../policy/policy.ts';
import { type Line, layout } from './layout/blocks.ts';
import { widest } from './layout/cells.ts';
import type { Notation } from './layout/notation.ts';
import { leaveWhole, wrap } from './layout/wrap.ts';

/** Numbers URLs in order of first use, each once. */
export interface Footnotes {
  readonly number: (url: string) => number;
  /** Every numbered URL, the first one's number first. */
  readonly urls: () => readonly string[];
}

/** A fresh list of footnotes; `first` is the number of the first one. */
export function newFootnotes(first = 1): Footnotes {
  const urls: string[] = [];
  return {
    number: (url) => {
      if (!urls.includes(url)) urls.push(url);
      return first + urls.indexOf(url);
    },
    urls: () => urls,
  };
}

/** How inline Markdown reads where there is nothing but characters: code in backticks, links as footnotes. */
export function plainNotation(footnotes: Footnotes): Notation {
  return {
    text: (text) => text,
    code: inBackticks,
    del: (text) => `~~${text}~~`,
    link: (label, href) => {
      const mark = { text: `[${footnotes.number(href)}]`, marks: {} };
      return label.length === 0 ? [mark] : [...label, { text: ' ', marks: {} }, mark];
    },
    codeBlock: (text) => text.split('\n').map((line) => ({ text: line, marks: {} })),
    // Not dashes: on a line of their own they end the message for git.
    rule: () => '* * *',
    tableRule: (width) => '-'.repeat(width),
    bullet: '- ',
    longWord: leaveWhole,
    quote: '> ',
  };
}

/** A code span's fence is longer than any run of backticks in it (CommonMark 6.1). */
function inBackticks(code: string): string {
  const longest = widest((code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${code}${fence}` : `${fence} ${code} ${fence}`;
}

/** A section as plain text of at most `width` columns, with its footnotes, URL and revision; ends in a newline. */
export function renderText(page: Page, section: LexedSection, width: number): string {
  const url = sectionUrl(page, section);
  return blocks([
    wrap([{ text: section.heading, marks: {} }], width)
      .map((runs) => ({ prefix: '', runs }))
      .map(lineText)
      .join('\n'),
    bodyText(page, section, width),
    [...(url === undefined ? [] : [url]), revisionLine(page)].join('\n'),
  ]);
}

/** A section's words and footnotes alone, at most `width` columns wide. */
export function bodyText(page: Page, section: LexedSection, width: number): string {
  const footnotes = newFootnotes();
  const notation = plainNotation({
    ...footnotes,
    number: (href) => footnotes.number(absoluteUrl(href, sourceOf(page, section))),
  });
  const lines = layout(section.tokens, { width, notation });
  // Controls may stand in the section as entities.
  return withoutControls(blocks([lines.map(lineText).join('\n'), footnoteText(footnotes)])).trimEnd();
}

/** A laid-out line as characters, without trailing blanks. */
export function lineText({ prefix, runs }: Line): string {
  return (prefix + runs.map(({ text }) => text).join('')).trimEnd();
}

function footnoteText(footnotes: Footnotes): string {
  return footnotes
    .urls()
    .map((url, at) => `[${at + 1}] ${url}`)
    .join('\n');
}

function blocks(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
