import { exitStatus } from '../errors.ts';
import { main } from '../main.ts';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import type { Io } from '../terminal/io.ts';
import { readBuilt } from './built.ts';
import { closeTerminals, isSystemError, isTerminal, output, readStandardInput } from './streams.ts';

/** 128 and the number of SIGPIPE, as shells tell of who was ended by it. */
const BROKEN_PIPE = 141;

/** Characters of what is said of a defect; a trace may quote what was read. */
const TRACE = 4_000;

/** Troubles of a run that change how it ends. */
interface Troubles {
  /** Something could not be said on standard error. */
  isSpeechless: boolean;
  /** A pager was killed, and had no time to set the terminal back itself. */
  isTerminalBroken: boolean;
}

/** Runs the program on the process's own streams and environment, and sets its exit status: all that `bin/` calls. */
export async function start(): Promise<void> {
  const troubles: Troubles = { isSpeechless: false, isTerminalBroken: false };
  process.on('exit', () => {
    if (!troubles.isTerminalBroken) closeTerminals();
  });
  const io = await processIo(troubles);
  try {
    const status = await main(process.argv.slice(2), io);
    const isSilent = status === exitStatus.answered && troubles.isSpeechless;
    process.exitCode = isSilent ? exitStatus.wrongUse : status;
  } catch (error) {
    const ending = endingOf(error);
    process.exitCode = ending.status;
    if (ending.message !== '') await io.error.write(ending.message);
  }
}

async function processIo(troubles: Troubles): Promise<Io> {
  return {
    out: await output(1, () => process.stdout),
    // What cannot be said there keeps nobody from the answer, but is no success.
    error: await output(
      2,
      () => process.stderr,
      () => {
        troubles.isSpeechless = true;
      },
    ),
    terminal: (await isTerminal(1)) ? await window(troubles) : undefined,
    // Not `performance.now()`, for which Node loads modules that nothing else here needs.
    now: () => process.uptime() * 1000,
    env: process.env,
    readBuilt,
    isInputTerminal: () => isTerminal(0),
    readInput: async (most) => (await readStandardInput(most)).toString('utf8'),
    readMessage: async (path, most) =>
      path === undefined ? readStandardInput(most) : (await draftFile()).readMessageFile(path, most),
    userAddress: async () => process.env['EMAIL'] || (await import('./git-address.ts')).gitAddress(),
    writeFile: async (path, text, mode) => (await draftFile()).writeDraft(path, text, mode),
  };
}

/** Loaded only on a terminal. */
async function window(troubles: Troubles): Promise<Io['terminal']> {
  const { openWindow } = await import('./window.ts');
  return openWindow(
    () => process.stdout,
    () => {
      troubles.isTerminalBroken = true;
    },
  );
}

/** Loaded only where a command names a file of its own. */
function draftFile() {
  return import('./draft-file.ts');
}

/** The words for a read or a write that the system refuses. */
const REFUSED: Readonly<Record<string, string>> = {
  read: 'cannot read standard input',
  write: 'cannot write standard output',
};

/** The exit status that an error ends the program with, and the message that it ends with. */
function endingOf(error: unknown): { status: number; message: string } {
  const { code, syscall = '', message = '' } = isSystemError(error) ? error : {};
  // The reader has gone: end as other programs do that SIGPIPE ends.
  if (code === 'EPIPE') return { status: BROKEN_PIPE, message: '' };
  const refused = REFUSED[syscall];
  if (refused === undefined) {
    return {
      status: exitStatus.defect,
      message: `${withInvisibleNamed(`${error instanceof Error ? error.stack : error}`.slice(0, TRACE))}\n`,
    };
  }
  // `ENOSPC: no space left on device, write` without its code and call.
  const reason = message.replace(/^\w+: (.*), \w+$/, '$1');
  return { status: exitStatus.wrongUse, message: `rustpolicy: ${refused}: ${reason}\n` };
}
