import { InputError } from '../errors.ts';

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
