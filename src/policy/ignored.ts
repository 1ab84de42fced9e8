import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ignore, { type TestResult } from 'ignore';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import { linesOf, readBytes } from './file-text.ts';
import { problemAt, type Reading } from './policy.ts';

const LIMIT = Object.freeze({
  /**
   * Runs of asterisks in one pattern. Each more multiplies the time that a long name can take to be matched; people's
   * patterns have one or two.
   */
  wildcards: 3,
  /** Patterns; the longest files that people share have about two thousand. */
  patterns: 6_000,
  /** For so many counts one with several such runs, or that cannot be used: people's files have a few dozen. */
  costly: 50,
  /** Characters of a pattern; no path that the system takes is longer. */
  length: 4_096,
});

/** What one `.gitignore` says of a path that is relative to the folder being read. */
export type IgnoreRules = (path: string) => TestResult;

const NO_RULES: Reading<IgnoreRules[]> = { value: [], problems: [] };

/** The rules of the work tree that a folder is in, from its top downward; none where it is in none. */
export function rulesAbove(root: string): Reading<IgnoreRules[]> {
  const above: string[] = [];
  for (let at = root; !existsSync(join(at, '.git')); at = dirname(at)) {
    if (dirname(at) === at) return NO_RULES;
    above.unshift(dirname(at));
  }
  const read = above.map((folder) => rulesIn(root, pathFrom(root, folder)));
  return { value: read.flatMap(({ value }) => value), problems: read.flatMap(({ problems }) => problems) };
}

/** The rules of a folder by its path from the root, which ends in `/` or is empty; above the root it is `../`. */
export function rulesIn(root: string, folder: string): Reading<IgnoreRules[]> {
  const place = { file: `${folder}.gitignore`, line: 1 };
  if (!existsSync(join(root, place.file))) return NO_RULES;
  const read = readBytes(join(root, place.file));
  if (typeof read === 'string')
    return { value: [], problems: [problemAt(place, 'error', `${read} (rules not used)`)] };
  const { rules, unused } = ignorePatterns(linesOf(read.bytes));
  const problems = unused.map(({ line, why }) => problemAt({ ...place, line }, 'error', why));
  if (!folder.startsWith('../'))
    return { value: [(path) => rules.test(path.slice(folder.length))], problems };
  const own = pathFrom(join(root, folder), root);
  // Whoever names a folder wants to read it, even where git does not keep it.
  if (rules.ignores(own)) return { value: [], problems };
  const whose = `user ${read.owner} owns these rules, by which files are passed over`;
  if (!isOwnUser(read.owner)) problems.push(problemAt(place, 'note', whose));
  return { value: [(path) => rules.test(own + path)], problems };
}

function pathFrom(one: string, other: string): string {
  return `${relative(one, other).replaceAll('\\', '/')}/`;
}

/** Whether a user is the one who runs this, or ran it by sudo; some systems do not number users. */
function isOwnUser(user: number): boolean {
  const own = process.getuid?.();
  return own === undefined || user === own || user === Number(process.env['SUDO_UID']);
}

/**
 * Takes patterns apart, a line each; undefined for a line that is not UTF-8. One that cannot be used drops only itself,
 * and is named by its line, from 1, with the reason.
 */
export function ignorePatterns(lines: readonly (string | undefined)[]) {
  const usable: string[] = [];
  const unused: { line: number; why: string }[] = [];
  let count = 0;
  for (const [at, text] of lines.entries()) {
    const pattern = text?.replace(/\r$/, '') ?? '';
    if (text !== undefined && (pattern === '' || pattern.startsWith('#'))) continue;
    if (count >= LIMIT.patterns) {
      unused.push({ line: at + 1, why: 'it holds too many patterns; those from here on are not used' });
      break;
    }
    const why = text === undefined ? 'it is not UTF-8 on this line' : whyNot(pattern);
    count += why !== undefined || wildcardsIn(pattern) > 1 ? LIMIT.costly : 1;
    if (why === undefined) usable.push(pattern);
    else unused.push({ line: at + 1, why: `${why} (pattern not used)` });
  }
  return { rules: ignore({ ignorecase: false }).add(usable), unused };
}

/** Why a pattern cannot be used; undefined where it can. */
function whyNot(pattern: string): string | undefined {
  if (pattern.length > LIMIT.length) return 'a pattern of over 4,096 characters';
  if (wildcardsIn(pattern) > LIMIT.wildcards) return `"${pattern}" has more than three runs of asterisks`;
  try {
    // A pattern is compiled when it is first tried.
    ignore({ ignorecase: false }).add(pattern).ignores('a');
    return undefined;
  } catch {
    return `"${withInvisibleNamed(pattern)}" is no pattern`;
  }
}

function wildcardsIn(pattern: string): number {
  return pattern.match(/\*+/g)?.length ?? 0;
}

/** Whether git would ignore a path, folders ending in `/`. The last file that has a rule for it decides. */
export function isIgnored(path: string, files: readonly IgnoreRules[]): boolean {
  const said = files.map((rules) => rules(path));
  return said.findLast(({ ignored, unignored }) => ignored || unignored)?.ignored === true;
}
