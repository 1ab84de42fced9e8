import { readFileSync } from 'node:fs';
import type { AskOptions } from '../commands/ask.ts';
import type { ViewOptions } from '../commands/view.ts';
import { built } from '../node/built.ts';

/** A command as the build derives it from its declaration: what it may be given without an error. */
export interface PlainCommand<Options> {
  readonly takes: 'nothing' | 'a word' | 'words';
  readonly defaults: Options;
  /** What is set by each option that stands alone, `--brief`, and by each choice of one, `--color=always`. */
  readonly settings: Readonly<Record<string, Partial<Options>>>;
}

/** The commands that read, and the options that ask for the version. */
export interface PlainCommands {
  readonly ask: PlainCommand<AskOptions>;
  readonly list: PlainCommand<ViewOptions>;
  readonly show: PlainCommand<ViewOptions>;
  readonly version: readonly string[];
}

/** A command line that was read. */
export type PlainLine =
  | { readonly command: 'ask'; readonly words: readonly string[]; readonly options: AskOptions }
  | { readonly command: 'list'; readonly options: ViewOptions }
  | { readonly command: 'show'; readonly words: readonly string[]; readonly options: ViewOptions }
  | { readonly command: 'version' };

/**
 * Reads a command line in which all is as declared: nearly all are, and commander takes a tenth of a run to load.
 * Undefined where there is anything else in it, `--` or an error or a value of one's own: commander knows what to do.
 */
export function plainLine(argv: readonly string[]): PlainLine | undefined {
  const [first = '', ...typed] = argv;
  const commands = JSON.parse(readFileSync(built('plain-commands.json'), 'utf8')) as PlainCommands;
  if (first === 'ask' || first === 'show') {
    const read = readPlainly<ViewOptions>(commands[first], typed);
    return read === undefined ? undefined : { command: first, ...read };
  }
  if (first === 'list') {
    const read = readPlainly(commands.list, typed);
    return read === undefined ? undefined : { command: first, options: read.options };
  }
  return commands.version.includes(first) && typed.length === 0 ? { command: 'version' } : undefined;
}

function readPlainly<Options>(
  { takes, defaults, settings }: PlainCommand<Options>,
  typed: readonly string[],
) {
  const words: string[] = [];
  let options = defaults;
  for (let at = 0; at < typed.length; at += 1) {
    const word = typed[at] ?? '';
    const withNext = settings[`${word}=${typed[at + 1]}`];
    if (!word.startsWith('-')) words.push(word);
    else if (Object.hasOwn(settings, word)) options = { ...options, ...settings[word] };
    else if (withNext === undefined) return undefined;
    else {
      options = { ...options, ...withNext };
      at += 1;
    }
  }
  const most = { nothing: 0, 'a word': 1, words: Number.POSITIVE_INFINITY }[takes];
  const isEnough = takes === 'nothing' || words.length > 0;
  return isEnough && words.length <= most ? { words, options } : undefined;
}
