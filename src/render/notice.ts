import type { InputError } from '../errors.ts';
import { withInvisibleNamed, withoutInvisible } from '../markdown/invisible.ts';
import { isUtf8Locale, type When, wantsColor } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';
import { textWidth } from '../terminal/width.ts';
import { onScreen } from './ascii.ts';
import { cells } from './layout/cells.ts';
import { wrapText } from './layout/wrap.ts';

/** What standard error says beside the answer: fitted to a terminal; in a pipe as it is, every line whole. */
export function notice(text: string, { error, env }: Io): string {
  if (!error.isTerminal) return withInvisibleNamed(text);
  return fitted(text, { columns: textWidth(undefined, error.columns), isUtf8: isUtf8Locale(env) });
}

/** Columns that a pager's prompt needs beside its title, for how far one has come. */
const PROMPT = 8;

/** A title for a pager's prompt, which has one row. */
export function promptTitle(title: string, { out, env }: Io): string {
  const [line = '', ...more] = wrapText(
    onScreen(title, isUtf8Locale(env)),
    textWidth(undefined, out.columns) - PROMPT,
  );
  return more.length === 0 ? line : `${line} ...`;
}

const MESSAGE = Object.freeze({
  /** Characters. A message longer than both together is cut between them; its end says what to type. */
  start: 400,
  end: 200,
});

const PROGRAM = 'rustpolicy:';

/** An error in one line; on a terminal broken between words alone. */
export async function errorLine({ message }: InputError, choice: When, io: Io): Promise<string> {
  const { error, env } = io;
  const plain = notice(`${PROGRAM} ${inOneLine(message)}\n`, io);
  const isColored = (error.isTerminal || choice === 'always') && wantsColor(choice, env, error.isTerminal);
  if (!isColored) return plain;
  const { Chalk } = await import('./terminal.ts');
  return plain.replace(PROGRAM, new Chalk({ level: 1 }).bold.red(PROGRAM));
}

/** A message in one line of limited length: it may quote what somebody typed, or a file's name. */
export function inOneLine(message: string): string {
  // Line by line: a pattern for blanks around a line end would look for one from each of 100,000 blanks.
  const lines = withoutInvisible(message)
    .split('\n')
    .map((line) => line.trim());
  const line = lines.filter((line) => line !== '').join(' ');
  if (line.length <= MESSAGE.start + MESSAGE.end) return line;
  return `${line.slice(0, MESSAGE.start)}[...]${line.slice(-MESSAGE.end)}`;
}

const HANGING = Object.freeze({
  /** A term that takes more than this share of the line has its text below, at this indent. */
  share: 0.6,
  below: 4,
});

/**
 * Text for standard error, fitted to a terminal. Lines are broken at words; of `  command  heading` the further lines
 * start below the heading.
 *
 * @param columns of the terminal.
 */
export function fitted(text: string, { columns, isUtf8 }: { columns: number; isUtf8: boolean }): string {
  return onScreen(text, isUtf8)
    .split('\n')
    .flatMap((line) => (cells(line) <= columns ? [line] : hung(line, columns)))
    .join('\n');
}

function hung(line: string, columns: number): string[] {
  const term = /^(.*\S {2,}|\s*)/.exec(line)?.[0] ?? '';
  const isBeside = cells(term) <= columns * HANGING.share;
  const indent = isBeside ? cells(term) : HANGING.below;
  const [first = '', ...rest] = wrapText(line.slice(term.length), columns - indent);
  const below = rest.map((line) => ' '.repeat(indent) + line);
  return isBeside ? [term + first, ...below] : [term.trimEnd(), ' '.repeat(indent) + first, ...below];
}
