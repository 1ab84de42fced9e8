import type { Command, Help, Option } from 'commander';
import { ENVIRONMENT, EXAMPLES, EXIT_STATUSES } from './manual.ts';

/** A line of a list: what is typed or seen, and what it means. */
type Item = readonly [term: string, description: string];

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
      formatHelp,
    });
  }
}

/** An option's description with its choices and default. */
export function optionDescription(option: Option): string {
  const { description, argChoices = [], defaultValue, defaultValueDescription } = option;
  const choices =
    argChoices.length > 0 ? `: ${argChoices.slice(0, -1).join(', ')} or ${argChoices.at(-1)}` : '';
  const preset = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : undefined);
  return `${description}${choices}${preset === undefined ? '' : ` (default: ${preset})`}`;
}

/** A command's arguments as its usage shows them: `<topic>`, `[command]`, `<question...>`. */
export function argumentsUsage(command: Command): string {
  return command.registeredArguments
    .map((argument) => {
      const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
      return argument.required ? `<${name}>` : `[${name}]`;
    })
    .join(' ');
}

/** The options that several commands of a program have in common, each once. */
export function sharedOptions(program: Command): Option[] {
  const all = program.commands.flatMap(({ options }) => options);
  return all.filter((option, at) => {
    const isSame = (other: Option) => isSameOption(option, other);
    return all.filter(isSame).length > 1 && all.findIndex(isSame) === at;
  });
}

/** Whether two commands' options are told in the same words, choices and defaults included. */
export function isSameOption(a: Option, b: Option): boolean {
  return a.flags === b.flags && optionDescription(a) === optionDescription(b);
}

function formatHelp(command: Command, help: Help): string {
  const isProgram = command.parent === null;
  const lists: readonly (readonly [title: string, items: readonly Item[]])[] = [
    ['Arguments:', help.visibleArguments(command).map((argument) => [argument.name(), argument.description])],
    [
      'Commands:',
      help
        .visibleCommands(command)
        .map((sub) => [`${sub.name()} ${argumentsUsage(sub)}`.trimEnd(), sub.description()]),
    ],
    ...optionGroups([...help.visibleOptions(command), ...(isProgram ? sharedOptions(command) : [])]),
    ['Exit status:', isProgram ? EXIT_STATUSES.map(([status, meaning]) => [String(status), meaning]) : []],
    ['Environment:', isProgram ? ENVIRONMENT : []],
  ];
  const examples = (EXAMPLES[command.name()] ?? []).map((example) => `  ${example.command}`);
  const blocks = [
    wrapped(command.description(), 0, help),
    wrapped(`Usage: ${help.commandUsage(command)}`, 0, help),
    ...(examples.length > 0 ? [['Examples:', ...examples].join('\n')] : []),
    ...lists
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => [title, ...itemLines(items, help)].join('\n')),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function optionGroups(options: readonly Option[]): [title: string, items: Item[]][] {
  const titles = [...new Set(options.map((option) => option.helpGroupHeading ?? 'Options:'))];
  return titles.map((title) => [
    title,
    options
      .filter((option) => (option.helpGroupHeading ?? 'Options:') === title)
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

/** A text in lines that fit beside an indent, which all but the first one get. */
function wrapped(text: string, indent: number, help: Help): string {
  const room = (help.helpWidth ?? COLUMNS.most) - indent;
  return help.boxWrap(text, room).replaceAll('\n', `\n${' '.repeat(indent)}`);
}
