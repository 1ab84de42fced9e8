import type { Command, Help } from 'commander';
import {
  COMMANDS,
  type CommandEntry,
  GROUPS,
  type OptionEntry,
  optionDescription,
  PROGRAM,
  PROGRAM_OPTIONS,
  sharedOptions,
} from './command-table.ts';
import { ENVIRONMENT, EXAMPLES, EXIT_STATUSES } from './manual.ts';

/** A line of a list: what is typed or seen, and what it means. */
type Item = readonly [term: string, description: string];

/** A titled list. */
type List = readonly [title: string, items: readonly Item[]];

const COLUMNS = Object.freeze({
  /** Help is read beside mail and code: it is no wider. */
  most: 80,
  /** With less room beside the terms, descriptions go below them. */
  leastDescription: 32,
  indent: 2,
});

/** Gives a program and its commands their help; `columns` of the terminal, if there is one. */
export function addHelp(program: Command, columns: number | undefined): void {
  for (const command of [program, ...program.commands]) {
    command.configureHelp({
      helpWidth: Math.min(COLUMNS.most, columns ?? COLUMNS.most),
      minWidthToWrap: 1,
      formatHelp: (command, help) => helpText(command.name(), help),
    });
  }
}

function helpText(name: string, help: Help): string {
  const entry = Object.entries<CommandEntry>(COMMANDS).find(([command]) => command === name)?.[1];
  const usage =
    entry === undefined
      ? `${PROGRAM.name} [options] [command] [words...]`
      : `${PROGRAM.name} ${name} [options] ${entry.argument?.usage ?? ''}`.trimEnd();
  const examples = (EXAMPLES[name] ?? []).map(({ command }) => `  ${commandLines(command, help)}`);
  const blocks = [
    wrapped(entry?.description ?? PROGRAM.description, 0, help),
    wrapped(`Usage: ${usage}`, 0, help),
    ...(entry === undefined ? [wrapped(ANYWHERE, 0, help)] : []),
    ...(examples.length > 0 ? [['Examples:', ...examples].join('\n')] : []),
    ...(entry === undefined ? programLists() : commandLists(entry))
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => [title, ...itemLines(items, help)].join('\n')),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function programLists(): List[] {
  const commands = Object.entries<CommandEntry>(COMMANDS).map(([name, { argument, description }]): Item => {
    return [`${name} ${argument?.usage ?? ''}`.trimEnd(), description];
  });
  return [
    ['Commands:', commands],
    ...optionLists([...Object.values(PROGRAM_OPTIONS), ...sharedOptions()]),
    ['Exit status:', EXIT_STATUSES.map(([status, meaning]) => [String(status), meaning])],
    ['Environment:', ENVIRONMENT],
  ];
}

function commandLists({ argument, options }: CommandEntry): List[] {
  const name = argument?.usage.replace(/[<>[\].]/g, '');
  return [
    ['Arguments:', name === undefined ? [] : [[name, argument?.description ?? '']]],
    ...optionLists([...Object.values(options), PROGRAM_OPTIONS.help]),
  ];
}

function optionLists(options: readonly OptionEntry[]): List[] {
  const titleOf = ({ group }: OptionEntry) => (group === undefined ? 'Options:' : GROUPS[group]);
  return [...new Set(options.map(titleOf))].map((title) => [
    title,
    options
      .filter((option) => titleOf(option) === title)
      .map((option) => [option.flags, optionDescription(option)]),
  ]);
}

function itemLines(items: readonly Item[], help: Help): string[] {
  const termWidth = Math.max(...items.map(([term]) => term.length));
  const indent = COLUMNS.indent + termWidth + 2;
  const isBeside = (help.helpWidth ?? COLUMNS.most) - indent >= COLUMNS.leastDescription;
  const before = ' '.repeat(COLUMNS.indent);
  return items.map(([term, description]) =>
    isBeside
      ? `${before}${term.padEnd(termWidth)}  ${wrapped(description, indent, help)}`
      : `${before}${term}\n${before}${before}${wrapped(description, 2 * COLUMNS.indent, help)}`,
  );
}

const ANYWHERE =
  'Words without a command are a question. Options may stand anywhere. Quote what your shell reads itself, as ? in zsh and fish.';

/** A command line broken between words where it is wider than the help, so that it can be copied still. */
function commandLines(command: string, { helpWidth = COLUMNS.most }: Help): string {
  if (COLUMNS.indent + command.length <= helpWidth) return command;
  const [first = '', ...words] = command.match(/(?:'[^']*'|"[^"]*"|\S)+/g) ?? [];
  let text = first;
  let room = helpWidth - COLUMNS.indent - first.length - ' \\'.length;
  for (const word of words) {
    const isBeside = word.length < room;
    text += isBeside ? ` ${word}` : ` \\\n    ${word}`;
    room = (isBeside ? room : helpWidth - '     \\'.length) - 1 - word.length;
  }
  return text;
}

/** A text in lines that fit beside an indent, which all but the first one get. */
function wrapped(text: string, indent: number, help: Help): string {
  const room = (help.helpWidth ?? COLUMNS.most) - indent;
  return help.boxWrap(text, room).replaceAll('\n', `\n${' '.repeat(indent)}`);
}
