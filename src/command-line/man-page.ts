import type { Argument, Command, Option } from 'commander';
import { isSameOption, optionDescription, sharedOptions } from './help.ts';
import { ENVIRONMENT, EXAMPLES, EXIT_STATUSES } from './manual.ts';

const POLICY = 'https://rust-for-linux.com/rust-kernel-policy "Rust kernel policy"';

/** Columns of the source, which mandoc wants below 80. */
const SOURCE_WIDTH = 78;

/** What a man page tells beside the declarations. */
export interface Release {
  readonly version: string;
  readonly date: Date;
}

/** The man page of a program, as mdoc(7). */
export function manPage(program: Command, release: Release): string {
  const shared = sharedOptions(program);
  const commands = program.createHelp().visibleCommands(program);
  return [
    ...head(program, release),
    ...section('SYNOPSIS', commands.flatMap(synopsis)),
    ...section('DESCRIPTION', description(program, release)),
    ...section('COMMANDS', definitions(commands.map((command) => commandItem(command, shared)))),
    ...section(
      'OPTIONS',
      definitions([...shared, ...program.createHelp().visibleOptions(program)].map(optionItem)),
    ),
    ...section(
      'ENVIRONMENT',
      definitions(ENVIRONMENT.map(([names, effect]) => [variables(names), sentence(effect)])),
    ),
    ...section(
      'EXIT STATUS',
      definitions(EXIT_STATUSES.map(([status, meaning]) => [[`.It ${status}`], sentence(meaning)])),
    ),
    ...section('EXAMPLES', Object.values(EXAMPLES).flat().flatMap(exampleLines)),
    ...section('SEE ALSO', [`.Lk ${POLICY}`]),
    '',
  ].join('\n');
}

/** An item of a list: its head's lines, then its body's. */
type Definition = readonly [head: readonly string[], body: readonly string[]];

function head(program: Command, { date }: Release): string[] {
  const day = date.toLocaleDateString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return [
    '.\\" Generated from the declarations of commands and options.',
    `.Dd ${day}`,
    `.Dt ${program.name().toUpperCase()} 1`,
    '.Os',
    '.Sh NAME',
    `.Nm ${program.name()}`,
    `.Nd ${escaped(lowerFirst(program.description()).replace(/\.$/, ''))}`,
  ];
}

function description(program: Command, { version }: Release): string[] {
  return [
    '.Nm',
    'finds the section of the policy that answers a question, and shows it in the',
    "policy's own words, with its address and revision.",
    'Where the policy does not answer, it says so, and which topics come closest.',
    '.Pp',
    'Words of a question need no quotes;',
    '.Fl \\-',
    'ends options.',
    'Standard output carries the answer and nothing else.',
    'On a terminal, what answers best is marked in the margin, and text that is',
    'taller than the window is shown through a pager.',
    '.Pp',
    'Every command tells about itself with',
    `.Ic ${program.name()} help Ar command .`,
    `This page belongs to version ${version}.`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return [`.Sh ${title}`, ...lines];
}

function synopsis(command: Command): string[] {
  const own = command.options.length > 0 ? ['.Op Ar options'] : [];
  return ['.Nm', `.Ic ${command.name()}`, ...own, ...command.registeredArguments.map(argumentLine)];
}

function argumentLine(argument: Argument): string {
  const name = `Ar ${argument.name()}${argument.variadic ? ' ...' : ''}`;
  return argument.required ? `.${name}` : `.Op ${name}`;
}

function definitions(items: readonly Definition[]): string[] {
  return ['.Bl -tag -width Ds', ...items.flatMap(([head, body]) => [...head, ...body]), '.El'];
}

/** A command with the options that are its own. */
function commandItem(command: Command, shared: readonly Option[]): Definition {
  const own = command.options.filter((option) => !shared.some((other) => isSameOption(option, other)));
  const args = command.registeredArguments.map((argument) => argumentLine(argument).slice(1)).join(' ');
  return [
    [`.It Ic ${command.name()} ${args}`.trimEnd()],
    [
      ...sentence(command.description()),
      ...command.registeredArguments.flatMap((argument) =>
        argument.description === ''
          ? []
          : [`.Ar ${argument.name()}`, ...sourceLines(`is ${argument.description}.`)],
      ),
      ...(own.length > 0 ? definitions(own.map(optionItem)) : []),
    ],
  ];
}

function optionItem(option: Option): Definition {
  const [, optional, name] = / ([<[])(.*?)(?:\.\.\.)?[>\]]$/.exec(option.flags) ?? [];
  const value = name === undefined ? '' : optional === '[' ? ` Op Ar ${name}` : ` Ar ${name}`;
  const flags = [option.short, option.long]
    .filter((flag) => flag != null)
    .map((flag) => `Fl ${flag.slice(1).replaceAll('-', '\\-')}`);
  return [[`.It ${flags.join(' , ')}${value}`], sentence(optionDescription(option))];
}

function variables(names: string): string[] {
  const [first = '', ...others] = names.split(', ');
  return [`.It Ev ${[first, ...others.map((name) => `, ${name}`)].join(' ')}`];
}

function exampleLines({ command, purpose }: (typeof EXAMPLES)[string][number], at: number): string[] {
  const literal = command.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return [...(at > 0 ? ['.Pp'] : []), `${escaped(purpose)}:`, '.Bd -literal -offset indent', literal, '.Ed'];
}

/** A text as a sentence of the page. */
function sentence(text: string): string[] {
  const written = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return sourceLines(/[.!?]$/.test(written) ? written : `${written}.`);
}

/** A text in lines of source; roff fills them anew. */
function sourceLines(text: string): string[] {
  const lines = text.match(new RegExp(`\\S.{0,${SOURCE_WIDTH - 1}}(?=\\s|$)|\\S+`, 'g')) ?? [];
  return lines.map(escaped);
}

/** A line of text in which roff finds nothing to do; hyphens of options stay ASCII, so that they can be copied. */
function escaped(line: string): string {
  return line
    .replaceAll('\\', '\\e')
    .replace(/(?<=^|\s)--?(?=[\w-]|\s|$)/g, (hyphens) => hyphens.replaceAll('-', '\\-'))
    .replace(/^(?=[.'])/, '\\&');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
