import { Command, CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import type { PolicyText } from '../policy/policy.ts';
import { COMMANDS, type CommandEntry, PROGRAM, PROGRAM_OPTIONS } from './command-table.ts';
import { addHelp } from './help.ts';
import { usageMessage, withoutUnknownValue } from './wrong-use.ts';

/** What a command line asks for that runs no command; `wrongUse` is help that was not asked for. */
export type Explanation =
  | { readonly kind: 'version' }
  | { readonly kind: 'help' | 'wrongUse'; readonly text: string };

/** What an explanation is made for. */
export interface Surroundings {
  /** Of the terminal, if there is one. */
  readonly columns: number | undefined;
  /** Reads the bundled policy, whose topics people type where a command belongs. */
  readonly policy: () => PolicyText;
}

/**
 * Says what a command line asks for, or what is wrong with it, where it runs no command.
 *
 * @throws InputError when the command line is wrong, with what to type instead.
 */
export function explained(argv: readonly string[], { columns, policy }: Surroundings): Explanation {
  const program = commanderProgram();
  addHelp(program, columns);
  const heard = listenTo(program);
  try {
    program.parse(withKnownHelp(argv), { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === 'commander.version') return { kind: 'version' };
    if (thrown.exitCode === 0) return { kind: 'help', text: heard.printed() };
    if (thrown.code === 'commander.help') return { kind: 'wrongUse', text: heard.printed() };
    const refused = { argv, command: heard.refusing(), error: thrown, policy: policy() };
    const bare = withoutUnknownValue(refused);
    if (bare !== undefined) return explained(bare, { columns, policy });
    throw new InputError(usageMessage(refused));
  }
  throw new Error(`commander finds nothing wrong with: ${argv.join(' ')}`);
}

/** The commands and options of the table as commander knows them: their values are checked by who reads them. */
export function commanderProgram(): Command {
  const { version, help } = PROGRAM_OPTIONS;
  const program = new Command(PROGRAM.name)
    .version('', version.flags, version.description)
    .helpOption(help.flags, help.description)
    .helpCommand(`help ${COMMANDS.help.argument.usage}`, COMMANDS.help.description);
  for (const [name, { argument, options }] of Object.entries<CommandEntry>(COMMANDS)) {
    if (name === 'help') continue;
    const command = program.command(name).helpOption(help.flags, help.description);
    if (argument !== undefined) command.argument(argument.usage);
    for (const option of Object.values(options)) command.option(option.flags);
    command.action(() => {});
  }
  return program;
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

/**
 * Commander answers `help nosuch` with the help of the program, as if nothing were wrong, and `help help` as if
 * something were.
 */
function withKnownHelp(argv: readonly string[]): readonly string[] {
  const [first, topic] = argv;
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return argv;
  if (topic === 'help') return ['help'];
  const names = Object.keys(COMMANDS).filter((name) => name !== 'help');
  if (names.includes(topic)) return argv;
  throw new InputError(`no command "${topic}" to help with; there are help, ${names.join(', ')}`);
}
