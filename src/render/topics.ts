import type { ChalkInstance } from 'chalk';
import { cited, type PolicyText, type Section } from '../policy/policy.ts';
import { cells, padded, widest } from './layout/cells.ts';
import { wrapText } from './layout/wrap.ts';
import { textFor } from './terminal-notation.ts';

const TABLE = Object.freeze({
  gap: 2,
  /** Columns. With fewer beside the names, headings stand below them. */
  leastHeading: 24,
});

/** The topics for other programs, one a line: number, name, heading, and a folder's file and line, parted by tabs. */
export function listTabs({ page, sections }: PolicyText): string {
  const columns = (section: Section) => {
    const { heading, path } = cited(page, section);
    return [section.number, section.name, heading, path ?? []].flat();
  };
  return sections.map((section) => `${columns(section).join('\t')}\n`).join('');
}

/** The topics as a table of at most `width` columns, headings wrapped; where it is narrow, below their names. */
export function listTable(
  { page, sections }: PolicyText,
  { width, isUtf8 }: { readonly width: number; readonly isUtf8: boolean },
  chalk: ChalkInstance,
): string {
  const gap = ' '.repeat(TABLE.gap);
  const numberWidth = widest(sections.map(({ number }) => String(number).length));
  const nameWidth = widest(sections.map(({ name }) => cells(name)));
  const beside = numberWidth + nameWidth + 2 * TABLE.gap;
  const isBeside = width - beside >= TABLE.leastHeading;
  const indent = isBeside ? beside : numberWidth + TABLE.gap;
  const wrapped = (text: string) => wrapText(textFor({ isUtf8 })(text), width - indent);
  return sections
    .flatMap((section) => {
      const { number, name } = section;
      const handle = `${chalk.dim(String(number).padStart(numberWidth))}${gap}${chalk.bold(name)}`;
      const { heading, path } = cited(page, section);
      const lines = [
        ...wrapped(heading),
        ...(path === undefined ? [] : wrapped(path).map((line) => chalk.dim(line))),
      ];
      const below = lines.map((line) => ' '.repeat(indent) + line);
      return isBeside ? [padded(handle, indent) + (lines[0] ?? ''), ...below.slice(1)] : [handle, ...below];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
