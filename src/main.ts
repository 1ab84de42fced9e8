import type { Handlers } from './command-line/command-table.ts';
import { plainLine } from './command-line/plain-line.ts';
import { versionText } from './command-line/version-text.ts';
import { handlersWith } from './commands/handlers.ts';
import type { Result } from './commands/result.ts';
import { exitStatus, InputError } from './errors.ts';
import { withoutInvisible } from './markdown/invisible.ts';
import { errorLine, notice } from './render/notice.ts';
import type { Io } from './terminal/io.ts';
import { fillsWindow, pagerCommand } from './terminal/pager.ts';

/**
 * Runs one command line: reads it, opens the policy, runs the command, writes what it gives.
 *
 * @param argv the words behind the program's name.
 * @returns the exit status.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const { out, error, closing = '', status, pager } = await run(argv, io);
    if (error !== '') await io.error.write(await notice(error, io));
    if (out !== '') await writeOut(out, pager, io);
    if (closing !== '') await io.error.write(await notice(closing, io));
    return status;
  } catch (error) {
    if (error instanceof InputError) {
      await io.error.write(await errorLine(error, argv, io));
      return exitStatus.wrongUse;
    }
    throw error;
  }
}

/** Writes to standard output, through the pager where one is wanted and the text is taller than the window. */
async function writeOut(
  text: string,
  pager: string | undefined,
  { out, error, terminal }: Io,
): Promise<void> {
  if (terminal !== undefined && pager !== undefined && fillsWindow(text, out.columns ?? 80, terminal.rows)) {
    const paged = await terminal.page(pager, text);
    if (paged.outcome === 'shown') return;
    await error.write(
      `rustpolicy: pager "${withoutInvisible(pager)}" ${paged.reason}; set RUSTPOLICY_PAGER or use --no-pager\n`,
    );
  }
  await out.write(text);
}

async function run(argv: readonly string[], io: Io): Promise<Result> {
  let result: Result = { out: '', error: '', status: exitStatus.answered };
  const handlers = handlersWith(io, (given) => {
    result = given;
  });
  const printed = await dispatch(argv, handlers, io);
  return printed === undefined ? result : { ...printed, pager: pagerCommand(io.env) };
}

/** Runs what a command line asks for; gives what is to be printed where that is help or the version. */
async function dispatch(argv: readonly string[], handlers: Handlers, io: Io): Promise<Result | undefined> {
  const line = plainLine(argv);
  switch (line?.command) {
    case 'ask':
      await handlers.ask(line.words, line.options);
      return undefined;
    case 'list':
      await handlers.list(line.options);
      return undefined;
    case 'show':
      await handlers.show(line.words.join(' '), line.options);
      return undefined;
    case 'version':
      return { out: await versionText(), error: '', status: exitStatus.answered };
    case undefined: {
      const { runCommandLine } = await import('./command-line/explain.ts');
      return runCommandLine(handlers, argv, io.out.columns);
    }
  }
}
