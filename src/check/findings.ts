import { withoutInvisible } from '../markdown/invisible.ts';
import type { Folder, OnProgress } from '../policy/folder.ts';
import { type Loaded, loadPolicy } from '../policy/load.ts';
import { describeProblem, type Problem } from '../policy/policy.ts';
import { parseFile } from '../policy/source-file.ts';
import { buildIndex } from '../search/search-index.ts';
import { deadLinks } from './dead-links.ts';
import { duplicateAnchors, emptyFiles, emptySections, hiddenCharacters } from './faults.ts';
import { heldOut, misleadingFiles, misled, misledNotes } from './held-out.ts';
import { allListed, lostPhrasings, misrankedPhrasings, repeatedPhrasings } from './listed.ts';

/** What is found in a folder, in the order of its files and lines. */
export interface Checked {
  /** What makes answers worse. */
  readonly findings: readonly Problem[];
  /** What is worth knowing and needs nothing done: a note on each phrasing that only its being listed leads home. */
  readonly notes: readonly Problem[];
  /** So many phrasings were judged for that. */
  readonly heldOut: number;
}

/** Everything in a folder that makes answers worse. */
export function check(folder: Folder, onProgress: OnProgress = () => {}): Checked {
  const loaded = loadPolicy(folder.sources, folder.name, folder.problems);
  const text = checkText(folder, loaded);
  const listed = allListed(loaded);
  if (listed.length === 0) return { findings: text.toSorted(byPlace), notes: [], heldOut: 0 };
  onProgress(0, listed.length, 'phrasings');
  const lost = lostPhrasings(loaded, buildIndex(loaded.policy, loaded.askedAs), listed);
  const isLost = new Set(lost.map(({ listed }) => listed));
  const held = heldOut(listed.filter((each) => !isLost.has(each)));
  const wrong = misled(loaded, held, onProgress);
  const findings = [...text, ...misrankedPhrasings(lost), ...misleadingFiles(wrong, held)];
  return {
    findings: findings.toSorted(byPlace),
    notes: misledNotes(wrong).toSorted(byPlace),
    heldOut: held.length,
  };
}

/** The same but for what needs the ranking, which takes seconds where there are thousands of phrasings. */
export function checkText(folder: Folder, loaded: Loaded): Problem[] {
  const files = folder.sources.map(parseFile).filter((file) => 'parts' in file);
  return [
    ...loaded.problems,
    ...folder.sources.flatMap(hiddenCharacters),
    ...emptyFiles(files),
    ...deadLinks(files, folder, loaded),
    ...duplicateAnchors(loaded),
    ...emptySections(loaded),
    ...repeatedPhrasings(loaded),
  ];
}

/** The order of files, then lines, then errors before all else. */
export function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || compare(a.severity, b.severity);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** A line for each finding, `file:line: error: message`. */
export function findingsText(problems: readonly Problem[]): string {
  return problems.map((problem) => `${describeProblem(problem)}\n`).join('');
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
