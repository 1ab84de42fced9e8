import { Command, CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { isCommand, type OrderedLine } from './command-first.ts';
import { COMMANDS, type CommandEntry, PROGRAM, PROGRAM_OPTIONS } from './command-table.ts';
import { addHelp } from './help.ts';
import { commandLine, usageMessage } from './wrong-use.ts';

/**
 * The help that a command line asks for that runs no command.
 *
 * @param columns of the terminal, if there is one.
 * @throws InputError when the command line is wrong, with what to type instead.
 */
export function explained(line: OrderedLine, columns: number | undefined): string {
  const { argv } = line;
  const program = commanderProgram();
  addHelp(program, columns);
  const printed = listenTo(program);
  try {
    program.parse(withKnownHelp(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return printed();
    const [command] = argv;
    if (isCommand(command)) throw new InputError(usageMessage({ ...line, command, error }));
    throw error;
  }
  throw new Error(`commander finds nothing wrong with: ${argv.join(' ')}`);
}

/** The commands and options of the table as commander knows them: their values are checked by who reads them. */
export function commanderProgram(): Command {
  const { version, help } = PROGRAM_OPTIONS;
  const program = new Command(PROGRAM.name)
    .enablePositionalOptions()
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

/** Has a program hand over what it prints, and throw instead of ending the process. */
function listenTo(program: Command): () => string {
  const printed: string[] = [];
  const print = (text: string) => {
    printed.push(text);
  };
  for (const command of [program, ...program.commands]) {
    // What commander says of an error is shown by `main`, in one line.
    command.configureOutput({ writeOut: print, writeErr: print, outputError: () => {} }).exitOverride();
  }
  return () => printed.join('');
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
  throw new InputError(
    `no command "${topic}" to help with; there are help, ${names.join(', ')}; to ask a question: ${commandLine('ask', '--', ...argv)}`,
  );
}
