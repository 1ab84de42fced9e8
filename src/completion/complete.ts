import {
  CHOICE_MEANINGS,
  COMMANDS,
  type CommandEntry,
  isCommand,
  type OptionEntry,
  optionDescription,
  PROGRAM_OPTIONS,
  placeholderIn,
  SHARED_OPTIONS,
  spellingsOf,
} from '../command-line/command-table.ts';
import { commandPlace, tokensOf } from '../command-line/typed-line.ts';

/** A word to complete to, and what it stands for. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What the last of some words may become; candidates are not narrowed down to what is typed, as shells do that. */
export type Completion =
  | { readonly kind: 'words'; readonly words: readonly Candidate[] }
  | { readonly kind: 'topics' | 'folders' | 'files' };

const NOTHING: Completion = Object.freeze({ kind: 'words', words: [] });

/** Completes the last word; the words are those behind the program's name. */
export function complete(typed: readonly string[]): Completion {
  const words = joinedAtEquals(typed);
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const at = commandPlace(before);
  const name = before[at];
  const isTyped = isCommand(name);
  // Without a command the words are a question, as behind `ask`.
  const command: CommandEntry = COMMANDS[isTyped ? name : 'ask'];
  const { version, help } = PROGRAM_OPTIONS;
  const options = [...Object.values(command.options), ...(isTyped ? [help] : [version, help])];
  const tokens = tokensOf(before.toSpliced(at, isTyped ? 1 : 0), options);
  const last = tokens.at(-1);
  const isOpen = last?.kind === 'option' && last.option !== undefined && last.value === undefined;
  if (isOpen && placeholderIn(last.option.flags)) return valuesOf(last.option);
  const isLiteral = tokens.some(({ kind }) => kind === 'end');
  if (!isLiteral && current.startsWith('-')) return optionWords(options, current);
  const count = tokens.filter(({ kind }) => kind === 'word').length;
  return isTyped || isLiteral || count > 0 ? argumentAt(command, count) : commandNames();
}

function commandNames(): Completion {
  const words = Object.entries(COMMANDS).map(([value, { description }]) => ({ value, description }));
  return { kind: 'words', words };
}

function argumentAt({ argument }: CommandEntry, at: number): Completion {
  const takes = argument === undefined ? undefined : placeholderIn(argument.usage);
  if (argument === undefined || takes === undefined || (at > 0 && !takes.isVariadic)) return NOTHING;
  return takes.name === 'command' ? commandNames() : valuesOf({ ...argument, flags: argument.usage });
}

/** The options, or behind `--option=` its values, each with the option before it. */
function optionWords(options: readonly OptionEntry[], current: string): Completion {
  const [flag = '', value] = current.split('=', 2);
  if (value === undefined) {
    const words = options.flatMap((option) =>
      spellingsOf(option).map((value) => ({ value, description: optionDescription(option) })),
    );
    return { kind: 'words', words };
  }
  const option = options.find((option) => spellingsOf(option).includes(flag));
  const values = option === undefined ? NOTHING : valuesOf(option);
  if (values.kind !== 'words') return values;
  return { kind: 'words', words: values.words.map((word) => ({ ...word, value: `${flag}=${word.value}` })) };
}

/** What a placeholder stands for; its name in the help says it. */
function valuesOf({ flags, choices }: Pick<OptionEntry, 'flags' | 'choices'>): Completion {
  if (choices === undefined) return PLACEHOLDERS[placeholderIn(flags)?.name ?? ''] ?? NOTHING;
  return {
    kind: 'words',
    words: choices.map((value) => ({ value, description: CHOICE_MEANINGS[value] ?? '' })),
  };
}

const PLACEHOLDERS: Readonly<Record<string, Completion>> = Object.freeze({
  topic: { kind: 'topics' },
  folder: { kind: 'folders' },
  file: { kind: 'files' },
});

/** The folder whose topics are meant, as `--data` names it; undefined where it does not. */
export function folderIn(typed: readonly string[]): string | undefined {
  return tokensOf(joinedAtEquals(typed).slice(0, -1), SHARED_OPTIONS)
    .flatMap((token) =>
      token.kind === 'option' && token.option === COMMANDS.list.options.data ? [token.value] : [],
    )
    .at(-1);
}

/** Bash gives `--format=te` as three words; the option then waits for its value as if a blank stood between. */
function joinedAtEquals(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) =>
    word !== '=' || at === 0 ? [word] : at === words.length - 1 ? [''] : [],
  );
}
