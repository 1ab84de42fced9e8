import type { Tokens } from 'marked';
import type { Frame } from './blocks.ts';
import { cells } from './cells.ts';
import { type Run, runsOf } from './runs.ts';
import { type TextLine, wrap } from './wrap.ts';

const GAP: Run = Object.freeze({ text: '  ', marks: {} });

/** A table in columns where it fits the width, else as one block of `heading: cell` lines a row. */
export function tableLines(table: Tokens.Table, frame: Frame): TextLine[] {
  const row = (row: readonly Tokens.TableCell[]) =>
    row.map((cell) => runsOf(cell.tokens, frame.notation, cell.header ? { strong: true } : {}));
  const header = row(table.header);
  const rows = table.rows.map(row);
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => runsWidth(row[at] ?? []))));
  const total = widths.reduce((sum, width) => sum + width + cells(GAP.text), -cells(GAP.text));
  if (total > frame.width) return asList(header, rows, frame.width);
  const rule = widths.map((width) => [{ text: '-'.repeat(width), marks: {} }]);
  return [header, rule, ...rows].map((row) => columns(row, widths, table.align));
}

function columns(
  row: readonly (readonly Run[])[],
  widths: readonly number[],
  align: readonly Tokens.Table['align'][number][],
): TextLine {
  const cellsOfRow = widths.flatMap((width, at) => {
    const runs = row[at] ?? [];
    const room = width - runsWidth(runs);
    const before = align[at] === 'right' ? room : align[at] === 'center' ? Math.floor(room / 2) : 0;
    const blank = (count: number): Run[] => (count > 0 ? [{ text: ' '.repeat(count), marks: {} }] : []);
    return [...(at > 0 ? [GAP] : []), ...blank(before), ...runs, ...blank(room - before)];
  });
  return trimmedEnd(cellsOfRow);
}

function trimmedEnd(runs: readonly Run[]): Run[] {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(0, last + 1);
}

function asList(
  header: readonly (readonly Run[])[],
  rows: readonly (readonly Run[])[][],
  width: number,
): TextLine[] {
  return rows.flatMap((row, at) => [
    ...(at > 0 ? [[]] : []),
    ...row.flatMap((cell, column) => {
      const name = header[column] ?? [];
      return wrap([...name, { text: ': ', marks: {} }, ...cell], width);
    }),
  ]);
}

function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + cells(text), 0);
}
