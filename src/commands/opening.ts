import type { OnProgress } from '../policy/folder.ts';
import { describeProblem } from '../policy/policy.ts';
import { type OpenPolicy, open } from '../search/open-policy.ts';
import { dataFolder } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';
import { type Context, type Result, type ViewOptions, viewOf } from './view.ts';

const TIMES = Object.freeze({
  /** Milliseconds before anything is shown; what is shorter needs no news. */
  silence: 500,
  /** Milliseconds between two states, so that a terminal far away keeps up. */
  pause: 100,
});

/** Erases the line that the cursor is in, as every terminal since the VT100 does (ECMA-48, EL). */
const ERASE_LINE = '\r\u001B[K';

/** Runs a command that shows what the policy says, with its view settled. */
export function withView<Given extends ViewOptions>(
  options: Given,
  io: Io,
  command: (context: Context<Given>) => Promise<Result>,
): Promise<Result> {
  return withPolicy(options.data, io, async (opened) => {
    const view = await viewOf(options, io);
    return { ...(await command({ opened, options, view })), pager: view.pager };
  });
}

/** Runs a command on a policy; what of a folder could not be read is said before what the command says. */
export async function withPolicy(
  folder: string | undefined,
  io: Io,
  command: (opened: OpenPolicy) => Promise<Result>,
): Promise<Result> {
  const opened = await withProgress(io, (show) => open(dataFolder(folder, io.env), io.readBuilt, show));
  const { error = '', ...result } = await command(opened);
  const problems = opened.problems
    .filter(({ severity }) => severity !== 'warning')
    .map((problem) => `rustpolicy: ${describeProblem(problem)}\n`);
  return { ...result, error: problems.join('') + error };
}

/**
 * Shows how far a load has come that takes over half a second, on standard error where that is a terminal. The line
 * is erased in the end, also where the load fails: what is said of that then stands alone.
 */
export async function withProgress<T>(
  { error, now }: Pick<Io, 'error' | 'now'>,
  load: (show: OnProgress) => T | Promise<T>,
): Promise<T> {
  let next = now() + TIMES.silence;
  let writing: Promise<void> | undefined;
  try {
    return await load((done, total) => {
      if (!error.isTerminal || now() < next) return;
      next = now() + TIMES.pause;
      writing = error.write(`${ERASE_LINE}reading: ${done} of ${total} files`);
    });
  } finally {
    await writing;
    if (writing !== undefined) await error.write(ERASE_LINE);
  }
}
