import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { InputError, reasonOf } from '../errors.ts';
import { MARKDOWN_ENDING } from '../markdown/links.ts';
import { entriesIn } from './file-text.ts';
import { type IgnoreRules, isIgnored, rulesAbove, rulesIn } from './ignored.ts';
import { type Problem, problemAt } from './policy.ts';

const LIMIT = Object.freeze({
  files: 200_000,
  /** Folders within folders. */
  depth: 64,
});

/** The files of a folder, by paths relative to it, with `/`. */
export interface FolderFiles {
  readonly markdown: readonly string[];
  /** Images and the like, and folders, which links may lead to. */
  readonly others: readonly string[];
  /** Folders and files that were passed over though somebody may miss them. */
  readonly problems: readonly Problem[];
}

/**
 * Walks a folder. Passed over are hidden files, `node_modules`, what `.gitignore` names, and every symbolic link: one
 * that stays inside leads to what is read anyway, and any other leads out or in a circle.
 *
 * @param root an absolute path without symbolic links.
 * @param entriesAt handed in by tests alone, in which folders change while they are read.
 * @throws InputError when the folder holds over 200,000 files; the system's error when it cannot be listed.
 */
export function folderFiles(root: string, entriesAt = entriesIn): FolderFiles {
  const markdown: string[] = [];
  const others: string[] = [];
  const above = rulesAbove(root);
  const problems = [...above.problems];
  const note = (file: string, severity: Problem['severity'], message: string) =>
    problems.push(problemAt({ file, line: 1 }, severity, message));
  /** `folder` ends in `/`, or is empty for the root. */
  const walk = (folder: string, ignoring: readonly IgnoreRules[]): void => {
    const listed = entriesOf(root, folder, entriesAt);
    if (typeof listed === 'string') {
      note(folder, 'error', `${listed} (folder left out)`);
      return;
    }
    const own = rulesIn(root, folder);
    problems.push(...own.problems);
    const rules = [...ignoring, ...own.value];
    const folders: string[] = [];
    for (const entry of listed) {
      // Folders end in `/`, as `.gitignore` tells them from files.
      const path = `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || isIgnored(path, rules)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) (isMarkdown(path) ? markdown : others).push(path);
      else if (isMarkdown(path)) note(path, 'warning', entry.isSymbolicLink() ? LINK : NO_FILE);
    }
    if (markdown.length + others.length + folders.length > LIMIT.files)
      throw new InputError(`"${root}" holds over 200,000 files; name a folder below it`);
    for (const path of folders) {
      others.push(path.slice(0, -1));
      walk(path, rules);
    }
  };
  walk('', above.value);
  return { markdown, others, problems };
}

const LINK = 'it is a symbolic link; links are not followed';
const NO_FILE = 'it is not a regular file';

/** A folder's entries, or why it cannot be listed; for the root that is thrown. */
function entriesOf(root: string, folder: string, entriesAt: typeof entriesIn): Dirent[] | string {
  if (folder.split('/').length > LIMIT.depth + 1) return 'it is nested too deep';
  try {
    return entriesAt(join(root, folder.slice(0, -1)));
  } catch (error) {
    if (folder === '') throw error;
    const isLink = 'it has become a symbolic link';
    return reasonOf(error, { ELOOP: isLink, ENOTDIR: isLink, ESTALE: isLink });
  }
}

/** Whether a file is Markdown, by its name. */
export function isMarkdown(path: string): boolean {
  return MARKDOWN_ENDING.test(path);
}
