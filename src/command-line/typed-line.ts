import { type Entry, isCommand, OPTIONS, PROGRAM, placeholderOf, spellingsOf } from './command-table.ts';

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
  const { version, help } = PROGRAM.options;
  const tokens = tokensOf(before, OPTIONS).filter(({ value }) => value === undefined);
  const isAsked = (option: Entry) => tokens.some((token) => token.option === option);
  if (isAsked(version)) return { argv: ['--version'], isBare: false };
  const word = typed[at];
  if (isCommand(word)) return { argv: [word, ...before, ...typed.slice(at + 1)], isBare: false };
  if (isAsked(help)) return { argv: ['--help'], isBare: false };
  return { argv: ['ask', ...typed], isBare: true };
}

/** Where the command stands, or would: at the first word that is neither an option nor the value of one. */
export function commandPlace(argv: readonly string[]): number {
  return tokensOf(argv, OPTIONS).find(({ kind }) => kind !== 'option')?.at ?? argv.length;
}

/** What stands at a place of a command line; `--` is the end of its options, behind which all are words. */
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
      // A value may be glued to its option: `--output=file`, `-ofile`.
      const [, flag = typed, glued] = /^(--[^=]*)=(.*)$/s.exec(typed) ?? /^(-[^-])(.+)$/s.exec(typed) ?? [];
      const option = options.find((option) => spellingsOf(option).includes(flag));
      const takes = placeholderOf(option);
      const next = argv[at + 1];
      const isNextIts = takes !== undefined && glued === undefined && !(takes.isOptional && isOption(next));
      tokens.push({ kind: 'option', at, option, value: isNextIts ? next : glued });
      if (isNextIts) at += 1;
    }
  }
  return tokens;
}

/** A negative number is a word, and `-` alone. */
function isOption(typed: string | undefined): boolean {
  return typed !== undefined && /^-./s.test(typed) && !/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(typed);
}
