import { existsSync, statSync } from 'node:fs';
import { errorCode, exitStatus } from '../errors.ts';
import { main } from '../main.ts';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import type { Io } from '../terminal/io.ts';
import { readBuilt } from './built.ts';
import { closeTerminals, isTerminal, output, readDescriptor } from './streams.ts';

/** 128 and the number of SIGPIPE, as shells tell of who was ended by it. */
const BROKEN_PIPE = 141;

/** Characters of what is said of a defect; a trace may quote what was read. */
const TRACE = 4_000;

/** Runs the program on the process's own streams and environment, and sets its exit status: all that `bin/` calls. */
export async function start(): Promise<void> {
  process.on('exit', closeTerminals);
  const io = await processIo();
  try {
    const status = await main(process.argv.slice(2), io);
    process.exitCode = status || process.exitCode;
  } catch (error) {
    const { status, message } = endingOf(error);
    if (message !== '') await io.error.write(message);
    process.exitCode = status;
  }
}

async function processIo(): Promise<Io> {
  return {
    out: await output(1),
    error: await output(2, failQuietly),
    terminal: (await isTerminal(1)) ? (await import('./window.ts')).WINDOW : undefined,
    // Not `performance.now()`, for which Node loads modules that nothing else here needs.
    now: () => process.uptime() * 1000,
    env: process.env,
    readBuilt,
    isInputTerminal: () => isTerminal(0),
    isFile: (path) => existsSync(path) && statSync(path).isFile(),
    readInput: async (path, most) =>
      path === undefined ? readDescriptor(0, most) : (await mailFiles()).readMessage(path, most),
    userAddress: async () => process.env['EMAIL'] || (await mailFiles()).gitAddress(),
    writeFile: async (path, text, mode) => (await mailFiles()).writeDraft(path, text, mode),
  };
}

/** What cannot be said on standard error keeps nobody from the answer, but is no success. */
function failQuietly(): void {
  process.exitCode = exitStatus.wrongUse;
}

/** Loaded only where a command names a file of its own. */
function mailFiles() {
  return import('./mail-files.ts');
}

/** The words for a read or a write that the system refuses. */
const REFUSED: Readonly<Record<string, string>> = {
  read: 'cannot read standard input',
  write: 'cannot write standard output',
};

/** The exit status that an error ends the program with, and the message that it ends with. */
function endingOf(error: unknown): { status: number; message: string } {
  // The reader has gone: end as other programs do that SIGPIPE ends.
  if (errorCode(error) === 'EPIPE') return { status: BROKEN_PIPE, message: '' };
  const trace = error instanceof Error ? error.stack : error;
  const refused = error instanceof Error && 'syscall' in error ? REFUSED[`${error.syscall}`] : undefined;
  if (refused === undefined)
    return { status: exitStatus.defect, message: `${withInvisibleNamed(`${trace}`.slice(0, TRACE))}\n` };
  // `ENOSPC: no space left on device, write` without its code and call.
  const reason = `${error}`.replace(/^Error: \w+: (.*), \w+$/, '$1');
  return { status: exitStatus.wrongUse, message: `rustpolicy: ${refused}: ${reason}\n` };
}
