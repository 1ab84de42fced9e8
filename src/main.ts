import { COMMANDS, PROGRAM } from './command-line/command-table.ts';
import {
  type CommandLine,
  commandFirst,
  commandPlace,
  lastGiven,
  type OrderedLine,
  readCommandLine,
} from './command-line/read.ts';
import { ask } from './commands/ask.ts';
import { withPolicy, withView } from './commands/opening.ts';
import { type Result, renderTopics } from './commands/view.ts';
import { exitStatus, InputError } from './errors.ts';
import { withoutInvisible } from './markdown/invisible.ts';
import { lineEnds } from './markdown/tokens.ts';
import { isCalled, revisionLine } from './policy/policy.ts';
import { rowsOf } from './render/layout/cells.ts';
import { errorLine, notice, promptTitle } from './render/notice.ts';
import { bundledPolicy } from './search/open-policy.ts';
import { askedText, MOST_BYTES } from './search/question.ts';
import { openingLine, pagerCommand, WHEN } from './terminal/environment.ts';
import type { Io } from './terminal/io.ts';

/**
 * Runs one command line: reads it, opens the policy, runs the command, writes what it gives.
 *
 * @param argv the words behind the program's name.
 * @returns the exit status.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const result = await run(argv, io);
    const { out, error = '', closing = '', status = exitStatus.answered } = result;
    if (error !== '') await io.error.write(notice(error, io));
    if (out !== '') await writeOut(result, io);
    if (closing !== '') await io.error.write(notice(closing, io));
    return status;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const typed = lastGiven(argv, COMMANDS.list.options.color);
    const color = WHEN.find((choice) => choice === typed) ?? 'auto';
    await io.error.write(errorLine(error, color, io));
    return exitStatus.wrongUse;
  }
}

/** Writes to standard output, through the pager where one is wanted and the text is taller than the window. */
async function writeOut({ out: text, pager, title, hit }: Result, io: Io): Promise<void> {
  const { out, error, terminal } = io;
  // As many rows as the window has are too many: the shell's next prompt takes one.
  if (terminal !== undefined && pager !== undefined && rowsOf(text, out.columns ?? 80) >= terminal.rows) {
    const line = openingLine(hit, { rows: terminal.rows, lines: lineEnds(text) });
    const prompt = title === undefined ? undefined : promptTitle(title, io);
    const failure = await terminal.page(pager, text, { title: prompt, line });
    if (failure === undefined) return;
    const named = withoutInvisible(pager).slice(0, 100);
    await error.write(`rustpolicy: pager "${named}" ${failure}; set RUSTPOLICY_PAGER or use --no-pager\n`);
  }
  await out.write(text);
}

/** Runs the command that is named; each is loaded only when it is, but for those that are run most. */
async function run(typed: readonly string[], io: Io): Promise<Result> {
  const at = commandPlace(typed);
  if (typed[at] === 'complete' && typed[at + 1] === '--') {
    const { completions } = await import('./completion/complete.ts');
    return { out: await completions(typed.toSpliced(at, 2), io) };
  }
  const ordered = commandFirst(typed);
  const line = readCommandLine(ordered.argv);
  switch (line?.command) {
    case undefined:
      return explain(ordered, io);
    case 'help':
      return explain({ argv: [...line.words, '--help'], typed, isBare: false }, io);
    case 'ask':
      return runAsk(line, ordered, io);
    case 'list':
      return withView(line.options, io, renderTopics);
    case 'show': {
      const { show } = await import('./commands/show.ts');
      return withView(line.options, io, (context) => show(line.words, context));
    }
    case 'mail': {
      const { mail, refuseContradictions } = await import('./commands/mail.ts');
      const { words, options } = line;
      refuseContradictions(words, options, io);
      const isAsked = words.length > 0 || (options.topic === undefined && options.reply === undefined);
      const question = isAsked ? ((await questionOf(words, io)) ?? '') : '';
      return withPolicy(options.data, io, (opened) => mail(question, options, { opened, io }));
    }
    case 'check': {
      const { check } = await import('./commands/check.ts');
      return check(line.words.join(), line.options, io);
    }
    case 'completion':
      return { out: io.readBuilt(`completion.${line.words.join()}`).toString() };
  }
}

async function runAsk(
  { words, options }: CommandLine & { command: 'ask' },
  { typed, isBare }: OrderedLine,
  io: Io,
): Promise<Result> {
  const question = await questionOf(words, io);
  if (question === undefined) {
    // Help that was not asked for, where there is nothing to ask.
    const argv = isBare ? ['--help'] : ['ask', '--help'];
    const { out } = await explain({ argv, typed, isBare: false }, io);
    return { out: '', error: out, status: exitStatus.wrongUse };
  }
  if (!isBare) return withView(options, io, (context) => ask(question, context));
  // Words without a command: a topic alone is shown, all else is asked.
  const { ensureQuestion } = await import('./command-line/wrong-use.ts');
  const { show, topicsIn } = await import('./commands/show.ts');
  return withView(options, io, (context) => {
    const { policy } = context.opened;
    if (!typed.includes('--')) ensureQuestion(words, (words) => topicsIn(policy, words) !== undefined);
    const isAsked = options.brief || options.why || options.place !== undefined;
    const isTopic = policy.sections.some((section) => isCalled(section, question));
    return isTopic && !isAsked ? show([question], context) : ask(question, context);
  });
}

/** The question in some words, or on standard input; undefined where there is none, as that is a terminal. */
async function questionOf(words: readonly string[], io: Io): Promise<string | undefined> {
  const isRead = words.length === 1 && words[0] === '-';
  if (words.length > 0 && !isRead) return askedText(words.join(' '));
  if (!isRead && (await io.isInputTerminal())) return undefined;
  return askedText((await io.readInput(undefined, MOST_BYTES)).toString());
}

/** Gives help or version, for a command line that runs no command. */
async function explain(ordered: OrderedLine, io: Io): Promise<Result> {
  const pager = ordered.typed.includes('--no-pager') ? undefined : pagerCommand(io.env);
  if (ordered.argv[0] === '--version') {
    const version = `rustpolicy ${PROGRAM.version}\n${revisionLine(bundledPolicy(io.readBuilt).page)}\n`;
    return { out: version, pager };
  }
  const { explained } = await import('./command-line/explain.ts');
  return { out: explained(ordered, io.out.columns), pager };
}
