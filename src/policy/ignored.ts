import ignore, { type Ignore } from 'ignore';
import { withInvisibleNamed } from '../markdown/invisible.ts';

const LIMIT = Object.freeze({
  /**
   * Runs of asterisks in one pattern. Each more multiplies the time that a long name can take to be matched; people's
   * patterns have one or two.
   */
  wildcards: 3,
  /** Patterns with more than one such run; people's files have a few dozen. */
  manyWildcards: 100,
  /** Patterns; the longest files that people share have about two thousand. */
  patterns: 5_000,
  /** Patterns that are named as not used; those behind them are counted. */
  named: 100,
  /** Characters of a pattern; no path that the system takes is longer. */
  length: 4_096,
});

/** The rules of one `.gitignore`, and how they see a path that is relative to the folder being read. */
export interface IgnoreFile {
  readonly rules: Ignore;
  readonly toOwn: (path: string) => string;
}

/** The patterns of a `.gitignore`, and which lines, from 1, cannot be used and why. */
export interface IgnorePatterns {
  readonly rules: Ignore;
  readonly unused: readonly { readonly line: number; readonly why: string }[];
}

/** Takes patterns apart, a line each; undefined for a line that is not UTF-8. One that cannot be used drops only itself. */
export function ignorePatterns(lines: readonly (string | undefined)[]): IgnorePatterns {
  const usable: string[] = [];
  const unused: { line: number; why: string }[] = [];
  let many = 0;
  for (const [at, line] of lines.entries()) {
    const pattern = line?.replace(/\r$/, '');
    if (pattern === '' || pattern?.startsWith('#')) continue;
    if (usable.length === LIMIT.patterns) {
      unused.push({ line: at + 1, why: 'it holds over 5,000 patterns; those from here on are not used' });
      break;
    }
    const wildcards = wildcardsIn(pattern ?? '');
    many += Number(wildcards > 1);
    const why =
      many > LIMIT.manyWildcards && wildcards > 1
        ? 'over 100 patterns with several asterisks'
        : whyNot(pattern);
    if (why === undefined && pattern !== undefined) usable.push(pattern);
    else unused.push({ line: at + 1, why: `${why} (pattern not used)` });
  }
  return { rules: ignore({ ignorecase: false }).add(usable), unused: firstNamed(unused) };
}

function firstNamed(unused: IgnorePatterns['unused']): IgnorePatterns['unused'] {
  const next = unused[LIMIT.named];
  if (next === undefined) return unused;
  const why = `${unused.length - LIMIT.named} patterns from here on are not used either`;
  return [...unused.slice(0, LIMIT.named), { line: next.line, why }];
}

function wildcardsIn(pattern: string): number {
  return pattern.length > LIMIT.length ? 0 : (pattern.match(/\*+/g) ?? []).length;
}

/** Why a pattern cannot be used; undefined where it can. */
function whyNot(pattern: string | undefined): string | undefined {
  if (pattern === undefined) return 'it is not UTF-8 on this line';
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

/** The rules of a `.gitignore` in the folder that is read or below it; `folder` is `''` or ends in `/`. */
export function rulesWithin(rules: Ignore, folder: string): IgnoreFile[] {
  return [{ rules, toOwn: (path) => path.slice(folder.length) }];
}

/** The rules of a `.gitignore` above the folder that is read, which it sees as `prefix`, ending in `/`. */
export function rulesAbove(rules: Ignore, prefix: string): IgnoreFile[] {
  // Whoever names a folder wants to read it, even where git does not keep it.
  return rules.ignores(prefix) ? [] : [{ rules, toOwn: (path) => prefix + path }];
}

/** Whether git would ignore a path, folders ending in `/`. The last file that has a rule for it decides. */
export function isIgnored(path: string, files: readonly IgnoreFile[]): boolean {
  for (const { rules, toOwn } of files.toReversed()) {
    const { ignored, unignored } = rules.test(toOwn(path));
    if (ignored || unignored) return ignored;
  }
  return false;
}
