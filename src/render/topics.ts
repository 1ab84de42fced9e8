import type { ChalkInstance } from 'chalk';
import type { Section } from '../policy/policy.ts';
import { cells, widest } from './layout/cells.ts';
import { wrapText } from './layout/wrap.ts';
import { textFor } from './terminal-notation.ts';

const TABLE = Object.freeze({
  gap: 2,
  /** Columns. With fewer beside the names, headings stand below them. */
  leastHeading: 24,
});

/** The topics for other programs, one a line: number, name and heading, parted by tabs. */
export function listTabs(sections: readonly Section[]): string {
  return sections.map(({ number, name, heading }) => `${number}\t${name}\t${heading}\n`).join('');
}

/** The topics as a table of at most `width` columns, headings wrapped; where it is narrow, below their names. */
export function listTable(
  sections: readonly Section[],
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
    .flatMap(({ number, name, heading }) => {
      const handle = `${chalk.dim(String(number).padStart(numberWidth))}${' '.repeat(TABLE.gap)}${chalk.bold(name)}`;
      const lines = wrapText(shown(heading), width - indent);
      const below = lines.map((line) => ' '.repeat(indent) + line);
      if (!isBeside) return [handle, ...below];
      return [handle + ' '.repeat(nameWidth - cells(name) + TABLE.gap) + (lines[0] ?? ''), ...below.slice(1)];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
