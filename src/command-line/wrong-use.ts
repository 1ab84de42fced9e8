import type { CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { shellLine } from '../render/notice.ts';
import { editDistance } from '../search/spelling.ts';
import { isContentStem, stemOf } from '../search/words.ts';
import {
  COMMAND_NAMES,
  COMMANDS,
  type CommandEntry,
  type CommandName,
  type Entry,
  eitherOf,
  PROGRAM,
  spellingsOf,
} from './command-table.ts';
import examples from './examples.json' with { type: 'json' };
import { areTaken, type OrderedLine, takenBy, tokensOf } from './read.ts';

/** The fault of a command line that commander refuses, in one line that ends in what to type next. */
export function usageMessage(command: CommandName, line: OrderedLine, error: CommanderError): string {
  const { argument }: CommandEntry = COMMANDS[command];
  const taken = `${command} takes ${takenBy(argument)}`;
  const [, quoted = ''] = /'(.*)'/s.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownOption':
      return optionMessage(quoted, command, line);
    case 'commander.optionMissingArgument': {
      const option = optionsOf(command).find(({ usage }) => usage === quoted);
      return `${quoted} takes ${takenBy(option)}; ${helpOf(command, line)}`;
    }
    case 'commander.missingArgument':
      return `${taken}, as in: ${examples[command][0]?.[0]}`;
    default:
      return `${taken}; to ask a question: ${literally('ask', line.argv)}`;
  }
}

/** Where to read on. */
function helpOf(command: CommandName, { isBare }: OrderedLine): string {
  return `see: ${shellLine(isBare ? ['--help'] : [command, '--help'])}`;
}

/** The message for an option that the command does not have, or that has a value there but takes none. */
function optionMessage(unknown: string, command: CommandName, line: OrderedLine): string {
  const words = line.argv.slice(1);
  const see = helpOf(command, line);
  const [flag = '', value] = unknown.split('=', 2);
  const own = [...optionsOf(command), ...Object.values(PROGRAM.options)].flatMap(spellingsOf);
  if (value !== undefined && own.includes(flag)) return `option '${flag}' takes no value; ${see}`;
  const owner = COMMAND_NAMES.find((name) => optionsOf(name).flatMap(spellingsOf).includes(flag));
  if (owner !== undefined) {
    return `option '${flag}' is not for ${command}; did you mean: ${shellLine([owner, ...words])}`;
  }
  const near = [...meantChoices(command, flag), ...own.filter((option) => isNearOption(flag, option))];
  if (near.length === 1 && flag.startsWith('--')) {
    const meant = unknown.replace(flag, near.join()).split(' ');
    const mended = words.flatMap((word) => (word === unknown ? meant : [word]));
    return `unknown option '${flag}'; did you mean: ${shellLine([...(line.isBare ? [] : [command]), ...mended])}`;
  }
  const plain = words.filter((word) => !/^-./.test(word) || word === unknown);
  const isQuestion = (command === 'ask' || command === 'mail') && plain.length > 2;
  const next = isQuestion ? `to take it for a word: ${literally(command, words)}` : see;
  if (near.length === 0) return `unknown option '${unknown}'; ${next}`;
  return `unknown option '${flag}'; did you mean ${eitherOf(near)}? ${next.charAt(0).toUpperCase()}${next.slice(1)}`;
}

/** The choice that was typed as if it were an option, `--json`, or the `never` that `--no-color` stands for elsewhere. */
function meantChoices(command: CommandName, flag: string): string[] {
  return optionsOf(command).flatMap((option) => {
    const long = spellingsOf(option).at(-1) ?? '';
    const meant = flag === `--no${long.slice(1)}` ? 'never' : flag.slice(2);
    return option.choices?.includes(meant) ? [`${long} ${meant}`] : [];
  });
}

/** Whether an option may have been meant: it is at most a slip in four letters away, or begins with what was typed, `-d` too. */
function isNearOption(typed: string, option: string): boolean {
  if (typed.length === 2) return option.startsWith(`-${typed}`);
  if (typed.length < 4 || option.length < 4) return false;
  return option.startsWith(typed) || editDistance(typed, option) <= typed.length / 4;
}

function optionsOf(command: CommandName): readonly Entry[] {
  return Object.values<Entry>(COMMANDS[command].options);
}

/** A command line that takes for words all but its own options. */
function literally(command: 'ask' | 'mail', argv: readonly string[]): string {
  const tokens = tokensOf(argv, optionsOf(command));
  const those = (areOptions: boolean) =>
    tokens.flatMap(({ kind, at, option }, index) =>
      kind !== 'end' && areOptions === (option !== undefined) ? argv.slice(at, tokens[index + 1]?.at) : [],
    );
  return shellLine([command, ...those(true), '--', ...those(false)]);
}

/**
 * Words without a command are a question, unless the first is nearly a command, alone or before what that takes.
 *
 * @param isTopic whether words name topics.
 * @throws InputError where a command was meant.
 */
export function ensureQuestion(
  words: readonly string[],
  isTopic: (words: readonly string[]) => boolean,
): void {
  const [first = '', ...rest] = words;
  if (words.length === 1 && spellingsOf(PROGRAM.options.version).includes(`--${first}`)) {
    throw new InputError(`there is no command "${first}"; to see it: ${shellLine([`--${first}`])}`);
  }
  const command = commandNear(first);
  if (command === undefined || !areTaken(rest, COMMANDS[command])) return;
  if (command === 'show' && rest.length > 0 && !isTopic(rest)) return;
  const [meant, asked] = [shellLine([command, ...rest]), shellLine(['ask', ...words])];
  throw new InputError(`no command "${first}"; did you mean: ${meant}; to ask it as it is: ${asked}`);
}

/** The command that a word misspells by one slip, or by its case; the small words of a sentence do not, as "how" and "as". */
function commandNear(word: string): CommandName | undefined {
  if (word.length < 3 || !isContentStem(stemOf(word))) return undefined;
  return COMMAND_NAMES.find((name) => editDistance(word.toLowerCase(), name) <= 1);
}
