import { InputError } from '../errors.ts';
import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
  type Entry,
  eitherOf,
  isCommand,
  placeholderOf,
  spellingsOf,
} from './command-table.ts';
import { type Token, tokensOf } from './typed-line.ts';

/** The value of an option, as its entry in the table says. */
type Value<Option extends Entry> = Option extends { readonly isRepeated: true }
  ? readonly string[]
  : Option extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : Option extends { readonly bounds: object }
      ? number
      : Option['usage'] extends `${string}<${string}`
        ? string
        : Option['usage'] extends `${string}[${string}`
          ? string | true
          : true;

/** What an option is where it is not given. */
type Missing<Option> = Option extends { readonly default: string } | { readonly isRepeated: true }
  ? never
  : undefined;

/** The values of options, as the table declares them. */
type Values<Entries extends CommandEntry['options']> = {
  readonly [Name in keyof Entries]: Value<Entries[Name]> | Missing<Entries[Name]>;
};

export type Options<Name extends CommandName> = Values<(typeof COMMANDS)[Name]['options']>;

/** A command line that was read. */
export type CommandLine = {
  [Name in CommandName]: {
    readonly command: Name;
    readonly words: readonly string[];
    readonly options: Options<Name>;
  };
}[CommandName];

/**
 * Reads a command line, its command first, that is as the table declares it. Undefined for any other, help included: what
 * is wrong with it, or what it asks for, commander explains, which is made from the same table and takes longer to load
 * than to answer.
 *
 * @throws InputError when an option's value is none of its choices, or out of its bounds.
 */
export function readCommandLine([command, ...typed]: readonly string[]): CommandLine | undefined {
  if (!isCommand(command)) return undefined;
  const entry: CommandEntry = COMMANDS[command];
  const tokens = tokensOf(typed, Object.values(entry.options));
  const words = tokens.flatMap(({ kind, value = '' }) => (kind === 'word' ? [value] : []));
  if (!tokens.every(isWhole) || !areTaken(words, entry)) return undefined;
  const values = Object.entries(entry.options).map(([name, option]) => [name, valueIn(tokens, option)]);
  // The table says what each value is, and `valueIn` makes just that of it.
  return { command, words, options: Object.fromEntries(values) } as CommandLine;
}

/** Whether an option is known, and has a value where it takes one, and only there. */
function isWhole({ kind, option, value }: Token): boolean {
  const takes = placeholderOf(option);
  const isFit = takes?.isOptional || (takes === undefined) === (value === undefined);
  return kind !== 'option' || (option !== undefined && isFit);
}

/** Whether a command takes some words. */
export function areTaken(words: readonly string[], { argument }: CommandEntry): boolean {
  const takes = placeholderOf(argument);
  if (takes === undefined || words.length === 0) return words.length === 0 && takes?.isOptional !== false;
  return (takes.isVariadic || words.length === 1) && words.every((word) => isTaken(word, argument));
}

/** All values of an option that may be repeated; the last of any other, or its default. */
function valueIn(tokens: readonly Token[], option: Entry): unknown {
  const given = tokens
    .filter((token) => token.option === option)
    .map(({ value }) => (value === undefined ? true : valueRead(option, value)));
  return option.isRepeated ? given : (given.at(-1) ?? option.default);
}

function valueRead(option: Entry, typed: string): string | number {
  if (isTaken(typed, option)) return option.bounds === undefined ? typed : Number(typed);
  const flag = spellingsOf(option).at(-1);
  throw new InputError(`${flag} takes ${takenBy(option)}, not "${typed}"`);
}

/** Whether a word may stand for the placeholder: any may, unless the table says otherwise. */
function isTaken(typed: string, { choices, bounds }: Partial<Entry> = {}): boolean {
  if (bounds === undefined) return choices?.includes(typed) ?? true;
  return /^\d+$/.test(typed) && Number(typed) >= bounds.least && Number(typed) <= bounds.most;
}

/** What an option takes, or a command for its argument, in words. */
export function takenBy(entry: Entry | undefined): string {
  const { choices, bounds } = entry ?? {};
  if (choices !== undefined) return eitherOf(choices);
  if (bounds !== undefined) return `a whole number from ${bounds.least} to ${bounds.most}`;
  const name = placeholderOf(entry)?.name;
  return name === undefined ? 'no words' : `one ${name}`;
}
