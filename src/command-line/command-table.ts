import packageJson from '../../package.json' with { type: 'json' };
import { MAIL_WIDTH, WHEN, WIDTH } from '../terminal/environment.ts';

/** An option or an argument as it is typed, and what help, completion and manual page tell of it. */
export interface Entry {
  /** An option's spellings, and the placeholder of a value: `-o, --output <file>`; in brackets where it may be left out. */
  readonly usage: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** Its value is a whole number within these bounds. */
  readonly bounds?: { readonly least: number; readonly most: number };
  /** May be given several times. */
  readonly isRepeated?: true;
  /** The choice that is taken where none is given. */
  readonly default?: string;
  /** The default in help's words, where no choice is it. */
  readonly defaultText?: string;
}

/** A command; `options` by the names that commands know their values by. */
export interface CommandEntry {
  readonly description: string;
  readonly argument?: Entry;
  readonly options: Readonly<Record<string, Entry>>;
}

/** The meaning of each choice of an option or argument. */
export const CHOICE_MEANINGS: Readonly<Record<string, string>> = Object.freeze({
  terminal: 'laid out and coloured for a terminal',
  text: 'plain text',
  mail: "a part of a mail's body",
  markdown: 'Markdown',
  json: 'one JSON document',
  auto: 'where the terminal shows it',
  always: 'in a pipe too',
  never: 'nowhere',
  bash: 'Bourne Again Shell',
  zsh: 'Z shell',
  fish: 'Friendly Interactive Shell',
});

const DATA = {
  usage: '--data <folder>',
  description: 'a folder or file of Markdown to read instead of the policy',
} as const satisfies Entry;

const QUESTION = 'the question, in any words; - or a pipe gives it on standard input';

/** The options of all commands that show what the policy says. */
const VIEW = {
  format: {
    usage: '--format <format>',
    description: 'form of the output',
    choices: ['terminal', 'text', 'mail', 'markdown', 'json'],
    defaultText: 'terminal on a terminal, else text',
  },
  width: {
    usage: '--width <columns>',
    description: 'columns of text',
    bounds: WIDTH,
    defaultText: "the terminal's, at most 100; else 80",
  },
  color: { usage: '--color <when>', description: 'when to use colour', choices: WHEN, default: 'auto' },
  hyperlinks: {
    usage: '--hyperlinks <when>',
    description: 'when to make links clickable, else footnotes',
    choices: WHEN,
    default: 'auto',
  },
  noPager: { usage: '--no-pager', description: 'never show long text through a pager' },
  data: DATA,
} as const satisfies CommandEntry['options'];

/** The program itself. */
export const PROGRAM = Object.freeze({
  name: 'rustpolicy',
  version: packageJson.version,
  description: "Look up what the Linux kernel's Rust policy says.",
  options: {
    version: { usage: '-V, --version', description: "print the version and the policy's revision" },
    help: { usage: '-h, --help', description: 'show this help' },
  },
}) satisfies CommandEntry;

/** The titles that help lists options under, by their names; all others stand under `Options`. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = Object.freeze({
  'Header options': ['to', 'cc', 'subject', 'inReplyTo'],
  'Output options': ['output', 'force', 'ascii', 'utf8', 'format', 'width', 'color', 'hyperlinks', 'noPager'],
});

export const COMMAND_NAMES = ['ask', 'list', 'show', 'mail', 'check', 'completion', 'help'] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

/** Every command and option: the reader of the command line, commander, help, completions and manual page read this. */
export const COMMANDS = {
  ask: {
    description: "answer a question in the policy's own words",
    argument: { usage: '[question...]', description: QUESTION },
    options: {
      place: {
        usage: '-n <place>',
        description: 'the second best section with 2, and so on',
        bounds: { least: 1, most: 9999 },
      },
      brief: { usage: '--brief', description: 'only the paragraph or list item that answers best' },
      why: { usage: '--why', description: 'tell on standard error how the answer was found' },
      ...VIEW,
    },
  },
  list: { description: 'list all topics', options: VIEW },
  show: {
    description: 'show topics, or the whole policy',
    argument: {
      usage: '[topic...]',
      description: 'by number, name, heading, anchor, page URL, or the start of a name; none for all',
    },
    options: VIEW,
  },
  mail: {
    description: 'draft a mail that quotes the answer; nothing is sent',
    argument: { usage: '[question...]', description: QUESTION },
    options: {
      topic: { usage: '--topic <topic>', description: 'quote this section, whatever is asked' },
      reply: {
        usage: '--reply [file]',
        description: 'answer a saved message, and all its people',
        defaultText: 'standard input',
      },
      brief: { usage: '--brief', description: 'quote only the paragraph that answers' },
      to: { usage: '--to <address>', description: 'who gets it; may be repeated', isRepeated: true },
      cc: { usage: '--cc <address>', description: 'who gets a copy; may be repeated', isRepeated: true },
      subject: {
        usage: '--subject <text>',
        description: 'what it is about',
        defaultText: "the section's heading, or Re: the message's",
      },
      inReplyTo: { usage: '--in-reply-to <id>', description: 'a Message-ID, or its lore.kernel.org link' },
      output: { usage: '-o, --output <file>', description: 'write a file' },
      force: { usage: '--force', description: 'let -o overwrite what is there' },
      ascii: {
        usage: '--ascii',
        description: 'write ASCII alone, and tell what that changes',
        defaultText: 'UTF-8 where names or words need it',
      },
      utf8: { usage: '--utf8', description: "keep the policy's dashes and quotes too" },
      width: {
        usage: '--width <columns>',
        description: `columns of text, ${MAIL_WIDTH.least} to ${MAIL_WIDTH.most}`,
        bounds: MAIL_WIDTH,
        defaultText: String(MAIL_WIDTH.usual),
      },
      data: DATA,
    },
  },
  check: {
    description: 'list all that makes a folder of Markdown answer worse',
    argument: { usage: '<folder>', description: 'as for --data' },
    options: {
      verbose: { usage: '--verbose', description: 'list all findings, and topics with counts of phrasings' },
      format: {
        usage: '--format <format>',
        description: 'form of the output',
        choices: ['text', 'json'],
        default: 'text',
      },
    },
  },
  completion: {
    description: 'print what makes a shell complete commands and topics',
    argument: { usage: '<shell>', description: 'whose script it is', choices: ['bash', 'zsh', 'fish'] },
    options: {},
  },
  help: {
    description: 'show help for a command',
    argument: { usage: '[command]', description: 'which one; none for all', choices: COMMAND_NAMES },
    options: { noPager: VIEW.noPager },
  },
} as const satisfies Record<CommandName, CommandEntry>;

/** Whether a word is a command's name. */
export function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

/** The options that most commands share; the usual ones of them, which the program's own help names. */
export const SHARED_OPTIONS: readonly Entry[] = Object.values(VIEW);
export const USUAL_OPTIONS: readonly Entry[] = [VIEW.format, DATA, VIEW.noPager];

/** The options of the program and of all commands. */
export const OPTIONS = [PROGRAM, ...Object.values<CommandEntry>(COMMANDS)].flatMap(({ options }) =>
  Object.values<Entry>(options),
);

/** The spellings of an option, `-o` and `--output`. */
export function spellingsOf({ usage }: Pick<Entry, 'usage'>): string[] {
  return usage.match(/(?<![\w-])--?[\w-]+/g) ?? [];
}

/**
 * The placeholder of an option or argument: its name, whether it may be left out, whether it stands for several words.
 * Undefined where there is none.
 */
export function placeholderOf({ usage }: Pick<Entry, 'usage'> = { usage: '' }) {
  // It is all that stands in brackets, and last. Not by a pattern, which takes longer to make than all words to read.
  const start = Math.max(usage.indexOf('<'), usage.indexOf('['));
  if (start === -1) return undefined;
  const isOptional = usage[start] === '[';
  const word = usage.slice(start + 1, -1);
  return { name: word.replace('...', ''), isOptional, isVariadic: word.endsWith('...') };
}

/** An option's description with its choices. */
export function optionMeaning({ description, choices }: Entry): string {
  return choices === undefined ? description : `${description}: ${eitherOf(choices)}`;
}

/** An option's description with its choices and its default. */
export function optionDescription(option: Entry): string {
  const preset = option.defaultText ?? option.default;
  return optionMeaning(option) + (preset === undefined ? '' : ` (default: ${preset})`);
}

/** Words to choose from: `a, b or c`. */
export function eitherOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
