import { errorCode, exitStatus, reasonOf } from '../errors.ts';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import type { Output } from '../terminal/io.ts';
import { closeTerminals, output } from './streams.ts';

/** 128 and the number of SIGPIPE, as shells tell of who was ended by it. */
const BROKEN_PIPE = 141;

/** Characters of what is said of a defect; a trace may quote what was read. */
const TRACE = 4_000;

/** Runs what gives an exit status, and sets that; `error` is standard error. */
export async function run(program: (error: Output) => Promise<number>): Promise<void> {
  process.on('exit', closeTerminals);
  // What cannot be said on standard error keeps nobody from the answer, but is no success.
  const errorOutput = await output(2, () => {
    process.exitCode = exitStatus.wrongUse;
  });
  try {
    const status = await program(errorOutput);
    process.exitCode = status || process.exitCode;
  } catch (error) {
    const { status, message } = endingOf(error);
    if (message !== '') await errorOutput.write(message);
    process.exitCode = status;
  }
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
  return { status: exitStatus.wrongUse, message: `rustpolicy: ${refused}: ${reasonOf(error)}\n` };
}
