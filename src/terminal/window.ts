import { type ChildProcess, spawn } from 'node:child_process';
import type { Paged, Terminal } from '../io.ts';
import { pagerEnv } from './pager.ts';

/** Exit statuses with which a shell says that it could not start a command (POSIX 2.8.2). */
const SHELL_CANNOT_START: ReadonlyMap<number, string> = new Map([
  [126, 'cannot be run'],
  [127, 'is not installed'],
]);

/** The terminal on standard output; an edge, as it knows `process`. */
export function openWindow(stdout: NodeJS.WriteStream): Terminal {
  return {
    rows: stdout.rows,
    supportsHyperlinks: async () => {
      const { createSupportsHyperlinks } = await import('supports-hyperlinks');
      return createSupportsHyperlinks(stdout);
    },
    page,
  };
}

async function page(command: string, text: string): Promise<Paged> {
  let isInterrupted = false;
  // Ctrl-C is the pager's: were we to end first, it would be left with a terminal that the shell has taken back.
  const onInterrupt = () => {
    isInterrupted = true;
  };
  process.on('SIGINT', onInterrupt);
  try {
    const child = spawn(command, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: pagerEnv(process.env),
    });
    // Its reader may leave before the end.
    child.stdin?.on('error', () => {});
    child.stdin?.end(text);
    const ended = await ending(child);
    if (isInterrupted || ended.code === 0 || ended.signal === 'SIGPIPE') return { outcome: 'shown' };
    return { outcome: 'failed', reason: ended.reason };
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly reason: string;
}

function ending(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, signal: null, reason: error.message }));
    child.on('close', (code, signal) => {
      const reason = SHELL_CANNOT_START.get(code ?? 0) ?? `ended with ${signal ?? `status ${code}`}`;
      resolve({ code, signal, reason });
    });
  });
}
