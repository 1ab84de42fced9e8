import { cells } from '../render/layout/cells.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The pager's command line: RUSTPOLICY_PAGER, else PAGER, else less, which on a dumb terminal would only complain and
 * wait; undefined where none is wanted.
 */
export function pagerCommand(env: Env): string | undefined {
  const usual = env['TERM'] === 'dumb' ? '' : 'less';
  const command = (env['RUSTPOLICY_PAGER'] ?? env['PAGER'] ?? usual).trim();
  return command === '' || command === 'cat' ? undefined : command;
}

/**
 * The environment for the pager. Without LESS of the user's own: leave at once where the text fits after all (F),
 * show colours (R), leave the text on the screen (X).
 */
export function pagerEnv(env: Env): Env {
  return env['LESS'] === undefined ? { ...env, LESS: 'FRX' } : env;
}

/** Whether a text takes more than a window of so many columns and rows, the shell's next prompt counted in. */
export function fillsWindow(text: string, columns: number, rows: number): boolean {
  const taken = text
    .split('\n')
    .slice(0, -1)
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(cells(line) / columns)), 0);
  return taken + 1 > rows;
}
