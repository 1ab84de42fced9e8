import { withInvisibleNamed } from '../markdown/invisible.ts';
import { absoluteUrl } from '../markdown/links.ts';
import { cited, type LexedSection, type Page, type PolicyText } from '../policy/policy.ts';
import { layout } from './layout/blocks.ts';
import { widest } from './layout/cells.ts';
import { type Notation, plain, sign, type TextLine } from './layout/notation.ts';
import { wrapText } from './layout/wrap.ts';

/**
 * How Markdown reads in plain characters: code in backticks, links, which start from `base`, as footnotes. `footnote` gives
 * the number of a URL, in order of first use, `footnotes` a line for each in that order.
 *
 * @param written gives text, code or not, in the characters to write it in.
 */
export function plainNotation(base?: string, written = (text: string) => text) {
  const numbers = new Map<string, number>();
  const footnote = (url: string) => {
    const number = numbers.get(url) ?? numbers.size + 1;
    numbers.set(url, number);
    return number;
  };
  return {
    text: written,
    code: (text) => inBackticks(written(text)),
    link: (label, href) => {
      // An address that is its own text is read where it stands.
      if (label.length === 0) return [plain(href.replaceAll(' ', '%20'))];
      if (`http://${label.map(({ text }) => text).join('')}` === href) return label;
      return [...label, plain(' '), sign(`[${footnote(absoluteUrl(href, base))}]`)];
    },
    codeBlock: (text) => Array.from(written(text).split('\n'), (line) => [plain(line)]),
    // Not dashes: git takes a line of them for the end of a message.
    rule: '* * *',
    line: '-',
    bullet: '- ',
    quote: '> ',
    footnote,
    footnotes: (shown = (url: string) => url) => Array.from(numbers, ([url, at]) => `[${at}] ${shown(url)}`),
  } satisfies Notation & { footnote: object; footnotes: object };
}

/** A code span's fence is longer than any run of backticks in it (CommonMark 6.1). */
function inBackticks(code: string): string {
  const longest = widest((code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${code}${fence}` : `${fence} ${code} ${fence}`;
}

/**
 * A section as plain text of at most `width` columns, with its footnotes, URL and revision; ends in a newline.
 *
 * @param isLast false before another section of the page, which then tells the revision.
 */
export function renderText(page: Page, section: LexedSection, width: number, isLast = true): string {
  const { heading, url, path, revision } = cited(page, section);
  const source = [url ?? [], path ?? [], isLast ? revision : []].flat();
  return blocksText([wrapText(heading, width), sectionText(page, section, width), source]);
}

/** A section's body and footnotes alone, at most `width` columns wide. */
export function sectionText(page: Page, section: LexedSection, width: number): string {
  const notation = plainNotation(cited(page, section).base);
  const lines = layout(section.tokens, { width, notation });
  // Controls may stand in the section as entities.
  return withInvisibleNamed(blocksText([lines.map(lineText), notation.footnotes()])).trimEnd();
}

/** The topics for other programs, one a line: number, name, heading, and a folder's file and line, parted by tabs. */
export function listTabs({ page, sections }: PolicyText): string {
  const lines = sections.map((section) => {
    const { heading, path } = cited(page, section);
    return [section.number, section.name, heading, path ?? []].flat().join('\t');
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** A laid-out line as characters, without trailing blanks. */
export function lineText(line: TextLine): string {
  const texts = line.map(({ text }) => text);
  return texts.join('').trimEnd();
}

/** Blocks of text, or of lines, with a blank line between two, without those that are empty; ends in a newline. */
export function blocksText(blocks: readonly (string | readonly string[])[]): string {
  const texts = blocks.map((block) => [block].flat().join('\n'));
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
