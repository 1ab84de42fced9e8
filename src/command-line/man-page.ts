import {
  COMMANDS,
  type CommandEntry,
  type Entry,
  optionDescription,
  PROGRAM,
  placeholderOf,
  SHARED_OPTIONS,
  spellingsOf,
} from './command-table.ts';
import examples from './examples.json' with { type: 'json' };
import chapters from './manual-chapters.json' with { type: 'json' };

const POLICY = 'https://rust-for-linux.com/rust-kernel-policy "Rust kernel policy"';

/** Columns of the source, which mandoc wants below 80. */
const SOURCE_WIDTH = 78;

/** The manual page as mdoc(7), as it is dated. */
export function manPage(date: Date): string {
  const commands = Object.entries<CommandEntry>(COMMANDS);
  const options = [...SHARED_OPTIONS, ...Object.values(PROGRAM.options)];
  const sections: Readonly<Record<string, () => readonly string[]>> = {
    SYNOPSIS: () => commands.flatMap(synopsis),
    COMMANDS: () => definitions(commands.map(commandItem)),
    OPTIONS: () => definitions(options.map(optionItem)),
    EXAMPLES: () => Object.values(examples).flat().flatMap(exampleLines),
    'SEE ALSO': () => [`.Lk ${POLICY}`],
  };
  const written = chapters.flatMap((chapter) => [
    `.Sh ${chapter.title}`,
    ...(sections[chapter.title]?.() ?? prose(chapter)),
  ]);
  return [...head(date), ...written, ''].join('\n');
}

function head(date: Date): string[] {
  const { name, version, description } = PROGRAM;
  return [
    '.\\" Generated from the declarations of commands and options.',
    `.Dd ${new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date)}`,
    // Else groff writes "BSD" into the header, and both readers the system's name into the footer.
    `.ds doc-volume-operating-system ${name}`,
    `.Dt ${name.toUpperCase()} 1`,
    `.Os "${name} ${version}"`,
    '.Sh NAME',
    `.Nm ${name}`,
    `.Nd ${escaped(description.charAt(0).toLowerCase() + description.slice(1, -1))}`,
  ];
}

/** The text of a chapter: paragraphs, then a list. */
function prose({ paragraphs = [], items = [] }: (typeof chapters)[number]): string[] {
  const texts = paragraphs.flatMap((text, at) => [...(at > 0 ? ['.Pp'] : []), ...sourceLines(text)]);
  const list = items.map(([term = '', text = '']) => [`.It Li ${escaped(term)}`, ...sentence(text)]);
  return [...texts, ...definitions(list)];
}

function synopsis([name, { argument, options }]: [string, CommandEntry]): string[] {
  const own = Object.keys(options).length > 0 ? ['.Op Ar options'] : [];
  return ['.Nm', `.Ic ${name}`, ...own, ...(argument === undefined ? [] : [`.${placeholder(argument)}`])];
}

/** The name of an option's value in the page's notation; empty where it takes none. */
function placeholder(entry: Entry | undefined): string {
  const { name, isOptional, isVariadic } = placeholderOf(entry) ?? {};
  if (name === undefined) return '';
  return `${isOptional ? 'Op ' : ''}Ar ${name}${isVariadic ? ' ...' : ''}`;
}

/** A list of items, each by its lines. */
function definitions(items: readonly string[][]): string[] {
  return items.length === 0 ? [] : ['.Bl -tag -width Ds', ...items.flat(), '.El'];
}

/** A command with the options that are its own. */
function commandItem([name, { description, argument, options }]: [string, CommandEntry]): string[] {
  const own = Object.values(options).filter((option) => !SHARED_OPTIONS.includes(option));
  const taken =
    argument === undefined
      ? []
      : [`.Ar ${placeholderOf(argument)?.name}`, ...sourceLines(`is ${argument.description}.`)];
  const head = `.It Ic ${name} ${placeholder(argument)}`.trimEnd();
  return [head, ...sentence(description), ...taken, ...definitions(own.map(optionItem))];
}

function optionItem(option: Entry): string[] {
  const flags = spellingsOf(option).map((flag) => `Fl ${flag.slice(1).replaceAll('-', '\\-')}`);
  const head = `.It ${flags.join(' , ')} ${placeholder(option)}`.trimEnd();
  return [head, ...sentence(optionDescription(option))];
}

function exampleLines([command = '', purpose = '']: readonly string[], at: number): string[] {
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
