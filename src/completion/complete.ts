import type { Candidate, CommandEntry, CompletionTable, OptionEntry, Values } from './table.ts';

/** What the last of some words may become; candidates are not narrowed down to what is typed, as shells do that. */
export type Completion =
  | { readonly kind: 'words'; readonly words: readonly Candidate[] }
  | { readonly kind: 'topics' | 'folders' | 'files' };

const NOTHING: Completion = Object.freeze({ kind: 'words', words: [] });

/** Completes the last word; the words are those behind the program's name. */
export function complete(table: CompletionTable, typed: readonly string[]): Completion {
  const words = joinedAtEquals(typed);
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const at = before.findIndex((word) => !word.startsWith('-'));
  const command = at === -1 ? undefined : table.commands.find(({ value }) => value === before[at]);
  if (at !== -1 && command === undefined) return NOTHING;
  const options = command?.options ?? table.options;
  const { positionals, isLiteral, open } = read(before.slice(at + 1), options);
  if (open !== undefined) return completionOf(open, table);
  if (!isLiteral && current.startsWith('-')) return optionWords(options, current, table);
  return command === undefined
    ? { kind: 'words', words: table.commands }
    : completionOf(argumentAt(command, positionals), table);
}

interface Read {
  /** How many arguments stand there already. */
  readonly positionals: number;
  /** Behind `--` nothing is an option. */
  readonly isLiteral: boolean;
  /** What the last option still waits for. */
  readonly open: Values | undefined;
}

function read(words: readonly string[], options: readonly OptionEntry[]): Read {
  return words.reduce<Read>(
    ({ positionals, isLiteral, open }, word) => {
      if (open !== undefined) return { positionals, isLiteral, open: undefined };
      if (isLiteral || !word.startsWith('-') || word === '-') {
        return { positionals: positionals + 1, isLiteral, open };
      }
      if (word === '--') return { positionals, isLiteral: true, open };
      return { positionals, isLiteral, open: options.find(({ flags }) => flags.includes(word))?.takes };
    },
    { positionals: 0, isLiteral: false, open: undefined },
  );
}

function argumentAt({ takes, isVariadic }: CommandEntry, at: number): Values {
  return takes[at] ?? (isVariadic ? takes.at(-1) : undefined) ?? { kind: 'free' };
}

/** The options, or behind `--option=` its values, each with the option before it. */
function optionWords(options: readonly OptionEntry[], current: string, table: CompletionTable): Completion {
  const [flag = '', value] = current.split('=', 2);
  if (value === undefined) {
    return {
      kind: 'words',
      words: options.flatMap(({ flags, description }) => flags.map((value) => ({ value, description }))),
    };
  }
  const takes = options.find(({ flags }) => flags.includes(flag))?.takes;
  const values = takes === undefined ? NOTHING : completionOf(takes, table);
  if (values.kind !== 'words') return values;
  return { kind: 'words', words: values.words.map((word) => ({ ...word, value: `${flag}=${word.value}` })) };
}

function completionOf(values: Values, table: CompletionTable): Completion {
  switch (values.kind) {
    case 'words':
      return values;
    case 'commands':
      return { kind: 'words', words: table.commands };
    case 'free':
      return NOTHING;
    case 'topics':
    case 'folders':
    case 'files':
      return { kind: values.kind };
  }
}

/** Bash gives `--format=te` as three words; the option then waits for its value as if a blank stood between. */
function joinedAtEquals(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) =>
    word !== '=' || at === 0 ? [word] : at === words.length - 1 ? [''] : [],
  );
}
