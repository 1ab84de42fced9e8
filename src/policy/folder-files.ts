import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { InputError, reasonOf } from '../errors.ts';
import { entriesIn } from './file-text.ts';
import { type IgnoreFile, isIgnored, NO_RULES, rulesAbove, rulesIn } from './ignored.ts';
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
  const problems: Problem[] = [];
  /** `folder` ends in `/`, or is empty for the root. */
  const walk = (folder: string, depth: number, above: readonly IgnoreFile[]): void => {
    const listed = list(root, folder, entriesAt);
    if ('severity' in listed) {
      problems.push(listed);
      return;
    }
    const own = listed.some(({ name }) => name === '.gitignore') ? rulesIn(root, folder) : NO_RULES;
    problems.push(...own.problems);
    const rules = [...above, ...own.value];
    const folders: string[] = [];
    for (const entry of listed) {
      const path = pathOf(folder, entry);
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || isIgnored(path, rules)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) (isMarkdown(path) ? markdown : others).push(path);
      else if (isMarkdown(path)) problems.push(passedOver(path, entry));
    }
    if (markdown.length + others.length + folders.length > LIMIT.files)
      throw new InputError(`"${root}" holds over 200,000 files; name a folder below it`);
    const isTooDeep = folders.length > 0 && depth === LIMIT.depth;
    if (isTooDeep) problems.push(unread(folder, 'folders in it are nested too deep'));
    for (const path of isTooDeep ? [] : folders) {
      others.push(path.slice(0, -1));
      walk(path, depth + 1, rules);
    }
  };
  const above = rulesAbove(root);
  problems.push(...above.problems);
  walk('', 0, above.value);
  return { markdown, others, problems };
}

/** A folder's entries, or why it cannot be listed; for the root that is thrown. */
function list(root: string, folder: string, entriesAt: typeof entriesIn): Dirent[] | Problem {
  try {
    return entriesAt(join(root, folder.slice(0, -1)));
  } catch (error) {
    if (folder === '') throw error;
    return unread(folder, reasonOf(error, { ELOOP: BECOME_LINK, ENOTDIR: BECOME_LINK, ESTALE: BECOME_LINK }));
  }
}

const BECOME_LINK = 'it has become a symbolic link';

function unread(folder: string, reason: string): Problem {
  return problemAt({ file: folder, line: 1 }, 'error', `${reason} (folder left out)`);
}

function passedOver(file: string, entry: Dirent): Problem {
  const what = entry.isSymbolicLink() ? 'a symbolic link; links are not followed' : 'not a regular file';
  return problemAt({ file, line: 1 }, 'warning', `it is ${what}`);
}

/** Folders end in `/`, as `.gitignore` tells them from files. */
function pathOf(folder: string, entry: Dirent): string {
  return `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`;
}

/** Whether a file is Markdown, by its name. */
export function isMarkdown(path: string): boolean {
  return /\.(md|markdown|mdx)$/i.test(path);
}
