import type { Argument, Command, Option } from 'commander';
import { optionDescription } from '../command-line/help.ts';

/** What can stand in one place of a command line. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly Candidate[] }
  | { readonly kind: 'topics' | 'commands' | 'folders' | 'files' | 'free' };

/** A word to complete to, and what it stands for. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** An option by all its spellings; `takes` is undefined where it stands alone. */
export interface OptionEntry {
  readonly flags: readonly string[];
  readonly description: string;
  readonly takes?: Values;
}

export interface CommandEntry extends Candidate {
  readonly options: readonly OptionEntry[];
  /** What its arguments are; the last one repeats where `isVariadic`. */
  readonly takes: readonly Values[];
  readonly isVariadic: boolean;
}

/** The command line as completion needs it: plain data, so that no Tab waits for commander. */
export interface CompletionTable {
  readonly commands: readonly CommandEntry[];
  readonly options: readonly OptionEntry[];
}

/** The table of a program's declarations; what is hidden in the help is not in it. */
export function completionTable(program: Command): CompletionTable {
  const help = program.createHelp();
  return {
    commands: help.visibleCommands(program).map((command) => ({
      value: command.name(),
      description: command.description(),
      options: help.visibleOptions(command).map(optionEntry),
      takes: command.registeredArguments.map((argument) => argumentValues(command, argument)),
      isVariadic: command.registeredArguments.at(-1)?.variadic ?? false,
    })),
    options: help.visibleOptions(program).map(optionEntry),
  };
}

function optionEntry(option: Option): OptionEntry {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined && flag !== null);
  const description = optionDescription(option);
  if (!option.required && !option.optional) return { flags, description };
  const placeholder = /[<[](.*?)(\.\.\.)?[>\]]/.exec(option.flags)?.[1] ?? '';
  return { flags, description, takes: valuesOf(placeholder, option.argChoices) };
}

function argumentValues(command: Command, argument: Argument): Values {
  return command.name() === 'help' ? { kind: 'commands' } : valuesOf(argument.name(), argument.argChoices);
}

/** What a placeholder stands for; its name in the help says it. */
function valuesOf(placeholder: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) {
    return { kind: 'words', words: choices.map((value) => ({ value, description: '' })) };
  }
  switch (placeholder) {
    case 'topic':
      return { kind: 'topics' };
    case 'folder':
      return { kind: 'folders' };
    case 'file':
      return { kind: 'files' };
    default:
      return { kind: 'free' };
  }
}
