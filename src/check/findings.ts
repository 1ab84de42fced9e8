import type { Folder } from '../policy/folder.ts';
import { type LoadedPolicy, loadPolicy } from '../policy/load.ts';
import { describeProblem, type Problem, problemAt } from '../policy/policy.ts';
import { grouped } from '../search/lookup.ts';
import { deadLinks } from './dead-links.ts';
import { faults, hiddenCharacters } from './faults.ts';

/**
 * Everything in a folder that makes answers worse, in the order of its files and lines.
 *
 * @param notes whether to note each topic too, with the number of its phrasings: how the folder was understood.
 */
export function checkFolder(folder: Folder, notes: boolean): Problem[] {
  const loaded = loadPolicy(folder.sources, folder.name, folder.problems);
  return [
    ...loaded.problems,
    ...folder.sources.flatMap(hiddenCharacters),
    ...deadLinks(loaded, folder),
    ...faults(loaded),
    ...(notes ? topicNotes(loaded) : []),
  ].toSorted(byPlace);
}

function topicNotes({ policy, askedAs }: LoadedPolicy): Problem[] {
  return policy.sections.map(({ name, place }, at) => {
    const count = askedAs.sections[at]?.length ?? 0;
    return problemAt(place, 'note', `topic "${name}", ${count} phrasing${count === 1 ? '' : 's'}`);
  });
}

/** The order of files, then lines, then errors before all else. */
function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || compare(a.severity, b.severity);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** So many findings of a kind in a file are one line with their count: links that only the site's own rules lead right. */
const LEAST_GROUPED = 4;

/** A line for each finding, `file:line: error: message`; for what repeats in a file, its first and how many more, unless all are asked for. */
export function findingsText(problems: readonly Problem[], isVerbose = false): string {
  const groups = grouped(problems.map((problem) => [kindOf(problem), problem]));
  const lines = problems.flatMap((problem) => {
    const group = groups.get(kindOf(problem)) ?? [];
    if (isVerbose || group.length < LEAST_GROUPED) return describeProblem(problem);
    const more = `${problem.message} (and ${group.length - 1} more of this kind in the file)`;
    return group[0] === problem ? describeProblem({ ...problem, message: more }) : [];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function kindOf({ file, severity, message }: Problem): string {
  return `${file}:${severity}:${severity === 'note' ? message : message.replace(/"[^"]*"|\d+/g, '')}`;
}

/** The document that `checkFolder` prints. */
export function findingsJson(problems: readonly Problem[]) {
  const counts = countsOf(problems).map(({ severity, count }) => [`${severity}s`, count]);
  return { ...Object.fromEntries(counts), findings: problems };
}

/** "2 errors, 1 warning", and notes where there are any. */
export function findingsCount(problems: readonly Problem[]): string {
  return countsOf(problems)
    .filter(({ severity, count }) => severity !== 'note' || count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}

function countsOf(problems: readonly Problem[]) {
  return (['error', 'warning', 'note'] as const).map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  }));
}
