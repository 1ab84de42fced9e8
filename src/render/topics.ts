import type { ChalkInstance } from 'chalk';
import { headingTrail, openablePlace, type PolicyText } from '../policy/policy.ts';
import { cells, widest } from './layout/cells.ts';
import { wrapText } from './layout/wrap.ts';
import { textFor } from './terminal-notation.ts';

const TABLE = Object.freeze({
  gap: 2,
  /** Columns. With fewer beside the names, headings stand below them. */
  leastHeading: 24,
});

/** The topics for other programs, one a line: number, name, heading, and a folder's file and line, parted by tabs. */
export function listTabs({ page, sections }: PolicyText): string {
  return sections
    .map((section) => {
      const place = openablePlace(page, section);
      const columns = [
        section.number,
        section.name,
        headingTrail(section),
        ...(place === undefined ? [] : [place]),
      ];
      return `${columns.join('\t')}\n`;
    })
    .join('');
}

/** The topics as a table of at most `width` columns, headings wrapped; where it is narrow, below their names. */
export function listTable(
  { page, sections }: PolicyText,
  { width, isUtf8 }: { readonly width: number; readonly isUtf8: boolean },
  chalk: ChalkInstance,
): string {
  const shown = textFor({ isUtf8 });
  const numberWidth = widest(sections.map(({ number }) => String(number).length));
  const nameWidth = widest(sections.map(({ name }) => cells(name)));
  const beside = numberWidth + nameWidth + 2 * TABLE.gap;
  const isBeside = width - beside >= TABLE.leastHeading;
  const indent = isBeside ? beside : numberWidth + TABLE.gap;
  return sections
    .flatMap((section) => {
      const { number, name } = section;
      const handle = `${chalk.dim(String(number).padStart(numberWidth))}${' '.repeat(TABLE.gap)}${chalk.bold(name)}`;
      const place = wrapText(shown(openablePlace(page, section) ?? ''), width - indent).filter(
        (line) => line !== '',
      );
      const lines = [
        ...wrapText(shown(headingTrail(section)), width - indent),
        ...place.map((line) => chalk.dim(line)),
      ];
      const below = lines.map((line) => ' '.repeat(indent) + line);
      if (!isBeside) return [handle, ...below];
      return [handle + ' '.repeat(nameWidth - cells(name) + TABLE.gap) + (lines[0] ?? ''), ...below.slice(1)];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
