import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { errorCode } from '../errors.ts';
import { pagerEnv } from '../terminal/environment.ts';
import type { PageStart, Terminal } from '../terminal/io.ts';
import { closeTerminals } from './streams.ts';

/** How it is told that a command could not be started: by the system, or by a shell's exit status (POSIX 2.8.2). */
const CANNOT_START: Readonly<Record<string, string>> = {
  EACCES: 'cannot be run',
  126: 'cannot be run',
  ENOENT: 'is not installed',
  127: 'is not installed',
};

/** Characters of a pager's command line: POSIX promises room for no more, and Node throws where the system has none. */
const LONGEST_COMMAND = 4_096;

/** Signals that end us: the pager goes first, as it alone can set the terminal back. But Ctrl-C is the pager's own. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** The terminal on standard output, asked for its size only when that is needed: what was resized before is then known. */
export const TERMINAL: Terminal = {
  get rows() {
    return process.stdout.rows;
  },
  supportsHyperlinks: async () => {
    const { createSupportsHyperlinks } = await import('supports-hyperlinks');
    return createSupportsHyperlinks(process.stdout);
  },
  page,
};

async function page(command: string, text: string, opening: PageStart): Promise<string | undefined> {
  if (command.length > LONGEST_COMMAND) return 'is too long a command';
  const child = start(command, opening);
  const caught: NodeJS.Signals[] = [];
  const onSignal = (signal: NodeJS.Signals) => {
    caught.push(signal);
    if (signal !== 'SIGINT') child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // Its reader may leave before the end.
  child.stdin?.on('error', () => {});
  child.stdin?.end(text);
  // The code is an exit status, or that of the error for which it did not start.
  const failed = (error: unknown) => [errorCode(error) ?? error, null];
  const [code, signal]: readonly unknown[] = await once(child, 'close').catch(failed);
  for (const signal of SIGNALS) process.off(signal, onSignal);
  const endedBy = caught.find((signal) => signal !== 'SIGINT');
  if (endedBy !== undefined) process.kill(process.pid, endedBy);
  // A pager that was killed had no time to set the terminal back itself: Node is to.
  if (signal !== null && signal !== 'SIGPIPE') process.off('exit', closeTerminals);
  if (caught.includes('SIGINT') || code === 0 || signal === 'SIGPIPE') return undefined;
  return CANNOT_START[`${code}`] ?? `ended with ${signal ?? `status ${code}`}`;
}

/** As git does: a shell only where there is something for it to do, which would name a missing pager too. */
function start(command: string, opening: PageStart): ChildProcess {
  const shell = !/^[\w\s%+,./:=@-]+$/.test(command);
  const [file = command, ...args] = shell ? [command] : command.split(/\s+/);
  const env = pagerEnv(process.env, opening);
  return spawn(file, args, { stdio: ['pipe', 'inherit', 'inherit'], env, shell });
}
