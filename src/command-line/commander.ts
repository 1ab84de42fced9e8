import { Argument, Command, CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { COMMANDS, type CommandEntry, isCommand, PROGRAM } from './command-table.ts';
import { helpText } from './help.ts';
import type { OrderedLine } from './typed-line.ts';
import { usageMessage } from './wrong-use.ts';

/**
 * The help that a command line asks for that runs no command.
 *
 * @param columns of the terminal, if there is one.
 * @throws InputError when the command line is wrong, with what to type instead.
 */
export function explained(line: OrderedLine, columns: number | undefined): string {
  const { argv } = line;
  const printed: string[] = [];
  try {
    commanderProgram((text) => printed.push(text), columns).parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return printed.join('');
    const [command] = argv;
    if (isCommand(command)) throw new InputError(usageMessage(command, line, error));
    throw error;
  }
  throw new Error(`commander finds nothing wrong with: ${argv.join(' ')}`);
}

/**
 * The commands and options of the table as commander knows them, which throws instead of ending the process: their
 * values are checked by who reads them.
 */
export function commanderProgram(print: (text: string) => void = () => {}, columns?: number): Command {
  const { version, help } = PROGRAM.options;
  const program = new Command(PROGRAM.name)
    .enablePositionalOptions()
    .exitOverride()
    // What commander says of an error is shown by `main`, in one line.
    .configureOutput({ writeOut: print, writeErr: print, outputError: () => {} })
    .configureHelp({ formatHelp: (command) => helpText(command.name(), columns) })
    .version('', version.usage)
    .helpOption(help.usage)
    .helpCommand(false);
  for (const [name, { argument, options }] of Object.entries<CommandEntry>(COMMANDS)) {
    const command = program.command(name).action(() => {});
    if (argument !== undefined) {
      const taken = new Argument(argument.usage);
      command.addArgument(argument.choices === undefined ? taken : taken.choices(argument.choices));
    }
    for (const option of Object.values(options)) command.option(option.usage);
  }
  return program;
}
