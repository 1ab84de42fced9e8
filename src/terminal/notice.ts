import { cells } from '../render/layout/cells.ts';
import { wrap } from '../render/layout/wrap.ts';
import { textFor } from '../render/terminal-notation.ts';

const HANGING = Object.freeze({
  /** A term that takes more of the line than this share of it has its text below, at this indent. */
  share: 0.6,
  below: 4,
});

/**
 * What standard error says, fitted to a terminal: lines broken at words, the rest of each below its own text, which
 * begins behind the last gap of two blanks.
 *
 * @param columns of the terminal.
 */
export function fitted(text: string, { columns, isUtf8 }: { columns: number; isUtf8: boolean }): string {
  return textFor({ isUtf8 })(text)
    .split('\n')
    .flatMap((line) => (cells(line) <= columns ? [line] : hung(line, columns)))
    .join('\n');
}

function hung(line: string, columns: number): string[] {
  const term = /^(.*\S {2,}|\s*)/.exec(line)?.[0] ?? '';
  const isBeside = cells(term) <= columns * HANGING.share;
  const indent = isBeside ? cells(term) : HANGING.below;
  const [first = '', ...rest] = wrap([{ text: line.slice(term.length), marks: {} }], columns - indent).map(
    (runs) => runs.map(({ text }) => text).join(''),
  );
  const below = rest.map((line) => ' '.repeat(indent) + line);
  return isBeside ? [term + first, ...below] : [term.trimEnd(), ' '.repeat(indent) + first, ...below];
}
