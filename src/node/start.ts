import { exitStatus } from '../errors.ts';
import { main } from '../main.ts';
import type { Io } from '../terminal/io.ts';
import { closeTerminals, isSystemError, isTerminal, output, readStandardInput } from './streams.ts';

/** Runs a command line, whose words behind the program's name are `argv`; gives the exit status. */
export type Main = (argv: readonly string[], io: Io) => Promise<number>;

/** 128 and the number of SIGPIPE, as shells tell of who was ended by it. */
const BROKEN_PIPE = 141;

/** What of a run its end depends on. */
interface State {
  /** Something could not be said on standard error. */
  isSpeechless: boolean;
  /** A pager was killed, and had no time to set the terminal back itself. */
  isTerminalBroken: boolean;
}

/** Runs the program on the process's own streams and environment, and sets its exit status. */
export async function runProgram(main: Main): Promise<void> {
  const state: State = { isSpeechless: false, isTerminalBroken: false };
  process.on('exit', () => {
    if (!state.isTerminalBroken) closeTerminals();
  });
  const io = await processIo(state);
  try {
    const status = await main(process.argv.slice(2), io);
    process.exitCode = status === exitStatus.answered && state.isSpeechless ? exitStatus.wrongUse : status;
  } catch (error) {
    const ending = endingOf(error);
    process.exitCode = ending.status;
    if (ending.message !== '') await io.error.write(ending.message);
  }
}

async function processIo(state: State): Promise<Io> {
  return {
    out: output(1, () => process.stdout),
    // What cannot be said there keeps nobody from the answer, but is no success.
    error: output(
      2,
      () => process.stderr,
      () => {
        state.isSpeechless = true;
      },
    ),
    terminal: isTerminal(1) ? await window(state) : undefined,
    // Not `performance.now()`, for which Node loads modules that nothing else here needs.
    now: () => process.uptime() * 1000,
    env: process.env,
    readInput: async (most) => (await readStandardInput(most)).toString('utf8'),
    readMessage: async (path, most) =>
      path === undefined ? readStandardInput(most) : (await draftFile()).readMessageFile(path, most),
    writeFile: async (path, text, mode) => (await draftFile()).writeDraft(path, text, mode),
  };
}

/** Loaded only on a terminal. */
async function window(state: State): Promise<Io['terminal']> {
  const { openWindow } = await import('./window.ts');
  return openWindow(process.stdout, () => {
    state.isTerminalBroken = true;
  });
}

/** Loaded only where a command names a file of its own. */
function draftFile() {
  return import('./draft-file.ts');
}

/** What is said where the system refuses a read or a write. */
const REFUSED: Readonly<Record<string, string>> = {
  read: 'cannot read standard input',
  write: 'cannot write standard output',
};

/** How an error ends the program, and what is said of it. */
function endingOf(error: unknown): { status: number; message: string } {
  const { code, syscall = '', message = '' } = isSystemError(error) ? error : {};
  // The reader has gone: end as other programs do that SIGPIPE ends.
  if (code === 'EPIPE') return { status: BROKEN_PIPE, message: '' };
  const refused = REFUSED[syscall];
  if (refused === undefined) {
    return {
      status: exitStatus.defect,
      message: `${error instanceof Error ? error.stack : error}\n`,
    };
  }
  // Of `ENOSPC: no space left on device, write` what people read.
  const reason = message.replace(/^\w+: (.*), \w+$/, '$1');
  return { status: exitStatus.wrongUse, message: `rustpolicy: ${refused}: ${reason}\n` };
}

/** What `bin/` calls for every command line but a shell's. */
export function start(): Promise<void> {
  return runProgram(main);
}
