import type { CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { shellWord } from '../render/no-answer.ts';
import { editDistance } from '../search/spelling.ts';
import { isContentStem, stemOf } from '../search/words.ts';
import { isCommand, type OrderedLine } from './command-first.ts';
import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
  PROGRAM,
  PROGRAM_OPTIONS,
  placeholderIn,
  spellingsOf,
} from './command-table.ts';

/** A command line that commander refuses, and why. */
export interface Refused extends OrderedLine {
  readonly command: CommandName;
  readonly error: CommanderError;
}

/** Commander's message on it in one line, with what to type next. */
export function usageMessage(refused: Refused): string {
  const { argv, command, error } = refused;
  const said = error.message.replace(/^error: /, '').replace(/\.$/, '');
  switch (error.code) {
    case 'commander.unknownOption':
      return optionMessage(refused, /'(.*)'/.exec(said)?.[1] ?? '');
    case 'commander.excessArguments':
      return `${command} takes ${takenBy(command)}; to ask a question: ${commandLine('ask', '--', ...argv)}`;
    default:
      return `${said}; see: ${helpFor(refused)}`;
  }
}

function takenBy(command: CommandName): string {
  const { argument }: CommandEntry = COMMANDS[command];
  return argument === undefined ? 'no words' : `one ${placeholderIn(argument.usage)?.name}`;
}

/** What to type in place of an option that the command does not have, or that stands there with a value it does not take. */
function optionMessage(refused: Refused, typed: string): string {
  const { argv, command, isBare } = refused;
  const [flag = '', value] = typed.split('=', 2);
  const own = [...spellings(command), ...Object.values(PROGRAM_OPTIONS).flatMap(spellingsOf)];
  if (value !== undefined && own.includes(flag)) {
    return `option '${flag}' takes no value; see: ${helpFor(refused)}`;
  }
  const takesQuestion = command === 'ask' || command === 'mail';
  const owner = Object.keys(COMMANDS)
    .filter(isCommand)
    .find((name) => spellings(name).includes(flag));
  if (owner !== undefined) {
    const isQuestion = takesQuestion && (owner === 'ask' || owner === 'mail');
    const line = isQuestion ? commandLine(owner, ...argv.slice(1)) : `${PROGRAM.name} ${owner} ${flag}`;
    return `option '${flag}' is not for ${command}; did you mean: ${line}`;
  }
  const near = own.filter((option) => isNearOption(flag, option));
  if (near.length > 0)
    return `unknown option '${flag}'; did you mean ${near.join(' or ')}? See: ${helpFor(refused)}`;
  const words = argv.slice(1).filter((word) => !/^-./.test(word) || word === typed);
  if (!takesQuestion || words.length < 3) return `unknown option '${typed}'; see: ${helpFor(refused)}`;
  const asked = commandLine(isBare ? 'ask' : command, '--', ...argv.slice(1).filter((word) => word !== '--'));
  return `unknown option '${typed}'; to take it for a word: ${asked}`;
}

/** What an option was meant to be: at most a slip in four letters away, or begun with what was typed. */
function isNearOption(typed: string, option: string): boolean {
  if (typed.length < 4 || option.length < 4) return false;
  return option.startsWith(typed) || editDistance(typed, option) <= typed.length / 4;
}

function spellings(command: CommandName): string[] {
  return Object.values<CommandEntry['options'][string]>(COMMANDS[command].options).flatMap(spellingsOf);
}

function helpFor({ command, isBare }: Refused): string {
  return isBare ? `${PROGRAM.name} --help` : `${PROGRAM.name} ${command} --help`;
}

/** The program with some words as a person types it in a shell. */
export function commandLine(...words: readonly string[]): string {
  return [PROGRAM.name, ...words.map(shellWord)].join(' ');
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
    throw new InputError(`there is no command "${first}"; to see it: ${PROGRAM.name} --${first}`);
  }
  const command = commandNear(first);
  if (command === undefined || !takes(command, rest, isTopic)) return;
  throw new InputError(
    `no command "${first}"; did you mean: ${commandLine(command, ...rest)}; to ask it as it is: ${commandLine('ask', ...words)}`,
  );
}

/** The command that a word misspells by one slip; the small words of a sentence do not, as "how" and "as". */
function commandNear(word: string): CommandName | undefined {
  if (word.length < 3 || !isContentStem(stemOf(word))) return undefined;
  return Object.keys(COMMANDS)
    .filter(isCommand)
    .find((name) => editDistance(word, name) === 1);
}

function takes(
  command: CommandName,
  words: readonly string[],
  isTopic: (words: readonly string[]) => boolean,
) {
  const { argument }: CommandEntry = COMMANDS[command];
  if (words.length === 0) return true;
  if (command === 'show') return isTopic(words);
  if (command === 'help') return words.length === 1 && isCommand(words[0]);
  const isSeveral = argument !== undefined && placeholderIn(argument.usage)?.isVariadic;
  return isSeveral || (argument !== undefined && words.length === 1 && isChoice(argument.choices, words[0]));
}

function isChoice(choices: readonly string[] | undefined, word: string | undefined): boolean {
  return choices === undefined || choices.some((choice) => choice === word);
}
