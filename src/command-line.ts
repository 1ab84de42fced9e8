import { type Command, CommanderError } from 'commander';
import { declareProgram, type Handlers } from './cli.ts';
import type { Result } from './commands/result.ts';
import { exitStatus, InputError } from './errors.ts';
import { addHelp } from './help.ts';
import { open } from './prepared.ts';
import type { Named } from './search/topic.ts';
import { VERSION } from './version.ts';
import { versionText } from './version-text.ts';

/**
 * Parses the command line and runs its command; gives what is to be printed where that was help or the version.
 *
 * @param columns of the terminal, if there is one.
 * @throws InputError when the command line is wrong, with what to type instead.
 */
export async function runCommandLine(
  handlers: Handlers,
  argv: readonly string[],
  columns: number | undefined,
): Promise<Result | undefined> {
  const program = declareProgram(handlers, VERSION);
  const printed: string[] = [];
  const print = (text: string) => {
    printed.push(text);
  };
  addHelp(program, columns);
  for (const command of [program, ...program.commands]) {
    // What commander says of an error is shown by `main`, in one line.
    command.exitOverride().configureOutput({ writeOut: print, writeErr: print, outputError: () => {} });
  }
  try {
    ensureHelpKnows(program, argv);
    await program.parseAsync(argv, { from: 'user' });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === 'commander.version') return success(await versionText());
    if (thrown.exitCode === 0) return success(printed.join(''));
    if (thrown.code === 'commander.help')
      return { out: '', error: printed.join(''), status: exitStatus.wrongUse };
    throw new InputError(await usageMessage(thrown, argv));
  }
}

function success(out: string): Result {
  return { out, error: '', status: exitStatus.answered };
}

/** Commander answers `help nosuch` with the help of the program, as if nothing were wrong. */
function ensureHelpKnows(program: Command, [first, topic]: readonly string[]): void {
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return;
  const names = ['help', ...program.commands.map((command) => command.name())];
  if (names.includes(topic)) return;
  throw new InputError(`no command "${topic}" to help with; there are ${names.join(', ')}`);
}

/** Commander's message in one line, with what to type next. */
async function usageMessage({ message, code }: CommanderError, argv: readonly string[]): Promise<string> {
  const said = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '')
    .replace(/ \(Did you mean (.*)\?\)$/s, '; did you mean $1?');
  const next = code === 'commander.unknownCommand' ? await askOrShow(argv) : 'See: rustpolicy --help';
  return `${said}${said.endsWith('?') ? ' ' : '; '}${said.endsWith('?') ? next : lowerFirst(next)}`;
}

/** People type a question, or a topic's name, where a command belongs. */
async function askOrShow(argv: readonly string[]): Promise<string> {
  const words = argv.filter((word) => !word.startsWith('-'));
  const topic = words.length === 1 ? await bundledTopic(words[0] ?? '') : undefined;
  return topic?.kind === 'found'
    ? `To read that topic: rustpolicy show ${topic.section.name}`
    : `To ask a question: rustpolicy ask ${words.join(' ')}`;
}

async function bundledTopic(typed: string): Promise<Named> {
  const { topicNamed } = await import('./search/topic.ts');
  return topicNamed((await open(undefined)).policy, typed);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
