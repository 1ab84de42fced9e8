import { Argument, Command, CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { fitted, wrapText } from '../render/layout/wrap.ts';
import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
  type Entry,
  GROUPS,
  isCommand,
  optionDescription,
  optionMeaning,
  PROGRAM,
  USUAL_OPTIONS,
} from './command-table.ts';
import examples from './examples.json' with { type: 'json' };
import type { OrderedLine } from './read.ts';
import { usageMessage } from './wrong-use.ts';

/** A word to type, and its meaning. */
type Item = readonly [term: string, description: string];

/** Columns of help at most, as it is read beside mail and code. */
const WIDEST = 80;

/** Columns that a description needs beside what it describes, blanks counted in. */
const LEAST_BESIDE = 36;

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
    const [command] = argv;
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || !isCommand(command)) return printed.join('');
    throw new InputError(usageMessage(command, line, error));
  }
  throw new Error(`commander finds nothing wrong with: ${argv.join(' ')}`);
}

/**
 * The commands and options of the table as commander knows them, which throws instead of ending the process: their
 * values are checked by who reads them.
 */
export function commanderProgram(print: (text: string) => void = () => {}, columns?: number): Command {
  const program = new Command(PROGRAM.name)
    .exitOverride()
    // What commander says of an error is shown by `main`, in one line.
    .configureOutput({ writeOut: print, outputError: () => {} })
    .configureHelp({ formatHelp: (command) => helpText(command.name(), columns) })
    .helpOption(PROGRAM.options.help.usage)
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

/** The help of a command, or of the program; `columns` of the terminal, if there is one. */
function helpText(name: string, columns = WIDEST): string {
  const width = Math.min(WIDEST, columns);
  const blocks = isCommand(name) && name !== 'help' ? commandBlocks(name, width) : programBlocks(width);
  return fitted(`${blocks.join('\n\n')}\n`, width);
}

/** One screen: the commands, and the few options that people need first. */
function programBlocks(width: number): string[] {
  const { name, description } = PROGRAM;
  const commands = Object.entries<CommandEntry>(COMMANDS).map(
    ([name, { argument, description }]): Item => [`${name} ${argument?.usage ?? ''}`.trimEnd(), description],
  );
  const options = [...USUAL_OPTIONS, ...Object.values(PROGRAM.options)].map(
    (option): Item => [option.usage, optionMeaning(option)],
  );
  return [
    description,
    [`Usage: ${name} [command] [words...]`, ...exampleLines('rustpolicy', width)].join('\n'),
    list('Commands; words without one are a question', commands, width),
    list('Options, which may stand anywhere', options, width),
    `More: ${name} ask --help, man ${name}`,
  ];
}

function commandBlocks(name: CommandName, width: number): string[] {
  const { description, argument, options }: CommandEntry = COMMANDS[name];
  const groups = new Map<string, Item[]>();
  for (const [name, option] of Object.entries<Entry>({ ...options, help: PROGRAM.options.help })) {
    const title = Object.keys(GROUPS).find((title) => GROUPS[title]?.includes(name)) ?? 'Options';
    groups.set(title, [...(groups.get(title) ?? []), [option.usage, optionDescription(option)]]);
  }
  return [
    description,
    `Usage: ${PROGRAM.name} ${name} [options] ${argument?.usage ?? ''}`.trimEnd(),
    ['Examples:', ...exampleLines(name, width)].join('\n'),
    ...(argument === undefined ? [] : [list('Arguments', [[argument.usage, argument.description]], width)]),
    ...Array.from(groups, ([title, items]) => list(title, items, width)),
  ];
}

/** A titled list, its descriptions beside what is typed, or below where there they would have no room. */
function list(title: string, items: readonly Item[], width: number): string {
  const termWidth = Math.max(...items.map(([term]) => term.length));
  const isBeside = width - termWidth >= LEAST_BESIDE;
  const lines = items.map(
    ([term, text]) => `  ${isBeside ? term.padEnd(termWidth) : `${term}\n  `}  ${text}`,
  );
  return [`${title}:`, ...lines].join('\n');
}

/** Command lines, broken between words where they are wider than the help, so that they can be copied still. */
function exampleLines(name: keyof typeof examples, width: number): string[] {
  return examples[name].map(([command = '']) => {
    // No line is broken at a no-break space.
    const unbroken = command.replace(/'[^']*'/g, (quoted) => quoted.replaceAll(' ', '\u00A0'));
    const room = command.length + 2 <= width ? width : width - '     \\'.length;
    return `  ${wrapText(unbroken, room).join(' \\\n    ').replaceAll('\u00A0', ' ')}`;
  });
}
