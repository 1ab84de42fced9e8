import {
  COMMANDS,
  type CommandEntry,
  type OptionEntry,
  optionDescription,
  PROGRAM,
  PROGRAM_OPTIONS,
  placeholderIn,
  sharedOptions,
  spellingsOf,
} from './command-table.ts';
import { CAVEATS, CHAPTERS, ENVIRONMENT, EXAMPLES, EXIT_STATUSES } from './manual.ts';

const POLICY = 'https://rust-for-linux.com/rust-kernel-policy "Rust kernel policy"';

/** Columns of the source, which mandoc wants below 80. */
const SOURCE_WIDTH = 78;

/** The manual page as mdoc(7), as it is dated. */
export function manPage(date: Date): string {
  const commands = Object.entries<CommandEntry>(COMMANDS);
  return [
    ...head(date),
    ...section('SYNOPSIS', commands.flatMap(synopsis)),
    ...section('DESCRIPTION', description()),
    ...section('COMMANDS', definitions(commands.map(commandItem))),
    ...section(
      'OPTIONS',
      definitions([...sharedOptions(), ...Object.values(PROGRAM_OPTIONS)].map(optionItem)),
    ),
    ...CHAPTERS.filter(({ title }) => title !== 'FILES').flatMap(chapter),
    ...section(
      'ENVIRONMENT',
      definitions(ENVIRONMENT.map(([names, effect]) => [variables(names), sentence(effect)])),
    ),
    ...CHAPTERS.filter(({ title }) => title === 'FILES').flatMap(chapter),
    ...section(
      'EXIT STATUS',
      definitions(EXIT_STATUSES.map(([status, meaning]) => [[`.It ${status}`], sentence(meaning)])),
    ),
    ...section('EXAMPLES', Object.values(EXAMPLES).flat().flatMap(exampleLines)),
    ...section('SEE ALSO', [`.Lk ${POLICY}`]),
    ...section('CAVEATS', CAVEATS.flatMap((text) => ['.Pp', ...sentence(text)]).slice(1)),
    '',
  ].join('\n');
}

/** An item of a list: its head's lines, then its body's. */
type Definition = readonly [head: readonly string[], body: readonly string[]];

function head(date: Date): string[] {
  const day = date.toLocaleDateString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return [
    '.\\" Generated from the declarations of commands and options.',
    `.Dd ${day}`,
    // Else groff writes "BSD" into the header, and both readers the system's name into the footer.
    `.ds doc-volume-operating-system ${PROGRAM.name}`,
    `.Dt ${PROGRAM.name.toUpperCase()} 1`,
    `.Os "${PROGRAM.name} ${PROGRAM.version}"`,
    '.Sh NAME',
    `.Nm ${PROGRAM.name}`,
    `.Nd ${escaped(lowerFirst(PROGRAM.description).replace(/\.$/, ''))}`,
  ];
}

function description(): string[] {
  return [
    '.Nm',
    'finds the section of the policy that answers a question, and shows it in the',
    "policy's own words, with its address and revision.",
    'Where the policy does not answer, it says so, and which topics come closest.',
    '.Pp',
    'Words without a command are a question; a topic by its number or name alone is shown.',
    'Options may stand anywhere;',
    '.Fl \\-',
    'ends them.',
    'Standard output carries the answer and nothing else.',
    '.Pp',
    'Every command tells about itself with',
    `.Ic ${PROGRAM.name} help Ar command .`,
    `This page belongs to version ${PROGRAM.version}.`,
  ];
}

function chapter({ title, paragraphs, items = [] }: (typeof CHAPTERS)[number]): string[] {
  const texts = paragraphs.flatMap((text, at) => [...(at > 0 ? ['.Pp'] : []), ...sourceLines(text)]);
  const list = items.map(
    ([term = '', text = '']): Definition => [[`.It Li ${escaped(term)}`], sourceLines(`${text}.`)],
  );
  return section(title, [...texts, ...(list.length > 0 ? definitions(list) : [])]);
}

function section(title: string, lines: readonly string[]): string[] {
  return [`.Sh ${title}`, ...lines];
}

function synopsis([name, { argument, options }]: [string, CommandEntry]): string[] {
  const own = Object.keys(options).length > 0 ? ['.Op Ar options'] : [];
  return [
    '.Nm',
    `.Ic ${name}`,
    ...own,
    ...(argument === undefined ? [] : [`.${argumentText(argument.usage)}`]),
  ];
}

function argumentText(usage: string): string {
  const { name, isOptional, isVariadic } = placeholderIn(usage) ?? {};
  return `${isOptional ? 'Op ' : ''}Ar ${name}${isVariadic ? ' ...' : ''}`;
}

function definitions(items: readonly Definition[]): string[] {
  return ['.Bl -tag -width Ds', ...items.flatMap(([head, body]) => [...head, ...body]), '.El'];
}

/** A command with the options that are its own. */
function commandItem([name, { description, argument, options }]: [string, CommandEntry]): Definition {
  const shared = sharedOptions();
  const own = Object.values(options).filter((option) => !shared.includes(option));
  const placeholder = argument === undefined ? undefined : placeholderIn(argument.usage);
  return [
    [`.It Ic ${name} ${argument === undefined ? '' : argumentText(argument.usage)}`.trimEnd()],
    [
      ...sentence(description),
      ...(argument === undefined || argument.description === ''
        ? []
        : [`.Ar ${placeholder?.name}`, ...sourceLines(`is ${argument.description}.`)]),
      ...(own.length > 0 ? definitions(own.map(optionItem)) : []),
    ],
  ];
}

function optionItem(option: OptionEntry): Definition {
  const takes = placeholderIn(option.flags);
  const value = takes === undefined ? '' : ` ${takes.isOptional ? 'Op ' : ''}Ar ${takes.name}`;
  const flags = spellingsOf(option).map((flag) => `Fl ${flag.slice(1).replaceAll('-', '\\-')}`);
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
  const sentences = text.split(/(?<=[.?!]) (?=[-A-Z])/);
  const line = new RegExp(`\\S.{0,${SOURCE_WIDTH - 1}}(?=\\s|$)|\\S+`, 'g');
  return sentences.flatMap((sentence) => sentence.match(line) ?? []).map(escaped);
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
