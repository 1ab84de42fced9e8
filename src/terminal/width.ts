import { InputError } from '../errors.ts';

export const WIDTH = Object.freeze({
  /** Of `--width`: narrower than this, hanging indents leave no room for words. */
  least: 20,
  most: 10_000,
  /** Text is hard to read on longer lines; `--width` goes beyond. */
  cap: 100,
  /** Where there is no terminal to measure: what mail and terminals have in common. */
  unknown: 80,
});

/** The columns to lay text out in: what was asked for, else the terminal's own up to a bound, else 80. */
export function textWidth(asked: number | undefined, columns: number | undefined): number {
  if (asked !== undefined) return asked;
  if (columns === undefined || !Number.isInteger(columns) || columns <= 0) return WIDTH.unknown;
  return Math.min(WIDTH.cap, columns);
}

export const MAIL_WIDTH = Object.freeze({
  least: 30,
  /** What Documentation/process/submitting-patches.rst allows. */
  most: 75,
  /** Leaves room for a reply's quote marks. */
  usual: 72,
});

/**
 * The columns that mail is wrapped at, quote marks counted in; never the terminal's.
 *
 * @throws InputError when the lists would not take such lines.
 */
export function mailWidth(asked: number | undefined): number {
  if (asked === undefined) return MAIL_WIDTH.usual;
  if (asked >= MAIL_WIDTH.least && asked <= MAIL_WIDTH.most) return asked;
  throw new InputError(
    `mail of ${asked} columns is not for the lists, which wrap at 75; give --width ${MAIL_WIDTH.least} to ${MAIL_WIDTH.most}`,
  );
}
