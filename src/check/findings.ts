import { withoutInvisible } from '../markdown/invisible.ts';
import type { Folder, OnProgress } from '../policy/folder.ts';
import { type LoadedPolicy, loadPolicy } from '../policy/load.ts';
import { describeProblem, type Problem, problemAt } from '../policy/policy.ts';
import { buildIndex } from '../search/search-index.ts';
import { deadLinks } from './dead-links.ts';
import {
  duplicateAnchors,
  emptyFiles,
  emptySections,
  hiddenCharacters,
  misspeltKeys,
  placedSections,
  stopWordHeadings,
} from './faults.ts';
import { misrankedPhrasings, repeatedPhrasings } from './listed.ts';

/**
 * Everything in a folder that makes answers worse, in the order of its files and lines.
 *
 * @param notes whether to note each topic too, with the number of its phrasings: how the folder was understood.
 */
export function check(folder: Folder, notes: boolean, onProgress: OnProgress = () => {}): Problem[] {
  const loaded = loadPolicy(folder.sources, folder.name, folder.problems);
  const index = () => buildIndex(loaded.policy, loaded.askedAs);
  return [
    ...textFaults(folder, loaded),
    ...misrankedPhrasings(loaded, index, onProgress),
    ...(notes ? topicNotes(loaded) : []),
  ].toSorted(byPlace);
}

/** The faults that show without the ranking, which takes seconds where there are thousands of phrasings. */
export function textFaults(folder: Folder, loaded: LoadedPolicy): Problem[] {
  return [
    ...loaded.problems,
    ...folder.sources.flatMap(hiddenCharacters),
    ...emptyFiles(loaded),
    ...deadLinks(loaded, folder),
    ...duplicateAnchors(loaded),
    ...emptySections(loaded),
    ...misspeltKeys(loaded),
    ...stopWordHeadings(loaded),
    ...repeatedPhrasings(loaded),
  ];
}

function topicNotes(loaded: LoadedPolicy): Problem[] {
  return placedSections(loaded).map(({ section: { name }, place }, at) => {
    const count = loaded.askedAs.sections[at]?.length ?? 0;
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

const SEVERITIES = ['error', 'warning', 'note'] as const;

const GROUP = Object.freeze({
  /** So many findings of a kind in a file are one line with their count: links that only the site's own rules lead right. */
  least: 4,
});

/** A line for each finding, `file:line: error: message`; for what repeats in a file, its first and how many more, unless all are asked for. */
export function findingsText(problems: readonly Problem[], isVerbose = false): string {
  const kindOf = ({ file, severity, message }: Problem) =>
    `${file}:${severity}:${severity === 'note' ? message : message.replace(/"[^"]*"|\d+/g, '')}`;
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(kindOf(problem));
    if (group === undefined) groups.set(kindOf(problem), [problem]);
    else group.push(problem);
  }
  return problems
    .flatMap((problem) => {
      const group = groups.get(kindOf(problem)) ?? [];
      if (isVerbose || group.length < GROUP.least) return describeProblem(problem);
      const more = `${problem.message} (and ${group.length - 1} more of this kind in the file)`;
      return group[0] === problem ? describeProblem({ ...problem, message: more }) : [];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** The document that `check` prints. */
export function findingsJson(problems: readonly Problem[]) {
  const findings = problems.map(({ file, message, ...rest }) => ({
    file: withoutInvisible(file),
    ...rest,
    message: withoutInvisible(message),
  }));
  const [errors, warnings, notes] = SEVERITIES.map((severity) => count(problems, severity));
  return { errors, warnings, notes, findings };
}

/** "2 errors, 1 warning", and notes where there are any. */
export function findingsCount(problems: readonly Problem[]): string {
  return SEVERITIES.map((severity) => ({ severity, number: count(problems, severity) }))
    .filter(({ severity, number }) => severity !== 'note' || number > 0)
    .map(({ severity, number }) => `${number} ${severity}${number === 1 ? '' : 's'}`)
    .join(', ');
}

function count(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}
