import {
  COMMANDS,
  type CommandEntry,
  type CommandName,
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
  if (before.some(isSpelt(PROGRAM_OPTIONS.version))) return { argv: ['--version'], isBare: false };
  const word = typed[at];
  if (isCommand(word)) return { argv: [word, ...before, ...typed.slice(at + 1)], isBare: false };
  if (before.some(isSpelt(PROGRAM_OPTIONS.help))) return { argv: ['--help'], isBare: false };
  return { argv: ['ask', ...typed], isBare: true };
}

/** Where the command stands, or would: at the first word that is neither an option nor the value of one. */
export function commandPlace(argv: readonly string[]): number {
  const options = Object.values<CommandEntry>(COMMANDS).flatMap(({ options }) => Object.values(options));
  let at = 0;
  for (; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (!/^-./.test(word) || word === '--') break;
    const takes = placeholderIn(options.find((option) => isSpelt(option)(word))?.flags ?? '');
    const isNextIts = takes !== undefined && !(takes.isOptional && /^-./.test(argv[at + 1] ?? '-x'));
    if (isNextIts) at += 1;
  }
  return Math.min(at, argv.length);
}

/** Whether a word is a command's name. */
export function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

function isSpelt(option: OptionEntry): (word: string) => boolean {
  return (word) => spellingsOf(option).includes(word);
}
