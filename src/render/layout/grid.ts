import type { Tokens } from 'marked';
import { runsWidth, widest } from './cells.ts';
import { type Frame, type Run, runsOf, type TextLine } from './notation.ts';
import { widestWord, wrap } from './wrap.ts';

/** A cell's text, not yet broken into lines. */
type Cell = readonly Run[];

const GAP = '  ';

/** Columns. The indent of a cell's further lines, where the table is a list. */
const HANG = 2;

/** Columns. A column is not made narrower to fit a table: sentences would have a word a line. */
const LEAST_COLUMN = 12;

/** A table in columns, its cells wrapped to fit the width; where they cannot be, each row as a list of `heading: cell`. */
export function tableLines(table: Tokens.Table, frame: Frame): TextLine[] {
  const row = (row: readonly Tokens.TableCell[]) =>
    row.map((cell) => runsOf(cell.tokens, frame.notation, cell.header ? { strong: true } : {}));
  const header = row(table.header);
  const rows = table.rows.map(row);
  const widths = fitted(header, rows, frame.width);
  if (widths === undefined) return asList(header, rows, frame);
  const rule = widths.map((width) => [{ text: frame.notation.tableRule(width), marks: {} }]);
  const laidOut = rows.map((row) => columns(row, widths, table.align));
  // If any row takes several lines, blank lines part the rows.
  const gap = laidOut.some((lines) => lines.length > 1) ? [[]] : [];
  return [
    ...columns(header, widths, table.align),
    ...columns(rule, widths, []),
    ...laidOut.flatMap((lines, at) => (at > 0 ? [...gap, ...lines] : lines)),
  ];
}

/** Each column's width, the widest narrowed until all fit; undefined where words would be cut or columns too narrow. */
function fitted(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  room: number,
): number[] | undefined {
  const columns = header.map((cell, at) => [cell, ...rows.map((row) => row[at] ?? [])]);
  const widths = columns.map((column) => widest(column.map(runsWidth)));
  const least = columns.map((column, at) =>
    Math.max(Math.min(LEAST_COLUMN, widths[at] ?? 0), widest(column.map(widestWord))),
  );
  const gaps = GAP.length * (header.length - 1);
  if (sum(least) + gaps > room) return undefined;
  while (sum(widths) + gaps > room) {
    const spare = widths.map((width, at) => (width > (least[at] ?? 0) ? width : 0));
    const at = spare.indexOf(widest(spare));
    widths[at] = (widths[at] ?? 0) - 1;
  }
  return widths;
}

function columns(
  row: readonly Cell[],
  widths: readonly number[],
  align: readonly Tokens.Table['align'][number][],
): TextLine[] {
  const wrapped = widths.map((width, at) => wrap(row[at] ?? [], width));
  const height = widest(wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    trimmedEnd(
      widths.flatMap((width, at) => {
        const runs = wrapped[at]?.[line] ?? [];
        const room = width - runsWidth(runs);
        const before = align[at] === 'right' ? room : align[at] === 'center' ? Math.floor(room / 2) : 0;
        return [...blank(at > 0 ? GAP.length + before : before), ...runs, ...blank(room - before)];
      }),
    ),
  );
}

function blank(count: number): Run[] {
  return count > 0 ? [{ text: ' '.repeat(count), marks: {} }] : [];
}

function trimmedEnd(runs: readonly Run[]): Run[] {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(0, last + 1);
}

function asList(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  { width, notation }: Frame,
): TextLine[] {
  return rows.flatMap((row, at) => [
    ...(at > 0 ? [[]] : []),
    ...row.flatMap((cell, column) => {
      const name = header[column] ?? [];
      const hasName = name.some(({ text }) => text.trim() !== '');
      const lines = wrap(
        hasName ? [...name, { text: ': ', marks: {} }, ...cell] : cell,
        width - HANG,
        notation.longWord,
      );
      return lines.map((line, at) => (at > 0 ? [...blank(HANG), ...line] : line));
    }),
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
