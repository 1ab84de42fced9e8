import { InputError } from '../errors.ts';
import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
  eitherOf,
  isCommand,
  type OptionEntry,
  placeholderIn,
  spellingsOf,
} from './command-table.ts';
import { tokensOf } from './typed-line.ts';

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

type Values<Options extends CommandEntry['options']> = {
  readonly [Name in Preset<Options>]: Value<Options[Name]>;
} & { readonly [Name in Exclude<keyof Options, Preset<Options>>]?: Value<Options[Name]> };

/** The values of a command's options, as the table declares them. */
export type Options<Name extends CommandName> = Values<(typeof COMMANDS)[Name]['options']>;

/** The words behind a command: choices, where its argument has any. */
type Words<Command> = Command extends { readonly argument: { readonly choices: readonly (infer Choice)[] } }
  ? readonly Choice[]
  : readonly string[];

/** A command line that was read. */
export type CommandLine = {
  [Name in CommandName]: {
    readonly command: Name;
    readonly words: Words<(typeof COMMANDS)[Name]>;
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
export function readCommandLine(argv: readonly string[]): CommandLine | undefined {
  const [command] = argv;
  if (!isCommand(command)) return undefined;
  const entry: CommandEntry = COMMANDS[command];
  const typed = typedIn(argv.slice(1), entry);
  if (typed === undefined || !areTaken(typed.words, entry)) return undefined;
  // The table says what each value is, and `valueRead` makes just that of it.
  return { command, words: typed.words, options: valuesOf(typed.values, entry) } as CommandLine;
}

/** What was typed behind a command: its words, and each option's values in order. */
interface Typed {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<OptionEntry, readonly (string | true)[]>;
}

function typedIn(argv: readonly string[], { options }: CommandEntry): Typed | undefined {
  const words: string[] = [];
  const values = new Map<OptionEntry, (string | true)[]>();
  for (const token of tokensOf(argv, Object.values(options))) {
    if (token.kind === 'word') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { option, value } = token;
    if (option === undefined || !isWhole(option, value)) return undefined;
    values.set(option, [...(values.get(option) ?? []), value ?? true]);
  }
  return { words, values };
}

/** Whether an option has a value where it takes one, and only there. */
function isWhole({ flags }: OptionEntry, value: string | undefined): boolean {
  const takes = placeholderIn(flags);
  return takes?.isOptional || (takes === undefined) === (value === undefined);
}

/** Whether a command takes some words. */
export function areTaken(words: readonly string[], { argument }: CommandEntry): boolean {
  const takes = placeholderIn(argument?.usage ?? '');
  if (takes === undefined || words.length === 0) return words.length === 0 && takes?.isOptional !== false;
  return (takes.isVariadic || words.length === 1) && words.every((word) => isTaken(word, argument ?? {}));
}

function valuesOf(values: Typed['values'], { options }: CommandEntry): object {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]): [string, unknown][] => {
      const given = (values.get(option) ?? []).map((typed) => valueRead(option, typed));
      if (option.isRepeated) return [[name, given]];
      const last = given.at(-1) ?? option.default;
      return last === undefined ? [] : [[name, last]];
    }),
  );
}

function valueRead(option: OptionEntry, typed: string | true): string | number | true {
  if (typed === true) return true;
  if (isTaken(typed, option)) return option.bounds === undefined ? typed : Number(typed);
  throw new InputError(
    `${spellingsOf(option).at(-1)} takes ${takenBy(option, option.flags)}, not "${typed}"`,
  );
}

/** What may stand for a placeholder: any word, unless the table says otherwise. */
type Allowed = Pick<OptionEntry, 'choices' | 'bounds'>;

function isTaken(typed: string, { choices, bounds }: Allowed): boolean {
  if (bounds === undefined) return choices?.includes(typed) ?? true;
  return /^\d+$/.test(typed) && Number(typed) >= bounds.least && Number(typed) <= bounds.most;
}

/** What an option or a command takes, in words. */
export function takenBy({ choices, bounds }: Allowed, usage = ''): string {
  if (choices !== undefined) return eitherOf(choices);
  if (bounds !== undefined) return `a whole number from ${bounds.least} to ${bounds.most}`;
  const name = placeholderIn(usage)?.name;
  return name === undefined ? 'no words' : `one ${name}`;
}
