import { type Command, CommanderError } from 'commander';
import { declareProgram } from './cli.ts';
import { ask } from './commands/ask.ts';
import { list } from './commands/list.ts';
import type { Result } from './commands/result.ts';
import { show } from './commands/show.ts';
import { exitStatus, InputError } from './errors.ts';
import type { Io } from './io.ts';
import { describeProblem } from './policy/problem.ts';
import { type Opened, open } from './prepared.ts';
import { VERSION } from './version.ts';

/**
 * Runs one command line: reads it, opens the policy, runs the command, writes what it gives.
 *
 * @param argv the words behind the program's name.
 * @returns the exit status.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const { out, error, status } = await run(argv, io);
    if (error !== '') await io.error.write(error);
    if (out !== '') await io.out.write(out);
    return status;
  } catch (error) {
    if (error instanceof InputError) {
      await io.error.write(`rustpolicy: ${error.message}\n`);
      return exitStatus.wrongUse;
    }
    throw error;
  }
}

async function run(argv: readonly string[], io: Io): Promise<Result> {
  let result: Result = { out: '', error: '', status: exitStatus.answered };
  const withPolicy = async (data: string | undefined, command: (opened: Opened) => Promise<Result>) => {
    const opened = await open(data);
    const given = await command(opened);
    const problems = opened.problems.map(
      (problem) => `rustpolicy: ${describeProblem(problem)} (file left out)\n`,
    );
    result = { ...given, error: problems.join('') + given.error };
  };
  const program = declareProgram(
    {
      ask: async (words, options) => {
        const question = words.length === 1 && words[0] === '-' ? await io.readInput() : words.join(' ');
        await withPolicy(options.data, (opened) => ask(question.trim(), options, opened, io));
      },
      list: (options) => withPolicy(options.data, (opened) => list(options, opened, io)),
      show: (topic, options) => withPolicy(options.data, (opened) => show(topic, options, opened, io)),
    },
    VERSION,
  );
  const help = await parse(program, argv);
  return help ?? result;
}

/** Parses and runs the command line; gives what commander itself had to print: help or the version. */
async function parse(program: Command, argv: readonly string[]): Promise<Result | undefined> {
  let out = '';
  let error = '';
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        out += text;
      },
      writeErr: (text) => {
        error += text;
      },
      // Shown by `main`, in one line.
      outputError: () => {},
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return { out, error, status: exitStatus.answered };
    if (thrown.code === 'commander.help') return { out: '', error: error + out, status: exitStatus.wrongUse };
    throw new InputError(usageMessage(thrown.message));
  }
}

/** Commander's message in one line, with what to type next. */
function usageMessage(message: string): string {
  const said = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  return `${said.replace(/[.)]*$/, (end) => end.replace(/\.$/, ''))}; see rustpolicy --help`;
}
