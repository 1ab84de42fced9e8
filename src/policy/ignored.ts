import ignore, { type Ignore } from 'ignore';

const LIMIT = Object.freeze({
  /**
   * Runs of asterisks in one pattern. Each more multiplies the time that a long name can take to be matched; people's
   * patterns have one or two. Patterns with more are not used.
   */
  wildcards: 3,
});

/** The rules of one `.gitignore`, and how they see a path that is relative to the folder being read. */
export interface IgnoreFile {
  readonly rules: Ignore;
  readonly toOwn: (path: string) => string;
}

/** The rules of a `.gitignore` in the folder that is read or below it; `folder` is `''` or ends in `/`. */
export function rulesWithin(text: string, folder: string): IgnoreFile {
  return { rules: parse(text), toOwn: (path) => path.slice(folder.length) };
}

/** The rules of a `.gitignore` above the folder that is read, which it sees as `prefix`, ending in `/`. */
export function rulesAbove(text: string, prefix: string): IgnoreFile[] {
  const rules = parse(text);
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

function parse(text: string): Ignore {
  const patterns = text
    .split(/\r?\n/)
    .filter((pattern) => (pattern.match(/\*+/g) ?? []).length <= LIMIT.wildcards);
  return ignore({ ignorecase: false }).add(patterns);
}
