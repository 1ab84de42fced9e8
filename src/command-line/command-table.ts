import { Argument, Command, Option } from 'commander';
import type { AskOptions } from '../commands/ask.ts';
import { CHECK_FORMATS, type CheckOptions } from '../commands/check.ts';
import type { MailOptions } from '../commands/mail-options.ts';
import { FORMATS, type ViewOptions } from '../commands/view.ts';
import { SHELLS, type Shell } from '../completion/scripts.ts';
import { InputError } from '../errors.ts';
import { COLOR_CHOICES } from '../terminal/color.ts';
import { HYPERLINK_CHOICES } from '../terminal/hyperlinks.ts';
import { LEAST_WIDTH, MAIL_WIDTH } from '../terminal/width.ts';

/** What the commands do once the command line is read. */
export interface Handlers {
  readonly ask: (words: readonly string[], options: AskOptions) => Promise<void>;
  readonly list: (options: ViewOptions) => Promise<void>;
  readonly show: (topic: string, options: ViewOptions) => Promise<void>;
  readonly mail: (words: readonly string[], options: MailOptions) => Promise<void>;
  readonly check: (folder: string, options: CheckOptions) => Promise<void>;
  readonly completion: (shell: Shell) => Promise<void>;
}

const MOST_WIDTH = 10_000;

/** What the options are about, in the order of the help. */
const GROUPS = Object.freeze({
  headers: 'Header options:',
  output: 'Output options:',
  source: 'Source options:',
});

/** Every command and option, declared once: the parser, the help, the completions and the man page read this. */
export function declareProgram(handlers: Handlers, version: string): Command {
  const program = new Command('rustpolicy')
    .description("Look up what the Linux kernel's Rust policy says.")
    .version(version, '-V, --version', "print the version and the policy's revision")
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show help for a command');

  declareReading(program, handlers);
  declareMail(program).action((words: string[], options: MailOptions) => handlers.mail(words, options));
  declareCheck(program).action((folder: string, options: CheckOptions) => handlers.check(folder, options));
  program
    .command('completion')
    .description('print the script that makes a shell complete commands, options and topics')
    .addArgument(
      new Argument('<shell>', `one of ${SHELLS.join(', ')}`)
        .choices(SHELLS)
        .argParser(oneOf('completion', SHELLS)),
    )
    .helpOption('-h, --help', 'show this help')
    .action((shell: Shell) => handlers.completion(shell));
  return program;
}

/** The declarations alone, nothing behind them, for what is derived from them. */
export function declarations(): Command {
  const idle = async () => {};
  return declareProgram({ ask: idle, list: idle, show: idle, mail: idle, check: idle, completion: idle }, '');
}

/** The commands that show what the policy says; they have the options of a view in common. */
function declareReading(program: Command, handlers: Handlers): void {
  program
    .command('ask')
    .description("answer a question with the best section, in the policy's words")
    .argument('<question...>', 'the question, in any words; - reads it from standard input')
    .option('--brief', 'only the paragraph or list item that answers best')
    .option('--why', 'tell on standard error how the answer was found')
    .action((words: string[], options: AskOptions) => handlers.ask(words, options));
  program
    .command('list')
    .description('list all topics')
    .action((options: ViewOptions) => handlers.list(options));
  program
    .command('show')
    .description('show one section')
    .argument('<topic>', 'its number, name, heading, anchor, page URL, or the start of its name')
    .action((topic: string, options: ViewOptions) => handlers.show(topic, options));

  const shared = viewOptions();
  for (const command of program.commands) {
    command.helpOption('-h, --help', 'show this help');
    for (const option of shared) command.addOption(option);
  }
}

function declareCheck(program: Command): Command {
  return program
    .command('check')
    .description('list everything in a folder of Markdown that makes answers worse')
    .argument('<folder>', 'as for --data')
    .option('--verbose', 'name phrasings too that lead home only because they are listed')
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices(CHECK_FORMATS)
        .argParser(oneOf('--format', CHECK_FORMATS))
        .default('text')
        .helpGroup(GROUPS.output),
    )
    .helpOption('-h, --help', 'show this help');
}

function declareMail(program: Command): Command {
  const command = program
    .command('mail')
    .description('write a draft of a mail that quotes the best section; nothing is sent')
    .argument('[question...]', 'the question, in any words; - reads it from standard input')
    .helpOption('-h, --help', 'show this help');
  for (const option of mailOptions()) command.addOption(option);
  return command;
}

function mailOptions(): Option[] {
  return [
    new Option('--topic <topic>', 'quote this section, whatever is asked'),
    new Option('--reply [file]', 'answer a saved message, and all its people').default(
      undefined,
      'standard input',
    ),
    new Option('--brief', 'quote only the paragraph that answers'),
    several('--to <address>', 'who gets it; may be repeated'),
    several('--cc <address>', 'who gets a copy; may be repeated'),
    new Option('--subject <text>', 'what it is about')
      .default(undefined, "the section's heading, or Re: the message's")
      .helpGroup(GROUPS.headers),
    new Option('--in-reply-to <id>', 'a Message-ID, or its lore.kernel.org link').helpGroup(GROUPS.headers),
    new Option('-o, --output <file>', 'write a file').helpGroup(GROUPS.output),
    new Option('--force', 'let -o overwrite what is there').helpGroup(GROUPS.output),
    new Option('--utf8', 'keep what is not ASCII, with MIME headers').helpGroup(GROUPS.output),
    new Option('--width <columns>', `columns of text, ${MAIL_WIDTH.least} to ${MAIL_WIDTH.most}`)
      .default(undefined, String(MAIL_WIDTH.usual))
      .argParser(columns(MAIL_WIDTH.least, MAIL_WIDTH.most))
      .helpGroup(GROUPS.output),
    dataOption(),
  ];
}

function several(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((typed: string, before: readonly string[]) => [...before, typed])
    .default([], 'nobody')
    .helpGroup(GROUPS.headers);
}

function viewOptions(): Option[] {
  return [
    new Option('--format <format>', 'form of the output')
      .choices(FORMATS)
      .argParser(oneOf('--format', FORMATS))
      .default(undefined, 'terminal on a terminal, else text')
      .helpGroup(GROUPS.output),
    new Option('--width <columns>', 'columns of text')
      .default(undefined, "the terminal's, at most 100; else 80")
      .argParser(columns(LEAST_WIDTH, MOST_WIDTH))
      .helpGroup(GROUPS.output),
    new Option('--color <when>', 'when to use colour')
      .choices(COLOR_CHOICES)
      .argParser(oneOf('--color', COLOR_CHOICES))
      .default('auto')
      .helpGroup(GROUPS.output),
    new Option('--hyperlinks <when>', 'when to make links clickable, else footnotes')
      .choices(HYPERLINK_CHOICES)
      .argParser(oneOf('--hyperlinks', HYPERLINK_CHOICES))
      .default('auto')
      .helpGroup(GROUPS.output),
    new Option('--no-pager', 'never show long text through a pager').helpGroup(GROUPS.output),
    dataOption(),
  ];
}

function dataOption(): Option {
  return new Option('--data <folder>', 'a folder of Markdown to read instead of the policy').helpGroup(
    GROUPS.source,
  );
}

/** Reads `--width`, in columns. Throws InputError when it is out of bounds. */
export function columns(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const width = Number(typed);
    if (/^\d+$/.test(typed) && width >= least && width <= most) return width;
    throw new InputError(`--width takes a whole number of columns from ${least} to ${most}, not "${typed}"`);
  };
}

/** Reads one of some choices, which `what` takes, as it is typed. Throws InputError for anything else. */
export function oneOf<Choice extends string>(
  what: string,
  choices: readonly Choice[],
): (typed: string) => Choice {
  return (typed) => {
    const chosen = choices.find((choice) => choice === typed);
    if (chosen !== undefined) return chosen;
    throw new InputError(
      `${what} takes ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}, not "${typed}"`,
    );
  };
}
