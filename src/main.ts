import { PROGRAM } from './command-line/command-table.ts';
import { type CommandLine, readCommandLine } from './command-line/read.ts';
import { ask } from './commands/ask.ts';
import { list } from './commands/list.ts';
import { withProgress } from './commands/progress.ts';
import type { Context, Result } from './commands/result.ts';
import { type ViewOptions, viewOf } from './commands/view.ts';
import { exitStatus, InputError } from './errors.ts';
import { withoutInvisible } from './markdown/invisible.ts';
import { describeProblem, revisionLine } from './policy/policy.ts';
import { rowsOf } from './render/layout/cells.ts';
import { errorLine, notice } from './render/notice.ts';
import { bundledPage, bundledPolicy, type OpenPolicy, open } from './search/open-policy.ts';
import { askedText, MOST_BYTES } from './search/question.ts';
import { pagerCommand } from './terminal/environment.ts';
import type { Io } from './terminal/io.ts';

/** A result, and the command line of the pager that its output may be shown through. */
interface Outcome extends Result {
  readonly pager?: string | undefined;
}

/**
 * Runs one command line: reads it, opens the policy, runs the command, writes what it gives.
 *
 * @param argv the words behind the program's name.
 * @returns the exit status.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const { out, error, closing = '', status, pager } = await run(argv, io);
    if (error !== '') await io.error.write(notice(error, io));
    if (out !== '') await writeOut(out, pager, io);
    if (closing !== '') await io.error.write(notice(closing, io));
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
  // As many rows as the window has are too many: the shell's next prompt takes one.
  if (terminal !== undefined && pager !== undefined && rowsOf(text, out.columns ?? 80) >= terminal.rows) {
    const paged = await terminal.page(pager, text);
    if (paged.outcome === 'shown') return;
    await error.write(
      `rustpolicy: pager "${withoutInvisible(pager).slice(0, 100)}" ${paged.reason}; set RUSTPOLICY_PAGER or use --no-pager\n`,
    );
  }
  await out.write(text);
}

/** Runs the command that is named; each is loaded only when it is, but for those that are run most. */
async function run(argv: readonly string[], io: Io): Promise<Outcome> {
  if (argv[0] === 'complete') {
    const { completions } = await import('./completion/completions.ts');
    return printed(await completions(argv, io));
  }
  const line = readCommandLine(argv);
  switch (line?.command) {
    case undefined:
      return explain(argv, io);
    case 'ask': {
      const question = await questionOf(line.words, io);
      return withPolicy(line.options, io, (context) => ask(question, line.options, context));
    }
    case 'list':
      return withPolicy(line.options, io, list);
    case 'show': {
      const { show } = await import('./commands/show.ts');
      return withPolicy(line.options, io, (context) => show(line.words.join(' '), line.options, context));
    }
    case 'mail':
      return runMail(line, io);
    case 'check': {
      const { check } = await import('./commands/check.ts');
      const [folder = ''] = line.words;
      return withProgress(io, (show) => check(folder, line.options, show));
    }
    case 'completion': {
      const { completionScript } = await import('./completion/scripts.ts');
      return printed(completionScript(line.words[0]));
    }
  }
}

async function runMail({ words, options }: CommandLine & { command: 'mail' }, io: Io): Promise<Result> {
  const { ensureOneReader } = await import('./commands/mail-options.ts');
  const { mail } = await import('./commands/mail.ts');
  ensureOneReader(words, options);
  const question = await questionOf(words, io);
  return withProblems(await opened(options.data, io), (opened) => mail(question, options, { opened, io }));
}

/** Runs a command that shows what the policy says, with its view settled. */
async function withPolicy(
  options: ViewOptions,
  io: Io,
  command: (context: Context) => Promise<Result>,
): Promise<Outcome> {
  const policy = await opened(options.data, io);
  const view = await viewOf(options, io);
  return { ...(await withProblems(policy, (opened) => command({ opened, view }))), pager: view.pager };
}

/** Opens the folder that is named, else the one in the environment; set to nothing, that names none. */
function opened(folder: string | undefined, io: Io): Promise<OpenPolicy> {
  const named = folder ?? (io.env['RUSTPOLICY_DATA'] || undefined);
  return withProgress(io, (show) => open(named, io.readBuilt, show));
}

/** A command's result; what of a folder could not be read is said before what the command says. */
async function withProblems(
  opened: OpenPolicy,
  command: (opened: OpenPolicy) => Promise<Result>,
): Promise<Result> {
  const result = await command(opened);
  const problems = opened.problems
    .filter(({ severity }) => severity !== 'warning')
    .map((problem) => `rustpolicy: ${describeProblem(problem)}\n`);
  return { ...result, error: problems.join('') + result.error };
}

/** What a command line prints that runs no command. */
async function explain(argv: readonly string[], io: Io): Promise<Outcome> {
  const version = () => `rustpolicy ${PROGRAM.version}\n${revisionLine(bundledPage(io.readBuilt))}\n`;
  const isVersion = argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V');
  if (isVersion) return paged(version(), io);
  const { explained } = await import('./command-line/commander.ts');
  const policy = () => bundledPolicy(io.readBuilt);
  const explanation = explained(argv, { columns: io.out.columns, policy });
  switch (explanation.kind) {
    case 'version':
      return paged(version(), io);
    case 'help':
      return paged(explanation.text, io);
    case 'wrongUse':
      return { out: '', error: explanation.text, status: exitStatus.wrongUse };
  }
}

function printed(out: string): Result {
  return { out, error: '', status: exitStatus.answered };
}

function paged(out: string, { env }: Io): Outcome {
  return { ...printed(out), pager: pagerCommand(env) };
}

async function questionOf(words: readonly string[], io: Io): Promise<string> {
  return askedText(words.length === 1 && words[0] === '-' ? await io.readInput(MOST_BYTES) : words.join(' '));
}
