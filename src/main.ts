import type { Handlers } from './cli.ts';
import { list } from './commands/list.ts';
import type { Result } from './commands/result.ts';
import type { ViewOptions } from './commands/view.ts';
import { exitStatus, InputError } from './errors.ts';
import type { Io } from './io.ts';
import { withoutInvisible } from './markdown/invisible.ts';
import { plainLine } from './plain-line.ts';
import { describeProblem } from './policy/problem.ts';
import { type Opened, open } from './prepared.ts';
import { askedText, MOST_BYTES } from './search/asked-text.ts';
import { errorLine, notice } from './standard-error.ts';
import { fillsWindow, pagerCommand } from './terminal/pager.ts';
import { progressLine } from './terminal/progress.ts';
import { versionText } from './version-text.ts';

/**
 * Runs one command line: reads it, opens the policy, runs the command, writes what it gives.
 *
 * @param argv the words behind the program's name.
 * @returns the exit status.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const { out, error, status, pager } = await run(argv, io);
    if (error !== '') await io.error.write(notice(error, io));
    if (out !== '') await writeOut(out, pager, io);
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

/** What a command gave, and the pager's command line that it may be shown through. */
type Outcome = Result & { readonly pager?: string | undefined };

async function run(argv: readonly string[], io: Io): Promise<Outcome> {
  let result: Outcome = { out: '', error: '', status: exitStatus.answered };
  const withPolicy = async (
    { data, pager }: Partial<Pick<ViewOptions, 'data' | 'pager'>>,
    command: (opened: Opened) => Promise<Result>,
  ) => {
    const progress = progressLine(io);
    const opened = await open(data ?? folderIn(io.env), progress.show);
    await progress.clear();
    const given = await command(opened);
    const problems = opened.problems
      .filter(({ severity }) => severity === 'error')
      .map((problem) => `rustpolicy: ${describeProblem(problem)}\n`);
    result = {
      ...given,
      error: problems.join('') + given.error,
      pager: pager ? pagerCommand(io.env) : undefined,
    };
  };
  const handlers: Handlers = {
    ask: async (words, options) => {
      // Like all that is imported here: other commands do without.
      const { ask } = await import('./commands/ask.ts');
      const question = await questionOf(words, io);
      await withPolicy(options, (opened) => ask(question, options, opened, io));
    },
    list: (options) => withPolicy(options, (opened) => list(options, opened, io)),
    show: async (topic, options) => {
      const { show } = await import('./commands/show.ts');
      await withPolicy(options, (opened) => show(topic, options, opened, io));
    },
    mail: async (words, options) => {
      const { ensureOneReader, mail } = await import('./commands/mail.ts');
      ensureOneReader(words, options);
      const question = await questionOf(words, io);
      await withPolicy(options, (opened) => mail(question, options, opened, io));
    },
    check: async (folder, options) => {
      const { check } = await import('./commands/check.ts');
      const progress = progressLine(io);
      result = check(folder, options, progress.show);
      await progress.clear();
    },
    completion: async (shell) => {
      const { completionScript } = await import('./completion/scripts.ts');
      result = { ...result, out: completionScript(shell) };
    },
  };
  const given = await dispatch(argv, handlers, io);
  return given === undefined ? result : { ...given, pager: pagerCommand(io.env) };
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
      const { runCommandLine } = await import('./command-line.ts');
      return runCommandLine(handlers, argv, io.out.columns);
    }
  }
}

/** The folder that the environment names; set to nothing, it names none. */
function folderIn(env: Io['env']): string | undefined {
  return env['RUSTPOLICY_DATA'] || undefined;
}

async function questionOf(words: readonly string[], io: Io): Promise<string> {
  return askedText(words.length === 1 && words[0] === '-' ? await io.readInput(MOST_BYTES) : words.join(' '));
}
