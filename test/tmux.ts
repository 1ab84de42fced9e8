import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** A real terminal: a window of tmux with a program in it. */
export interface Terminal {
  /** Types keys as tmux names them: a text, `Enter`, `Tab`, `C-c`. */
  readonly type: (...keys: readonly string[]) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** What stands on the screen, with its escape codes. */
  readonly painted: () => Promise<string>;
  /** The screen as soon as it shows this; fails with what it shows instead after many seconds. */
  readonly shows: (expected: string | RegExp) => Promise<string>;
}

/** Milliseconds, less than vitest's own limit: a test that waits in vain ends with what the screen shows. */
const PATIENCE = 20_000;

let opened = 0;

/**
 * Opens a terminal of its own server and an empty environment.
 *
 * @param whenDone vitest's hook to close it with: by default it lives as long as its test.
 */
export function openTerminal(
  command: string,
  { columns = 80, rows = 24, env = {} as Readonly<Record<string, string>> } = {},
  whenDone: (close: () => Promise<void>) => void = onTestFinished,
): Terminal {
  opened += 1;
  const server = ['-u', '-L', `rustpolicy-test-${process.pid}-${opened}`, '-f', '/dev/null'];
  const variables = Object.entries({ TERM: 'tmux-256color', LANG: 'C.UTF-8', PS1: '$ ', ...env });
  const assignments = variables.map(([name, value]) => `${name}='${value}'`).join(' ');
  const size = (columns: number, rows: number) => ['-x', String(columns), '-y', String(rows)];
  const session = ['new-session', ...size(columns, rows), `env -i ${assignments} ${command}`];
  const { tmux, change, close } = controlClient([...server, '-C', ...session]);
  whenDone(close);
  // With its client all goes: a server that is told to end may wait for ever for its last words to be read.
  tmux('set-option', '-g', 'destroy-unattached', 'on');
  tmux('set-option', '-g', 'status', 'off');
  tmux('resize-window', ...size(columns, rows));
  const capture = async (...flags: readonly string[]) =>
    (await tmux('capture-pane', '-p', ...flags)).trimEnd();
  return {
    type: (...keys) => {
      tmux('send-keys', ...keys);
    },
    resize: (columns, rows) => {
      tmux('resize-window', ...size(columns, rows));
    },
    painted: () => capture('-e'),
    shows: async (expected) => {
      const isShown = (screen: string) =>
        typeof expected === 'string' ? screen.includes(expected) : expected.test(screen);
      const late = setTimeout(PATIENCE, 'late', { ref: false });
      for (;;) {
        const changed = change();
        const screen = await capture();
        if (isShown(screen)) return screen;
        // Now and then also where no change was told of.
        const now = setTimeout(500, 'now', { ref: false });
        if ((await Promise.race([changed, now, late])) === 'late')
          throw new Error(`the terminal does not show ${expected}, but:\n${screen}`);
      }
    },
  };
}

/** A client of tmux that takes commands line by line, and is told of each change (tmux's control mode). */
function controlClient(argv: readonly string[]) {
  const client = spawn('tmux', argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(client, 'close');
  let whenChanged = () => {};
  /** Who waits for the answers to come, in order; the first one, to what opened the session, is for nobody. */
  const asking: ((answer: string) => void)[] = [() => {}];
  let answer: string[] | undefined;
  createInterface(client.stdout).on('line', (line) => {
    if (line.startsWith('%begin ')) answer = [];
    else if (/^%(end|error) /.test(line)) {
      asking.shift()?.(answer?.join('\n') ?? '');
      answer = undefined;
    } else if (answer === undefined) whenChanged();
    else answer.push(line);
  });
  const tmux = (...words: readonly string[]) => {
    client.stdin.write(`${words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')}\n`);
    return new Promise<string>((resolve) => asking.push(resolve));
  };
  return {
    tmux,
    /** Ends with the next change. */
    change: () =>
      new Promise<void>((resolve) => {
        whenChanged = resolve;
      }),
    close: async () => {
      client.kill('SIGKILL');
      await closed;
    },
  };
}
