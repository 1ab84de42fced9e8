import stringWidth from 'fast-string-width';

/** Letters and signs of one column each, told without the tables: most text is nothing else. */
const NARROW = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203a\u2500-\u259f]*$/;

/** How many terminal columns a text takes; escape codes take none. */
export function cells(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text.normalize('NFC'));
}

/** As many blanks as a text takes columns. */
export function blanksFor(text: string): string {
  return ' '.repeat(cells(text));
}

/** A text with blanks behind it, as many as it lacks of a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/** How many columns runs take. */
export function runsWidth(runs: readonly { readonly text: string }[]): number {
  return runs.reduce((sum, { text }) => sum + cells(text), 0);
}

/** How many rows a text takes on a terminal of so many columns, which breaks longer lines; its last line ends in `\n`. */
export function rowsOf(text: string, columns: number): number {
  const lines = text.split('\n').slice(0, -1);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(cells(line) / columns)), 0);
}

/** The largest of some widths; 0 of none. `Math.max(...)` puts all on the stack, which a hundred thousand overflow. */
export function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}
