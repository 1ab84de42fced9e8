import type { Command, CommanderError } from 'commander';
import type { PolicyText } from '../policy/policy.ts';
import { shellWord } from '../render/no-answer.ts';
import { topicNamed } from '../search/topic.ts';

/** A command line that commander refuses, and why; the command is the one that refused it, or the program. */
export interface Refused {
  readonly argv: readonly string[];
  readonly command: Command;
  readonly error: CommanderError;
  /** The bundled policy, whose topics people type where a command belongs. */
  readonly policy: PolicyText;
}

/** Commander's message on it in one line, with what to type next. */
export function usageMessage(refused: Refused): string {
  const { argv, command, error } = refused;
  const said = error.message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '')
    .replace(/ \(Did you mean (.*)\?\)$/s, '; did you mean $1?');
  if (error.code === 'commander.unknownCommand') return joined(said, askOrShow(refused));
  const { flag, value } = unknownOption(refused);
  const help = `See: ${nameOf(command)} --help`;
  if (value !== undefined && hasOption(command, flag)) return joined(`option '${flag}' takes no value`, help);
  const owners = command.commands.filter((each) => hasOption(each, flag));
  const owner = owners.find((each) => argv.includes(each.name())) ?? owners[0];
  return owner === undefined
    ? joined(said, help)
    : `option '${flag}' goes behind its command: ${nameOf(owner)} ${flag}`;
}

/**
 * The command line without what stands behind the `=` of an option that there is not: of `--fromat=json` commander
 * compares all with the options that there are, and so suggests none. Undefined where that is not the error.
 */
export function withoutUnknownValue(refused: Refused): readonly string[] | undefined {
  const { flag, value } = unknownOption(refused);
  // `--` alone would change what follows.
  if (value === undefined || flag === '--' || hasOption(refused.command, flag)) return undefined;
  return refused.argv.map((word) => (word.startsWith(`${flag}=`) ? flag : word));
}

/** The option that commander does not know, if that is the error. */
function unknownOption({ error }: Refused): { readonly flag: string; readonly value: string | undefined } {
  const [flag = '', value] = (/^error: unknown option '([^']*)/.exec(error.message)?.[1] ?? '').split('=', 2);
  return { flag, value };
}

function hasOption(command: Command, flag: string): boolean {
  return command
    .createHelp()
    .visibleOptions(command)
    .some(({ long, short }) => long === flag || short === flag);
}

/** `rustpolicy ask`, as it is typed. */
function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}

function joined(said: string, next: string): string {
  return said.endsWith('?') ? `${said} ${next}` : `${said}; ${next.charAt(0).toLowerCase()}${next.slice(1)}`;
}

/** People type a question, a topic's name, or an option without its dashes, where a command belongs. */
function askOrShow({ argv, command, policy }: Refused): string {
  const words = argv.filter((word) => !word.startsWith('-'));
  if (hasOption(command, `--${argv.join(' ')}`)) return `To see it: rustpolicy --${argv.join(' ')}`;
  const topic = words.length === 1 ? topicNamed(policy, words[0] ?? '') : undefined;
  return topic?.kind === 'found'
    ? `To read that topic: rustpolicy show ${topic.section.name}`
    : `To ask a question: rustpolicy ask ${words.map(shellWord).join(' ')}`;
}
