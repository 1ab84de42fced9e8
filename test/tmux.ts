import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A real terminal: a window of tmux with a program in it. */
export interface Terminal {
  /** Types keys as tmux names them: a text, `Enter`, `Tab`, `C-c`. */
  readonly type: (...keys: readonly string[]) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** What stands on the screen, trailing blank lines left out. */
  readonly screen: () => string;
  /** The same with its escape codes. */
  readonly painted: () => string;
  /** The screen as soon as it shows this; fails with what it shows instead after a few seconds. */
  readonly shows: (expected: string | RegExp) => Promise<string>;
}

/** Less than vitest's own limit: a test that waits in vain ends with what the screen shows. */
const PATIENCE = Object.freeze({ step: 20, total: 10_000 });

let opened = 0;

/**
 * Opens a terminal of its own server and an empty environment.
 *
 * @param whenDone vitest's hook to close it with: by default it lives as long as its test.
 */
export function openTerminal(
  command: string,
  { columns = 80, rows = 24, env = {} as Readonly<Record<string, string>> } = {},
  whenDone: (close: () => void) => void = onTestFinished,
): Terminal {
  opened += 1;
  const server = ['-L', `rustpolicy-test-${process.pid}-${opened}`, '-f', '/dev/null'];
  const tmux = (...argv: readonly string[]) =>
    execFileSync('tmux', [...server, ...argv], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const variables = Object.entries({ TERM: 'tmux-256color', LANG: 'C.UTF-8', PS1: '$ ', ...env });
  const assignments = variables.map(([name, value]) => `${name}='${value}'`).join(' ');
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), `env -i ${assignments} ${command}`);
  whenDone(() => {
    tmux('kill-server');
  });
  tmux('set-option', '-g', 'status', 'off');
  tmux('resize-window', '-x', String(columns), '-y', String(rows));
  const capture = (...flags: readonly string[]) => tmux('capture-pane', '-p', ...flags).trimEnd();
  const terminal: Terminal = {
    type: (...keys) => {
      tmux('send-keys', ...keys);
    },
    resize: (columns, rows) => {
      tmux('resize-window', '-x', String(columns), '-y', String(rows));
    },
    screen: () => capture(),
    painted: () => capture('-e'),
    shows: async (expected) => {
      const isShown = (screen: string) =>
        typeof expected === 'string' ? screen.includes(expected) : expected.test(screen);
      for (let waited = 0; waited < PATIENCE.total; waited += PATIENCE.step) {
        if (isShown(capture())) return capture();
        await new Promise((resolve) => setTimeout(resolve, PATIENCE.step));
      }
      throw new Error(`the terminal does not show ${expected}, but:\n${capture()}`);
    },
  };
  return terminal;
}
