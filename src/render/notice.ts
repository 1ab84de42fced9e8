import type { InputError } from '../errors.ts';
import { withInvisibleNamed, withoutInvisible } from '../markdown/invisible.ts';
import { headingTrail, type PolicyText, type Section, subjectOf } from '../policy/policy.ts';
import type { Finding } from '../search/answer.ts';
import { isUtf8Locale, textWidth, type When, wantsColor } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';
import { onScreen } from './ascii.ts';
import { cells, padded, widest } from './layout/cells.ts';
import { firstLine, fitted } from './layout/wrap.ts';

const LIMIT = Object.freeze({
  /** Columns that a pager's prompt needs beside its title, for how far one has come. */
  prompt: 8,
  /** Characters. A message longer than both together is cut between them; its end says what to type. */
  start: 400,
  end: 200,
  /** Topics of a lower score are named nowhere. */
  leastScore: 0.05,
  /**
   * Where the best score is lower, none is: beside pancakes, five headings read like advice. Where it is known how people
   * ask, scores are probabilities, and an egg to fry has 0.17. Of 14 questions that were refused though the policy answers
   * them, 13 have more.
   */
  leastBest: { phrasings: 0.2, fields: 0.05 },
});

/** A text for standard error: fitted to a terminal; in a pipe as it is, every line whole. */
export function notice(text: string, { error, env }: Io): string {
  if (!error.isTerminal) return withInvisibleNamed(text);
  return fitted(onScreen(text, isUtf8Locale(env)), textWidth(error.columns));
}

/** A title for a pager's prompt, which has one row. */
export function promptTitle(title: string, { out, env }: Io): string {
  return firstLine(onScreen(title, isUtf8Locale(env)), textWidth(out.columns) - LIMIT.prompt);
}

/** An error in one line; on a terminal broken between words alone. */
export function errorLine({ message }: InputError, choice: When, io: Io): string {
  const { error, env } = io;
  const plain = notice(`rustpolicy: ${shortLine(message)}\n`, io);
  const isColored = (error.isTerminal || choice === 'always') && wantsColor(choice, env, error.isTerminal);
  // Bold and red, by hand: Chalk takes longer to load than all that is run for an error.
  return isColored ? plain.replace('rustpolicy:', '\u001b[1m\u001b[31m$&\u001b[39m\u001b[22m') : plain;
}

/** A message in one line of limited length: it may quote what somebody typed, or a file's name. */
export function shortLine(message: string): string {
  // Line by line: a pattern for blanks around a line end would look for one from each of 100,000 blanks.
  const lines = withoutInvisible(message)
    .split('\n')
    .map((line) => line.trim());
  const whole = lines.filter((line) => line !== '').join(' ');
  // One word that is so long is nothing that anybody types.
  const line = whole.replace(/(\S{150})\S{50,}(\S{50})/g, '$1[...]$2');
  if (line.length <= LIMIT.start + LIMIT.end) return line;
  return `${line.slice(0, LIMIT.start)}[...]${line.slice(-LIMIT.end)}`;
}

/** A finding without an answer. */
export type NoAnswer = Exclude<Finding, { outcome: 'answered' }>;

/**
 * The text for standard error where the policy does not answer: where to look instead, or the closest topics.
 *
 * @param data the folder that `--data` names, for the commands that show these.
 */
export function renderNoAnswer({ page }: PolicyText, finding: NoAnswer, data?: string): string {
  const subject = subjectOf(page);
  if (finding.outcome === 'elsewhere') {
    const { answer, see } = finding.topic;
    return [`${subject} does not cover this. ${answer}`, ...see.map((url) => `  ${url}`), ''].join('\n');
  }
  const isAnyClose = (finding.closest[0]?.score ?? 0) >= LIMIT.leastBest[finding.ranking.parts.kind];
  const close = finding.closest
    .filter(({ score }) => score >= LIMIT.leastScore)
    .map(({ section }) => section);
  const nothing = `Nothing in it comes close. See all topics with: ${shellLine(['list'], data)}`;
  const said = isAnyClose ? ['Closest topics:', ...showCommands(close, data)] : [nothing];
  return [`${subject} does not answer this.`, ...said, ''].join('\n');
}

/** A line that names a second section, nearly as likely to answer as the first, and the command that shows it. */
export function renderNear({ heading, name }: Section, data?: string): string {
  return `"${heading}" speaks of it too: ${shellLine(['show', name], data)}\n`;
}

/** A line for each topic: the command that shows it, set in, and its heading; commands are of one width. */
export function showCommands(sections: readonly Section[], data?: string): string[] {
  const commands = sections.map(({ name }) => `  ${shellLine(['show', name], data)}`);
  const width = widest(commands.map(cells));
  return sections.map((section, at) => `${padded(commands[at] ?? '', width)}  ${headingTrail(section)}`);
}

/**
 * A command of ours as a person types it in a shell.
 *
 * @param data the folder that `--data` names, so that the command reads it too.
 */
export function shellLine(words: readonly string[], data?: string): string {
  return ['rustpolicy', ...words, ...(data === undefined ? [] : ['--data', data])].map(shellWord).join(' ');
}

/** A word for a shell, in quotes where it holds signs that a shell acts on (POSIX 2.2.2). */
function shellWord(text: string): string {
  const shown = withoutInvisible(text);
  // First of ASCII alone: a pattern of Unicode's properties takes as long to make as an answer to lay out.
  const isPlain = /^[\w@%+:,./-]+$/.test(shown) || /^[\p{L}\p{M}\p{N}_@%+:,./-]+$/u.test(shown);
  return isPlain ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
