import type { Handlers } from '../command-line/command-table.ts';
import { exitStatus } from '../errors.ts';
import { describeProblem } from '../policy/policy.ts';
import { open } from '../search/opened.ts';
import { askedText, MOST_BYTES } from '../search/question.ts';
import type { Io } from '../terminal/io.ts';
import { pagerCommand } from '../terminal/pager.ts';
import { ask } from './ask.ts';
import { list } from './list.ts';
import { withProgress } from './progress.ts';
import type { Context, Result } from './result.ts';
import type { ViewOptions } from './view.ts';

/** Runs each command with what it needs, which is loaded only then, and hands on what it gives. */
export function handlersWith(io: Io, give: (result: Result) => void): Handlers {
  return {
    ask: async (words, options) => {
      const question = await questionOf(words, io);
      give(await withPolicy(options, io, (context) => ask(question, options, context)));
    },
    list: async (options) => {
      give(await withPolicy(options, io, (context) => list(options, context)));
    },
    show: async (topic, options) => {
      const { show } = await import('./show.ts');
      give(await withPolicy(options, io, (context) => show(topic, options, context)));
    },
    mail: async (words, options) => {
      const { ensureOneReader } = await import('./mail-options.ts');
      const { mail } = await import('./mail.ts');
      ensureOneReader(words, options);
      const question = await questionOf(words, io);
      give(await withPolicy(options, io, (context) => mail(question, options, context)));
    },
    check: async (folder, options) => {
      const { check } = await import('./check.ts');
      give(await withProgress(io, (show) => check(folder, options, show)));
    },
    completion: async (shell) => {
      const { completionScript } = await import('../completion/scripts.ts');
      give({ out: completionScript(shell), error: '', status: exitStatus.answered });
    },
  };
}

/** Opens the policy for a command; what of a folder cannot be read is said before what the command says. */
async function withPolicy(
  { data, pager }: Partial<Pick<ViewOptions, 'data' | 'pager'>>,
  io: Io,
  command: (context: Context) => Promise<Result>,
): Promise<Result> {
  const opened = await withProgress(io, (show) => open(data ?? folderIn(io.env), show));
  const given = await command({ opened, io });
  const problems = opened.problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => `rustpolicy: ${describeProblem(problem)}\n`);
  return {
    ...given,
    error: problems.join('') + given.error,
    pager: pager ? pagerCommand(io.env) : undefined,
  };
}

/** The folder that the environment names; set to nothing, it names none. */
function folderIn(env: Io['env']): string | undefined {
  return env['RUSTPOLICY_DATA'] || undefined;
}

async function questionOf(words: readonly string[], io: Io): Promise<string> {
  return askedText(words.length === 1 && words[0] === '-' ? await io.readInput(MOST_BYTES) : words.join(' '));
}
