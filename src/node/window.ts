import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { pagerEnv } from '../terminal/environment.ts';
import type { PagerOutcome, PageStart, Terminal } from '../terminal/io.ts';

/** How it is told that a command could not be started: by the system, or by a shell's exit status (POSIX 2.8.2). */
const CANNOT_START: ReadonlyMap<string | number | null | undefined, string> = new Map<
  string | number,
  string
>([
  ['EACCES', 'cannot be run'],
  [126, 'cannot be run'],
  ['ENOENT', 'is not installed'],
  [127, 'is not installed'],
]);

const LIMIT = Object.freeze({
  /** Characters of a pager's command line. */
  command: 4_096,
});

/** Signals that end us: the pager goes first, as it alone can set the terminal back. */
const ENDING = ['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * The terminal on standard output; an edge, as it knows `process`.
 *
 * @param stdout asked for its size only when that is needed: what was resized before is then known.
 * @param onBroken called when a pager was killed, which leaves the terminal as the pager had set it up.
 */
export function openWindow(stdout: () => NodeJS.WriteStream, onBroken: () => void): Terminal {
  return {
    get rows() {
      return stdout().rows;
    },
    supportsHyperlinks: async () => {
      const { createSupportsHyperlinks } = await import('supports-hyperlinks');
      return createSupportsHyperlinks(stdout());
    },
    page: async (command, text, start) => {
      const { isKilled, ...paged } = await page(command, text, start);
      if (isKilled) onBroken();
      return paged;
    },
  };
}

async function page(
  command: string,
  text: string,
  opening: PageStart,
): Promise<PagerOutcome & { readonly isKilled: boolean }> {
  let isInterrupted = false;
  let endedBy: NodeJS.Signals | undefined;
  // Ctrl-C is the pager's: were we to end first, it would be left with a terminal that the shell has taken back.
  const onInterrupt = () => {
    isInterrupted = true;
  };
  const child = start(command, opening);
  if (child === undefined) return { outcome: 'failed', reason: 'is too long a command', isKilled: false };
  const onEnding = (signal: NodeJS.Signals) => {
    endedBy = signal;
    child.kill(signal);
  };
  process.on('SIGINT', onInterrupt);
  for (const signal of ENDING) process.on(signal, onEnding);
  // Its reader may leave before the end.
  child.stdin?.on('error', () => {});
  child.stdin?.end(text);
  const ended = await ending(child);
  process.off('SIGINT', onInterrupt);
  for (const signal of ENDING) process.off(signal, onEnding);
  if (endedBy !== undefined) process.kill(process.pid, endedBy);
  const isShown = isInterrupted || ended.code === 0 || ended.signal === 'SIGPIPE';
  const paged: PagerOutcome = isShown ? { outcome: 'shown' } : { outcome: 'failed', reason: ended.reason };
  return { ...paged, isKilled: ended.signal !== null && ended.signal !== 'SIGPIPE' };
}

/** As git does: a shell only where there is something for it to do, which would name a missing pager too. */
function start(command: string, opening: PageStart): ChildProcess | undefined {
  // POSIX promises room for no more arguments than this; Node throws where the system has none.
  if (command.length > LIMIT.command) return undefined;
  const [file = command, ...args] = command.split(/\s+/);
  const options: SpawnOptions = {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: pagerEnv(process.env, opening),
  };
  return /^[\w\s%+,./:=@-]+$/.test(command)
    ? spawn(file, args, options)
    : spawn(command, { ...options, shell: true });
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly reason: string;
}

function ending(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ code: null, signal: null, reason: CANNOT_START.get(error.code) ?? error.message });
    });
    child.on('close', (code, signal) => {
      const reason = CANNOT_START.get(code) ?? `ended with ${signal ?? `status ${code}`}`;
      resolve({ code, signal, reason });
    });
  });
}
