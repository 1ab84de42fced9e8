import { withoutInvisible } from '../markdown/invisible.ts';
import { headingTrail, type PolicyText, type Section, subjectOf } from '../policy/policy.ts';
import type { Finding } from '../search/answer.ts';
import { cells, padded, widest } from './layout/cells.ts';

const CLOSE = Object.freeze({
  /** Topics of a lower score are named nowhere: beside pancakes, five headings read like advice. */
  leastScore: 0.05,
});

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
  const close = finding.closest.filter(({ score }) => score >= CLOSE.leastScore);
  const sections = close.map(({ section }) => section);
  const commands = showCommands(sections, data).map((columns) => columns.join('  '));
  const said =
    close.length === 0
      ? [`Nothing in it comes close. See all topics with: ${typed(['list'], data)}`]
      : ['Closest topics:', ...commands];
  return [`${subject} does not answer this.`, ...said, ''].join('\n');
}

/** A line that names a second section, nearly as likely to answer as the first, and the command that shows it. */
export function renderNear({ heading, name }: Section, data?: string): string {
  return `"${heading}" speaks of it too: ${typed(['show', name], data)}\n`;
}

/** For each topic the command that shows it, set in, and its heading; commands are of one width. */
export function showCommands(sections: readonly Section[], data?: string) {
  const commands = sections.map(({ name }) => `  ${typed(['show', name], data)}`);
  const width = widest(commands.map(cells));
  return sections.map((section, at) => [padded(commands[at] ?? '', width), headingTrail(section)] as const);
}

/**
 * A command of ours as a person types it in a shell.
 *
 * @param data the folder that `--data` names, so that the command reads it too.
 */
export function typed(words: readonly string[], data?: string): string {
  return ['rustpolicy', ...words, ...(data === undefined ? [] : ['--data', data])].map(shellWord).join(' ');
}

/** A word for a shell, in quotes where it holds signs that a shell acts on (POSIX 2.2.2). */
function shellWord(text: string): string {
  const shown = withoutInvisible(text);
  // First of ASCII alone: a pattern of Unicode's properties takes as long to make as an answer to lay out.
  const isPlain = /^[\w@%+:,./-]+$/.test(shown) || /^[\p{L}\p{M}\p{N}_@%+:,./-]+$/u.test(shown);
  return isPlain ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
