// What environment variables and options decide about the output. Nothing here writes to it.
import { InputError } from '../errors.ts';
import type { Io, PageStart } from './io.ts';

type Env = Io['env'];

/** When to colour, as `--color` takes it, and when links are OSC 8 hyperlinks rather than footnotes, as `--hyperlinks`. */
export const WHEN = ['auto', 'always', 'never'] as const;
export type When = (typeof WHEN)[number];

/**
 * Whether to colour one stream: the option decides first, then NO_COLOR (no-color.org: set and not empty), then
 * FORCE_COLOR and CLICOLOR_FORCE, then CLICOLOR=0 and TERM=dumb, and last whether the stream is a terminal.
 */
export function wantsColor(choice: When, env: Env, isTerminal: boolean): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env['NO_COLOR']) return false;
  const forced = [env['FORCE_COLOR'], env['CLICOLOR_FORCE']];
  if (forced.some((value) => value && value !== '0' && value !== 'false')) return true;
  return isTerminal && env['CLICOLOR'] !== '0' && env['TERM'] !== 'dumb';
}

export const WIDTH = Object.freeze({
  /** Of `--width`: narrower than this, hanging indents leave no room for words. */
  least: 20,
  most: 10_000,
  /** Text is hard to read on longer lines; `--width` goes beyond. */
  cap: 100,
  /** Where there is no terminal to measure: what mail and terminals have in common. */
  unknown: 80,
});

/** The columns to lay text out in: the terminal's own up to a bound, else 80. */
export function textWidth(columns = 0): number {
  return Number.isInteger(columns) && columns > 0 ? Math.min(WIDTH.cap, columns) : WIDTH.unknown;
}

export const MAIL_WIDTH = Object.freeze({
  least: 30,
  /** The most that Documentation/process/submitting-patches.rst allows. */
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
  const { least, most } = MAIL_WIDTH;
  // The library may be given anything.
  if (Number.isFinite(asked) && asked >= least && asked <= most) return asked;
  throw new InputError(
    `mail of ${asked} columns is not for the lists, which wrap at ${most}; give a width of ${least} to ${most}`,
  );
}

/** The columns of what a format prints on standard output: what was asked for, else as wide as it may be there. */
export function widthOf(format: string, asked: number | undefined, { out, env }: Io): number {
  if (format === 'mail') return mailWidth(asked);
  // Beside fzf's list COLUMNS is the whole terminal's, once zsh has set it.
  const columns = out.columns ?? Number(env['FZF_PREVIEW_COLUMNS'] ?? env['COLUMNS']);
  return asked ?? textWidth(format === 'terminal' ? columns : undefined);
}

/** Whether the locale writes UTF-8: LC_ALL, else LC_CTYPE, else LANG (POSIX 8.2); none set is the C locale. */
export function isUtf8Locale(env: Env): boolean {
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => env[name]).find(Boolean);
  return /utf-?8/i.test(locale ?? '');
}

/**
 * Whether links are to be hyperlinks. `auto` makes them only where the terminal is known to show them. In tmux and
 * screen that is not known: they hand on the environment of the terminal around them, and drop the addresses.
 *
 * @param pager the pager's command line, undefined for none; only less is known to hand hyperlinks on.
 */
export async function wantsHyperlinks(choice: When, { env, terminal }: Io, pager?: string): Promise<boolean> {
  if (choice !== 'auto') return choice === 'always';
  if (terminal === undefined || /^(dumb$|screen|tmux)/.test(env['TERM'] ?? '')) return false;
  if (env['TMUX'] !== undefined || env['STY'] !== undefined) return false;
  if (pager !== undefined && !/^(\S*\/)?less(\s|$)/.test(pager)) return false;
  return await terminal.supportsHyperlinks();
}

/**
 * The pager's command line: RUSTPOLICY_PAGER, else PAGER, else less. On a dumb terminal it is not less, which would
 * only complain and wait there. Undefined where no pager is wanted.
 */
export function pagerCommand(env: Env): string | undefined {
  const usual = env['TERM'] === 'dumb' ? '' : 'less';
  const command = (env['RUSTPOLICY_PAGER'] ?? env['PAGER'] ?? usual).trim();
  return command === '' || command === 'cat' ? undefined : command;
}

/**
 * The environment for the pager. LESS, where the user has not set it: leave at once if the text fits after all (F),
 * show colours (R), leave the text on the screen (X). Before all that, so that the user's own goes before it: the
 * title as less's prompt, and the line to open at. A `$` ends each; others than less do not look at it.
 */
export function pagerEnv(env: Env, { title, line }: PageStart = {}): Env {
  const prompt =
    title === undefined ? '' : `-Ps${title.replace(/[\\?:.%]/g, '\\$&').replaceAll('$', '')}${PLACE}$`;
  const start = line === undefined ? '' : `+${line}$`;
  return { ...env, LESS: prompt + start + (env['LESS'] ?? 'FRX') };
}

/** How far one has come, in less's words for prompts. */
const PLACE = ' ?e(END):?pB(%pB\\%)..%t';

/** Lines above what is to be in sight, so that one sees what it follows. */
const CONTEXT = 2;

/** The line that a pager opens at, so that certain lines are in sight; undefined where the first page shows them. */
export function openingLine(
  hit: readonly [first: number, last: number] | undefined,
  { rows, lines }: { readonly rows: number; readonly lines: number },
): number | undefined {
  // A pager's last row is its prompt.
  const page = rows - 1;
  if (hit === undefined || hit[1] <= page) return undefined;
  return Math.max(1, Math.min(hit[0] - CONTEXT, 1 + lines - page));
}

/**
 * The folder that is named, else the one in the environment; set to nothing, that names none. No shell puts the home folder
 * in the place of a tilde behind `--data=`.
 */
export function dataFolder(named: string | undefined, env: Env): string | undefined {
  const folder = named ?? (env['RUSTPOLICY_DATA'] || undefined);
  return folder?.replace(/^~(?=\/|$)/, () => env['HOME'] ?? '~');
}
