import type { CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { typed } from '../render/no-answer.ts';
import { editDistance } from '../search/spelling.ts';
import { isContentStem, stemOf } from '../search/words.ts';
import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
  eitherOf,
  isCommand,
  type OptionEntry,
  PROGRAM_OPTIONS,
  spellingsOf,
} from './command-table.ts';
import examples from './examples.json' with { type: 'json' };
import { areTaken, takenBy } from './read.ts';
import { type OrderedLine, tokensOf } from './typed-line.ts';

const NAMES = Object.keys(COMMANDS).filter(isCommand);

/** A command line that commander refuses, and why. */
export interface Refused extends OrderedLine {
  readonly command: CommandName;
  readonly error: Pick<CommanderError, 'code' | 'message'>;
}

/** What is wrong with it, in one line, with what to type next. */
export function usageMessage(refused: Refused): string {
  const { argv, command, error } = refused;
  const { argument }: CommandEntry = COMMANDS[command];
  const taken = `${command} takes ${takenBy(argument ?? {}, argument?.usage)}`;
  const [, quoted = ''] = /'(.*)'/s.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownOption':
      return optionMessage(refused, quoted);
    case 'commander.optionMissingArgument': {
      const option = optionsOf(command).find(({ flags }) => flags === quoted);
      return `${quoted} takes ${takenBy(option ?? {}, quoted)}; see: ${helpFor(refused)}`;
    }
    case 'commander.missingArgument':
      return `${taken}, as in: ${examples[command][0]?.[0]}`;
    default:
      return `${taken}; to ask a question: ${literally('ask', argv)}`;
  }
}

/** What to type in place of an option that the command does not have, or that stands there with a value it does not take. */
function optionMessage(refused: Refused, unknown: string): string {
  const { argv, command } = refused;
  const [flag = '', value] = unknown.split('=', 2);
  const own = [...spellings(command), ...Object.values(PROGRAM_OPTIONS).flatMap(spellingsOf)];
  const see = `see: ${helpFor(refused)}`;
  if (value !== undefined && own.includes(flag)) return `option '${flag}' takes no value; ${see}`;
  const owner = NAMES.find((name) => spellings(name).includes(flag));
  if (owner !== undefined) {
    return `option '${flag}' is not for ${command}; did you mean: ${typed([owner, ...argv.slice(1)])}`;
  }
  const words = argv.slice(1).filter((word) => !/^-./.test(word) || word === unknown);
  const isQuestion = (command === 'ask' || command === 'mail') && words.length > 2;
  const next = isQuestion ? `to take it for a word: ${literally(command, argv.slice(1))}` : see;
  const near = [...meantChoices(command, flag), ...own.filter((option) => isNearOption(flag, option))];
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

/** What an option was meant to be: at most a slip in four letters away, or begun with what was typed, `-d` too. */
function isNearOption(typed: string, option: string): boolean {
  if (typed.length === 2) return option.startsWith(`-${typed}`);
  if (typed.length < 4 || option.length < 4) return false;
  return option.startsWith(typed) || editDistance(typed, option) <= typed.length / 4;
}

function optionsOf(command: CommandName): readonly OptionEntry[] {
  return Object.values<OptionEntry>(COMMANDS[command].options);
}

function spellings(command: CommandName): string[] {
  return optionsOf(command).flatMap(spellingsOf);
}

function helpFor({ command, isBare }: Refused): string {
  return typed(isBare ? ['--help'] : [command, '--help']);
}

/** A command line that takes for words all but its own options. */
function literally(command: 'ask' | 'mail', argv: readonly string[]): string {
  const tokens = tokensOf(argv, optionsOf(command));
  const kindAt = (at: number) => {
    const token = tokens.findLast((token) => token.at <= at);
    return token?.kind === 'option' && token.option === undefined ? 'word' : token?.kind;
  };
  const those = (kind: 'word' | 'option') => argv.filter((_, at) => kindAt(at) === kind);
  return typed([command, ...those('option'), '--', ...those('word')]);
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
  if (words.length === 1 && spellingsOf(PROGRAM_OPTIONS.version).includes(`--${first}`)) {
    throw new InputError(`there is no command "${first}"; to see it: ${typed([`--${first}`])}`);
  }
  const command = commandNear(first);
  if (command === undefined || !areTaken(rest, COMMANDS[command])) return;
  if (command === 'show' && rest.length > 0 && !isTopic(rest)) return;
  const [meant, asked] = [typed([command, ...rest]), typed(['ask', ...words])];
  throw new InputError(`no command "${first}"; did you mean: ${meant}; to ask it as it is: ${asked}`);
}

/** The command that a word misspells by one slip, or by its case; the small words of a sentence do not, as "how" and "as". */
function commandNear(word: string): CommandName | undefined {
  if (word.length < 3 || !isContentStem(stemOf(word))) return undefined;
  return NAMES.find((name) => editDistance(word.toLowerCase(), name) <= 1);
}
