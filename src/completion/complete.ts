import {
  CHOICE_MEANINGS,
  COMMANDS,
  type CommandEntry,
  type Entry,
  isCommand,
  optionDescription,
  PROGRAM,
  placeholderOf,
  spellingsOf,
} from '../command-line/command-table.ts';
import { commandPlace, lastGiven, tokensOf } from '../command-line/read.ts';
import { InputError } from '../errors.ts';
import { bundledPolicy } from '../search/open-policy.ts';
import { dataFolder } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';

/** A word to complete to, and what it stands for. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

type World = Pick<Io, 'env' | 'readBuilt'>;

/** The words that a word may become; candidates are not narrowed down to what is typed, as shells do that. */
export type Completion = readonly Candidate[] | 'topics' | 'folders' | 'files';

/**
 * Answers a shell at every Tab, so it loads neither commander nor the search tables: a line a candidate, its description
 * behind a tab; or `:folders` or `:files`, which the shell knows best.
 *
 * @param typed the words behind the program's name, the last of them to be completed.
 */
export async function completions(typed: readonly string[], io: World): Promise<string> {
  const completion = complete(typed);
  if (completion === 'folders' || completion === 'files') return `:${completion}\n`;
  const candidates = completion === 'topics' ? await topicsOf(typed, io) : completion;
  return candidates
    .map(({ value, description }) => `${value}\t${description.replace(/\s+/g, ' ')}\n`)
    .join('');
}

/** The topics of the folder that `--data` names; none where it cannot be read, as the command itself will say why. */
async function topicsOf(typed: readonly string[], io: World): Promise<readonly Candidate[]> {
  const named = lastGiven(joinedAtEquals(typed).slice(0, -1), COMMANDS.list.options.data);
  const folder = dataFolder(named, io.env);
  try {
    const { sections } =
      folder === undefined
        ? bundledPolicy(io.readBuilt)
        : (await import('../policy/folder.ts')).loadFolder(folder).policy;
    return sections.map(({ name, heading }) => ({ value: name, description: heading }));
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** Completes the last word; the words are those behind the program's name. */
export function complete(typed: readonly string[]): Completion {
  const words = joinedAtEquals(typed);
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const at = commandPlace(before);
  const name = before[at];
  const isTyped = isCommand(name);
  // Without a command the words are a question, as behind `ask`.
  const { argument, options: own }: CommandEntry = COMMANDS[isTyped ? name : 'ask'];
  const { version, help } = PROGRAM.options;
  const options = [...Object.values(own), ...(isTyped ? [help] : [version, help])];
  const tokens = tokensOf(before.toSpliced(at, isTyped ? 1 : 0), options);
  const last = tokens.at(-1);
  if (last?.value === undefined && placeholderOf(last?.option)) return valuesOf(last?.option);
  const isLiteral = tokens.some(({ kind }) => kind === 'end');
  if (!isLiteral && current.startsWith('-')) return optionWords(options, current);
  const count = tokens.filter(({ kind }) => kind === 'word').length;
  if (!isTyped && !isLiteral && count === 0) return valuesOf(COMMANDS.help.argument);
  const isTaken = count === 0 || placeholderOf(argument)?.isVariadic;
  return isTaken ? valuesOf(argument) : [];
}

/** The options, or behind `--option=` its values, each with the option before it. */
function optionWords(options: readonly Entry[], current: string): Completion {
  const [flag = '', value] = current.split('=', 2);
  if (value === undefined) {
    return options.flatMap((option) =>
      spellingsOf(option).map((value) => ({ value, description: optionDescription(option) })),
    );
  }
  const values = valuesOf(options.find((option) => spellingsOf(option).includes(flag)));
  if (typeof values === 'string') return values;
  return values.map((word) => ({ ...word, value: `${flag}=${word.value}` }));
}

/** The words that may stand for a placeholder, by its name in the help; none where there is no placeholder. */
function valuesOf(entry: Entry | undefined): Completion {
  const name = placeholderOf(entry)?.name;
  if (name === 'topic' || name === 'folder' || name === 'file') return `${name}s`;
  return (entry?.choices ?? []).map((value) => {
    const meaning = isCommand(value) ? COMMANDS[value].description : CHOICE_MEANINGS[value];
    return { value, description: meaning ?? '' };
  });
}

/** Bash gives `--format=te` as three words; the option then waits for its value as if a blank stood between. */
function joinedAtEquals(words: readonly string[]): readonly string[] {
  const isOwn = (word: string, at: number) => word !== '=' || at === 0;
  return words.at(-1) === '=' ? [...words.filter(isOwn), ''] : words.filter(isOwn);
}
