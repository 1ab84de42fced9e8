import type { Tokens } from 'marked';
import { runsWidth, widest } from './cells.ts';
import { BREAK, behind, type Frame, plain, type Run, runsOf, stack, type TextLine } from './notation.ts';
import { widestWord, wrap } from './wrap.ts';

/** Cells of a row, not yet broken into lines; a row may lack some. */
type Row = readonly (readonly Run[])[];

/** Columns between two cells. */
export const GAP = 2;

/** The indent of a cell's further lines, where the table is a list. */
const HANG = '  ';

/** Columns. A column is not made narrower to fit a table: sentences would have a word a line. */
const LEAST_COLUMN = 12;

/** Columns of a table at most, in a window of thousands: each of thousands of rows is filled up to the width with blanks. */
const WIDEST_TABLE = 500;

/** The share of a cell's free room that stands before its text. */
const BEFORE = Object.freeze({ left: 0, center: 0.5, right: 1 });

/** A table in columns, its cells wrapped to fit the width; where they cannot be, each row as a list of `heading: cell`. */
export function tableLines({ header, rows, align }: Tokens.Table, frame: Frame): TextLine[] {
  const { notation } = frame;
  const [head = [], ...body] = [header, ...rows].map((row) =>
    row.map(({ tokens, header }) => runsOf(tokens, notation, header ? { strong: true } : undefined)),
  );
  const widths = fitted(head, body, Math.min(frame.width, WIDEST_TABLE));
  if (widths === undefined) return asList(head, body, frame);
  const rule = widths.map((width) => [plain(notation.line.repeat(width))]);
  const inColumns = (row: Row) => columns(row, widths, align);
  const lines = body.map(inColumns);
  const isLoose = lines.some(({ length }) => length > 1);
  return [...inColumns(head), ...inColumns(rule), ...stack(lines, isLoose)];
}

/** Each column's width, the widest narrowed until all fit; undefined where words would be cut or columns too narrow. */
function fitted(head: Row, body: readonly Row[], room: number): number[] | undefined {
  const columns = head.map((cell, at) => [cell, ...body.map((row) => row[at] ?? [])]);
  const lines = (cell: readonly Run[]) => (cell.includes(BREAK) ? wrap(cell, Infinity) : [cell]);
  const widths = columns.map((column) => widest(column.flatMap(lines).map(runsWidth)));
  const least = columns.map((column, at) =>
    Math.max(Math.min(LEAST_COLUMN, widths[at] ?? 0), widest(column.map(widestWord))),
  );
  const free = room - GAP * (columns.length - 1);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  if (sum(least) > free) return undefined;
  while (sum(widths) > free) {
    const spare = widths.map((width, at) => (width > (least[at] ?? 0) ? width : 0));
    const at = spare.indexOf(widest(spare));
    widths[at] = (widths[at] ?? 0) - 1;
  }
  return widths;
}

/** A row's cells beside each other, each wrapped to its column's width. */
export function columns(row: Row, widths: readonly number[], align: Tokens.Table['align']): TextLine[] {
  const cells = widths.map((width, at) => ({ width, lines: wrap(row[at] ?? [], width) }));
  const height = widest(cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells.flatMap(({ width, lines }, at) => {
      const runs = lines[line] ?? [];
      const room = width - runsWidth(runs);
      const before = Math.floor(room * BEFORE[align[at] ?? 'left']);
      return [blanks((at > 0 ? GAP : 0) + before), ...runs, blanks(room - before)];
    }),
  );
}

function asList(head: Row, rows: readonly Row[], { width, notation }: Frame): TextLine[] {
  const item = (cell: readonly Run[], column: number) => {
    const name = head[column] ?? [];
    const hasName = name.some(({ text }) => text.trim() !== '');
    const runs = hasName ? [...name, plain(': '), ...cell] : cell;
    return behind('', wrap(runs, width - HANG.length, notation.longWord), HANG);
  };
  const lists = rows.map((row) => row.flatMap(item));
  return stack(lists, true);
}

function blanks(count: number): Run {
  return plain(' '.repeat(Math.max(0, count)));
}
