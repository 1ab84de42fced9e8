import { parseArgs } from 'node:util';
import { InputError } from '../errors.ts';
import { isCommand } from './command-first.ts';
import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
  type OptionEntry,
  placeholderIn,
  spellingsOf,
} from './command-table.ts';

/** The value of an option, as its entry in the table says. */
type Value<Option extends OptionEntry> = Option extends { readonly isRepeated: true }
  ? readonly string[]
  : Option extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : Option extends { readonly bounds: object }
      ? number
      : Option['flags'] extends `${string}<${string}`
        ? string
        : Option['flags'] extends `${string}[${string}`
          ? string | true
          : true;

/** The names of options that have a value even where none is given. */
type Preset<Options> = {
  [Name in keyof Options]: Options[Name] extends { readonly default: string } | { readonly isRepeated: true }
    ? Name
    : never;
}[keyof Options];

/** The values of a command's options. */
export type Values<Options extends CommandEntry['options']> = {
  readonly [Name in Preset<Options>]: Value<Options[Name]>;
} & { readonly [Name in Exclude<keyof Options, Preset<Options>>]?: Value<Options[Name]> };

/** The words behind a command; one of the choices, where its argument has any. */
type Words<Command> = Command extends { readonly argument: { readonly choices: readonly (infer Choice)[] } }
  ? readonly [Choice]
  : readonly string[];

/** A command line that was read. */
export type CommandLine = {
  [Name in Exclude<CommandName, 'help'>]: {
    readonly command: Name;
    readonly words: Words<(typeof COMMANDS)[Name]>;
    readonly options: Values<(typeof COMMANDS)[Name]['options']>;
  };
}[Exclude<CommandName, 'help'>];

/** A token of `parseArgs`. */
type ArgumentToken = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/**
 * Reads a command line, its command first, that is as the table declares it. Undefined for any other, help included: what is wrong with it,
 * or what it asks for, commander explains, which is made from the same table and takes longer to load than to answer.
 *
 * @throws InputError when an option's or argument's value is none of its choices or bounds.
 */
export function readCommandLine(argv: readonly string[]): CommandLine | undefined {
  const [command] = argv;
  if (!isCommand(command) || command === 'help') return undefined;
  const entry: CommandEntry = COMMANDS[command];
  const typed = typedIn(argv.slice(1), entry);
  if (typed === undefined || !isRightCount(typed.words.length, entry)) return undefined;
  const { argument } = entry;
  if (argument?.choices !== undefined)
    for (const word of typed.words) ensureChoice(command, word, argument.choices);
  // The table says what each value is, and `valueRead` makes just that of it.
  return { command, words: typed.words, options: valuesOf(typed.values, entry) } as CommandLine;
}

/** What was typed behind a command: its words, and each option's values in order. */
interface Typed {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, readonly (string | true)[]>;
}

function typedIn(argv: readonly string[], { options }: CommandEntry): Typed | undefined {
  const names = new Map(
    Object.entries(options).flatMap(([name, option]) => spellingsOf(option).map((flag) => [flag, name])),
  );
  const words: string[] = [];
  const values = new Map<string, (string | true)[]>();
  const tokens = tokensOf(argv, options);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'positional') words.push(token.value);
    if (token?.kind !== 'option') continue;
    const name = names.get(token.rawName);
    const takes = placeholderIn(options[name ?? '']?.flags ?? '');
    const next = tokens[at + 1];
    // `--reply FILE`, where the file may be left out, is read as an option alone with a word behind it.
    const isNextIts = takes?.isOptional === true && token.value === undefined && isWordBehind(token, next);
    const value = isNextIts ? next.value : token.value;
    if (isNextIts) at += 1;
    const isWhole = takes === undefined ? value === undefined : takes.isOptional || value !== undefined;
    if (name === undefined || !isWhole) return undefined;
    values.set(name, [...(values.get(name) ?? []), value ?? true]);
  }
  return { words, values };
}

function tokensOf(argv: readonly string[], options: CommandEntry['options']): readonly ArgumentToken[] {
  const declared = Object.values(options).map((option) => {
    const spellings = spellingsOf(option).map((flag) => flag.replace(/^--?/, ''));
    const takes = placeholderIn(option.flags);
    const type: 'string' | 'boolean' = takes === undefined || takes.isOptional ? 'boolean' : 'string';
    const short = spellings.find(({ length }) => length === 1);
    return [spellings.at(-1) ?? '', { type, ...(short === undefined ? {} : { short }) }] as const;
  });
  const read = { args: [...argv], options: Object.fromEntries(declared), tokens: true } as const;
  const { tokens } = parseArgs({ ...read, strict: false, allowPositionals: true });
  // Commander takes a negative number for a word; here it is an option, or with a point several.
  return tokens.flatMap((token, at): ArgumentToken[] => {
    const { index } = token;
    const value = argv[index] ?? '';
    if (token.kind !== 'option' || !NEGATIVE.test(value)) return [token];
    return tokens[at - 1]?.index === index ? [] : [{ kind: 'positional', index, value }];
  });
}

/** A negative number, as commander knows it. */
const NEGATIVE = /^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/;

function isWordBehind(
  { index }: ArgumentToken,
  next: ArgumentToken | undefined,
): next is ArgumentToken & { readonly kind: 'positional' } {
  return next?.kind === 'positional' && next.index === index + 1;
}

function isRightCount(count: number, { argument }: CommandEntry): boolean {
  const takes = argument === undefined ? undefined : placeholderIn(argument.usage);
  if (takes === undefined) return count === 0;
  return (takes.isVariadic || count <= 1) && (takes.isOptional || count > 0);
}

function valuesOf(values: Typed['values'], { options }: CommandEntry): object {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]): [string, unknown][] => {
      const given = (values.get(name) ?? []).map((typed) => valueRead(option, typed));
      if (option.isRepeated) return [[name, given]];
      const last = given.at(-1) ?? option.default;
      return last === undefined ? [] : [[name, last]];
    }),
  );
}

function valueRead(option: OptionEntry, typed: string | true): string | number | true {
  if (typed === true) return true;
  const flag = spellingsOf(option).at(-1) ?? '';
  if (option.choices !== undefined) ensureChoice(flag, typed, option.choices);
  return option.bounds === undefined ? typed : numberOf(flag, typed, option.bounds);
}

function ensureChoice(taker: string, typed: string, choices: readonly string[]): void {
  if (choices.includes(typed)) return;
  const all = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  throw new InputError(`${taker} takes ${all}, not "${typed}"`);
}

function numberOf(flag: string, typed: string, { least, most }: NonNullable<OptionEntry['bounds']>): number {
  const number = Number(typed);
  if (/^\d+$/.test(typed) && number >= least && number <= most) return number;
  throw new InputError(`${flag} takes a whole number from ${least} to ${most}, not "${typed}"`);
}
