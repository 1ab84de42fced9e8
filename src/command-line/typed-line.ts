import {
  isCommand,
  OPTIONS,
  type OptionEntry,
  PROGRAM_OPTIONS,
  placeholderIn,
  spellingsOf,
} from './command-table.ts';

/** A command line as it is read: its command first. */
export interface OrderedLine {
  readonly argv: readonly string[];
  /** No command was typed, and `ask` was put in its place. */
  readonly isBare: boolean;
}

/** Puts the command first, which people type behind options too, as git's; without one, the words are a question. */
export function commandFirst(typed: readonly string[]): OrderedLine {
  const at = commandPlace(typed);
  const before = typed.slice(0, at);
  const alone = tokensOf(before, OPTIONS).map((token) =>
    token.kind === 'option' && token.value === undefined ? token.option : undefined,
  );
  if (alone.includes(PROGRAM_OPTIONS.version)) return { argv: ['--version'], isBare: false };
  const word = typed[at];
  if (isCommand(word)) return { argv: [word, ...before, ...typed.slice(at + 1)], isBare: false };
  if (alone.includes(PROGRAM_OPTIONS.help)) return { argv: ['--help'], isBare: false };
  return { argv: ['ask', ...typed], isBare: true };
}

/** Where the command stands, or would: at the first word that is neither an option nor the value of one. */
export function commandPlace(argv: readonly string[]): number {
  return tokensOf(argv, OPTIONS).find(({ kind }) => kind !== 'option')?.at ?? argv.length;
}

/** What stands at a place of a command line. */
export type Token =
  | { readonly kind: 'word'; readonly at: number; readonly value: string }
  /** `--`, behind which all are words. */
  | { readonly kind: 'end'; readonly at: number; readonly value?: undefined }
  | {
      readonly kind: 'option';
      readonly at: number;
      /** Undefined where none is spelt so. */
      readonly option: OptionEntry | undefined;
      /** What was given to it, be it that it takes nothing. */
      readonly value: string | undefined;
    };

/** Takes a command line apart as commander does. */
export function tokensOf(argv: readonly string[], options: readonly OptionEntry[]): Token[] {
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
      const [flag, glued] = parted(typed);
      const option = options.find((option) => spellingsOf(option).includes(flag));
      const takes = placeholderIn(option?.flags ?? '');
      const next = argv[at + 1];
      const isNextIts = takes !== undefined && glued === undefined && !(takes.isOptional && isOption(next));
      tokens.push({ kind: 'option', at, option, value: isNextIts ? next : glued });
      if (isNextIts) at += 1;
    }
  }
  return tokens;
}

/** An option, and the value that is glued to it: `--output=file`, `-ofile`. */
function parted(typed: string): readonly [flag: string, value?: string | undefined] {
  const [, flag = typed, value] = /^(--[^=]*)=(.*)$/s.exec(typed) ?? /^(-[^-])(.+)$/s.exec(typed) ?? [];
  return [flag, value];
}

/** A negative number is a word, and `-` alone. */
function isOption(typed: string | undefined): boolean {
  return typed !== undefined && /^-./s.test(typed) && !/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(typed);
}
