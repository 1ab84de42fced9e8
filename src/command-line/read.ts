import { InputError } from '../errors.ts';
import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
  type Entry,
  eitherOf,
  isCommand,
  OPTIONS,
  PROGRAM,
  placeholderOf,
  spellingsOf,
} from './command-table.ts';

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

/** The value of an option that is not given. */
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

/** A command line as it is read: its command first. */
export interface OrderedLine {
  readonly argv: readonly string[];
  /** All of it, in its own order. */
  readonly typed: readonly string[];
  /** No command was typed, and `ask` was put in its place. */
  readonly isBare: boolean;
}

/** Puts the command first, which people type behind options too, as git's; without one, the words are a question. */
export function commandFirst(typed: readonly string[]): OrderedLine {
  const at = commandPlace(typed);
  const before = typed.slice(0, at);
  const { version, help } = PROGRAM.options;
  const tokens = tokensOf(before, OPTIONS).filter(({ value }) => value === undefined);
  const isAsked = (option: Entry) => tokens.some((token) => token.option === option);
  if (isAsked(version)) return { argv: ['--version'], typed, isBare: false };
  const word = typed[at];
  if (isCommand(word)) return { argv: [word, ...before, ...typed.slice(at + 1)], typed, isBare: false };
  if (isAsked(help)) return { argv: ['--help'], typed, isBare: false };
  return { argv: ['ask', ...typed], typed, isBare: true };
}

/** Where the command stands, or would: at the first word that is neither an option nor the value of one. */
export function commandPlace(argv: readonly string[]): number {
  return tokensOf(argv, OPTIONS).find(({ kind }) => kind !== 'option')?.at ?? argv.length;
}

/** The last value that a command line, which may be too wrong to be read, gives to an option. */
export function lastGiven(argv: readonly string[], option: Entry): string | undefined {
  return tokensOf(argv, OPTIONS).findLast((token) => token.option === option)?.value;
}

/** A word, an option with its value, or the end of options in a command line: `--` is the end of its options, behind which all are words. */
export interface Token {
  readonly kind: 'word' | 'option' | 'end';
  readonly at: number;
  /** The word, or what was given to an option, be it that it takes nothing. */
  readonly value?: string | undefined;
  /** Undefined where none is spelt so. */
  readonly option?: Entry | undefined;
}

/** Takes a command line apart as commander does. */
export function tokensOf(argv: readonly string[], options: readonly Entry[]): Token[] {
  const tokens: Token[] = [];
  let isLiteral = false;
  for (let at = 0; at < argv.length; at += 1) {
    const typed = argv[at] ?? '';
    if (isLiteral || !isOption(typed)) {
      tokens.push({ kind: 'word', at, value: typed });
    } else if (typed === '--') {
      isLiteral = true;
      tokens.push({ kind: 'end', at });
    } else {
      const { flag, glued } = flagIn(typed);
      const option = options.find((each) => each.usage.includes(flag) && spellingsOf(each).includes(flag));
      const takes = placeholderOf(option);
      const next = argv[at + 1];
      const isNextIts = takes !== undefined && glued === undefined && !(takes.isOptional && isOption(next));
      tokens.push({ kind: 'option', at, option, value: isNextIts ? next : glued });
      if (isNextIts) at += 1;
    }
  }
  return tokens;
}

/** An option as it is typed: a value may be glued to it, `--output=file`, `-ofile`. */
function flagIn(typed: string): { flag: string; glued?: string } {
  const isLong = typed.startsWith('--');
  const end = isLong ? typed.indexOf('=') : 2;
  if (end === -1 || end === typed.length) return { flag: typed };
  return { flag: typed.slice(0, end), glued: typed.slice(isLong ? end + 1 : end) };
}

/** A negative number is a word, and `-` alone. */
function isOption(typed: string | undefined): boolean {
  if (typed === undefined || typed === '-' || !typed.startsWith('-')) return false;
  return typed.startsWith('--') || !/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(typed);
}

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

/** The values that an option takes, or a command for its argument, in words. */
export function takenBy(entry: Entry | undefined): string {
  const { choices, bounds } = entry ?? {};
  if (choices !== undefined) return eitherOf(choices);
  if (bounds !== undefined) return `a whole number from ${bounds.least} to ${bounds.most}`;
  const name = placeholderOf(entry)?.name;
  return name === undefined ? 'no words' : `one ${name}`;
}
