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

/** What is the same in so many files is one line, and so many of its other places are named. */
const MANY = 3;

/** A line for each finding, `file:line: error: message`. */
export function findingsText(problems: readonly Problem[]): string {
  return problems.map((problem) => `${describeProblem(problem)}\n`).join('');
}

/** One finding for what is the same in many files, and one for all else of a kind in a file; each where the first stands. */
export function inShort(problems: readonly Problem[]): Problem[] {
  const same = [...grouped(problems.map((problem) => [faultOf(problem), problem])).values()];
  const isInMany = (group: readonly Problem[]) => new Set(group.map(({ file }) => file)).size >= MANY;
  const rest = same.filter((group) => !isInMany(group)).flat();
  const alike = grouped(rest.map((problem) => [kindOf(problem), problem]));
  return [...same.filter(isInMany), ...alike.values()].flatMap(asOne).toSorted(byPlace);
}

/** What is wrong, wherever it stands; of a link its target, by whatever path. */
function faultOf({ severity, message }: Problem): string {
  return severity + message.replace(/^link to "(?:[^"#]*\/)?/, '');
}

function kindOf({ file, severity, message }: Problem): string {
  return `${file}:${severity}:${message.replace(/"[^"]*"|\d+/g, '')}`;
}

/** The first of a group, which tells of the others. */
function asOne(group: readonly Problem[]): readonly Problem[] {
  const [first, ...others] = group;
  if (first === undefined || others.length === 0) return group;
  const places = others.map(({ file, line }) => (file === first.file ? `line ${line}` : `${file}:${line}`));
  const named = places.length > MANY ? [...places.slice(0, MANY), '...'] : places;
  const message = `${first.message} (and ${others.length} more like it: ${named.join(', ')})`;
  return [{ ...first, message }];
}

/** The document that `checkFolder` prints. */
export function findingsJson(problems: readonly Problem[]) {
  const { error: errors, warning: warnings, note: notes } = countsOf(problems);
  return { errors, warnings, notes, findings: problems };
}

/** "2 errors, 1 warning", and notes where there are any. */
export function findingsCount(problems: readonly Problem[]): string {
  return Object.entries(countsOf(problems))
    .filter(([severity, count]) => severity !== 'note' || count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}

function countsOf(problems: readonly Problem[]) {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}
