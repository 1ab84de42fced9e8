import type { Command, Option } from 'commander';
import { declarations } from '../command-line/command-table.ts';
import { manPage } from '../command-line/man-page.ts';
import { VERSION } from '../command-line/manual.ts';
import type { CompletionData } from '../completion/answer.ts';
import { completionTable } from '../completion/table.ts';
import { topicCandidates } from '../completion/topics.ts';
import type { PolicyText } from '../policy/policy.ts';

/** What completion reads at every Tab. */
export function completionData(policy: PolicyText): CompletionData {
  return { table: completionTable(declarations()), topics: topicCandidates(policy.sections) };
}

/** The manual page, as it is dated. */
export function manual(date: Date): string {
  return manPage(declarations(), { version: VERSION, date });
}

/** What the commands that read may be given without an error. */
export function plainCommands() {
  const program = declarations();
  const plain = (name: string) => plainCommand(program.commands.find((command) => command.name() === name));
  const version = program.options.find((option) => option.attributeName() === 'version');
  return { ask: plain('ask'), list: plain('list'), show: plain('show'), version: flagsOf(version) };
}

function plainCommand(command: Command | undefined) {
  const { registeredArguments = [], options = [] } = command ?? {};
  const [argument] = registeredArguments;
  return {
    takes: argument === undefined ? 'nothing' : argument.variadic ? 'words' : 'a word',
    defaults: command?.opts() ?? {},
    settings: Object.fromEntries(options.flatMap(settingsOf)),
  };
}

function settingsOf(option: Option): [typed: string, setting: object][] {
  const name = option.attributeName();
  if (option.isBoolean() || option.negate)
    return flagsOf(option).map((flag) => [flag, { [name]: !option.negate }]);
  const { argChoices = [] } = option;
  return flagsOf(option).flatMap((flag) =>
    argChoices.map((choice): [string, object] => [`${flag}=${choice}`, { [name]: choice }]),
  );
}

function flagsOf(option: Option | undefined): string[] {
  return [option?.short, option?.long].filter((flag) => typeof flag === 'string');
}
