import { type Command, CommanderError } from 'commander';
import type { Result } from '../commands/result.ts';
import { exitStatus, InputError } from '../errors.ts';
import { declareProgram, type Handlers } from './command-table.ts';
import { addHelp } from './help.ts';
import { VERSION } from './manual.ts';
import { versionText } from './version-text.ts';
import { usageMessage, withoutUnknownValue } from './wrong-use.ts';

/**
 * Parses the command line and runs its command; gives what is to be printed where that was help or the version.
 *
 * @param columns of the terminal, if there is one.
 * @throws InputError when the command line is wrong, with what to type instead.
 */
export async function runCommandLine(
  handlers: Handlers,
  argv: readonly string[],
  columns: number | undefined,
): Promise<Result | undefined> {
  const program = declareProgram(handlers, VERSION);
  addHelp(program, columns);
  const heard = listenTo(program);
  try {
    await program.parseAsync(withKnownHelp(program, argv), { from: 'user' });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === 'commander.version') return success(await versionText());
    if (thrown.exitCode === 0) return success(heard.printed());
    if (thrown.code === 'commander.help')
      return { out: '', error: heard.printed(), status: exitStatus.wrongUse };
    const refused = { argv, command: heard.refusing(), error: thrown };
    const bare = withoutUnknownValue(refused);
    if (bare !== undefined) return runCommandLine(handlers, bare, columns);
    throw new InputError(await usageMessage(refused));
  }
}

/** Has a program hand over what it prints, and throw instead of ending the process; tells which command does. */
function listenTo(program: Command): { readonly printed: () => string; readonly refusing: () => Command } {
  const printed: string[] = [];
  const print = (text: string) => {
    printed.push(text);
  };
  let refusing = program;
  for (const command of [program, ...program.commands]) {
    // What commander says of an error is shown by `main`, in one line.
    command.configureOutput({ writeOut: print, writeErr: print, outputError: () => {} });
    command.exitOverride((error) => {
      refusing = command;
      throw error;
    });
  }
  return { printed: () => printed.join(''), refusing: () => refusing };
}

function success(out: string): Result {
  return { out, error: '', status: exitStatus.answered };
}

/**
 * Commander answers `help nosuch` with the help of the program, as if nothing were wrong, and `help help` as if
 * something were.
 */
function withKnownHelp(program: Command, argv: readonly string[]): readonly string[] {
  const [first, topic] = argv;
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return argv;
  if (topic === 'help') return ['help'];
  const names = program.commands.map((command) => command.name());
  if (names.includes(topic)) return argv;
  throw new InputError(`no command "${topic}" to help with; there are help, ${names.join(', ')}`);
}
