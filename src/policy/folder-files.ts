import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { InputError, reasonOf } from '../errors.ts';
import { readText } from './file-text.ts';
import { type IgnoreFile, isIgnored, rulesAbove, rulesWithin } from './ignored.ts';
import { type Problem, problemAt } from './policy.ts';

const LIMIT = Object.freeze({
  files: 200_000,
  /** Folders within folders. */
  depth: 64,
});

/** The files of a folder, by paths relative to it, with `/`. */
export interface FolderFiles {
  readonly markdown: readonly string[];
  /** Images and the like, which links may lead to. */
  readonly others: readonly string[];
  /** Folders and files that were passed over though somebody may miss them. */
  readonly problems: readonly Problem[];
}

/** A folder that is still to be looked into. */
interface OpenFolder {
  /** Ends in `/`; empty for the root. */
  readonly path: string;
  readonly depth: number;
  /** The rules that hold in it. */
  readonly ignoring: readonly IgnoreFile[];
}

/**
 * Walks a folder. Passed over are hidden files, `node_modules`, what `.gitignore` names, and every symbolic link: one
 * that stays inside leads to what is read anyway, and any other leads out or in a circle.
 *
 * @param root an absolute path without symbolic links.
 * @throws InputError when the folder cannot be listed or holds over 200,000 files.
 */
export function folderFiles(root: string): FolderFiles {
  const markdown: string[] = [];
  const others: string[] = [];
  const problems: Problem[] = [];
  const open: OpenFolder[] = [{ path: '', depth: 0, ignoring: rulesOverFolder(root) }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const found = entriesOf(root, folder);
    // One by one: as arguments of one call, as many as a folder may hold do not fit on the stack.
    for (const problem of found.problems) problems.push(problem);
    for (const path of found.files) (isMarkdown(path) ? markdown : others).push(path);
    for (const inner of found.folders) open.push(inner);
    if (markdown.length + others.length > LIMIT.files) {
      throw new InputError(`"${root}" holds over 200,000 files; name a folder below it with --data`);
    }
  }
  return { markdown, others, problems };
}

interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly OpenFolder[];
  readonly problems: readonly Problem[];
}

function entriesOf(root: string, { path: folder, depth, ignoring }: OpenFolder): Entries {
  const listed = list(root, folder);
  if ('severity' in listed) return { files: [], folders: [], problems: [listed] };
  const hasRules = listed.some((entry) => entry.name === '.gitignore' && entry.isFile());
  const rules = hasRules
    ? [...ignoring, ...rulesOf(join(root, folder), (text) => [rulesWithin(text, folder)])]
    : ignoring;
  const shown = listed.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  const kept = rules.length === 0 ? shown : shown.filter((entry) => !isIgnored(pathOf(folder, entry), rules));
  const links = kept.filter((entry) => !entry.isFile() && !entry.isDirectory() && isMarkdown(entry.name));
  const folders = kept.filter((entry) => entry.isDirectory());
  const isTooDeep = folders.length > 0 && depth >= LIMIT.depth;
  return {
    files: kept.filter((entry) => entry.isFile()).map((entry) => pathOf(folder, entry)),
    folders: isTooDeep
      ? []
      : folders.map((entry) => ({ path: pathOf(folder, entry), depth: depth + 1, ignoring: rules })),
    problems: [
      ...links.map((entry) => passedOver(pathOf(folder, entry), entry)),
      ...(isTooDeep ? [unread(folder, 'folders in it are nested too deep')] : []),
    ],
  };
}

/** A folder's entries, or why it cannot be listed; for the root that is thrown. */
function list(root: string, folder: string): Dirent[] | Problem {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder !== '') return unread(folder, reasonOf(error));
    throw new InputError(`cannot read "${root}": ${reasonOf(error)}; name a readable folder with --data`);
  }
}

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

function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

/** The rules of the work tree that a folder is in, from its top downward; none where it is in none. */
function rulesOverFolder(root: string): IgnoreFile[] {
  const above: string[] = [];
  let at = root;
  while (!existsSync(join(at, '.git'))) {
    const parent = dirname(at);
    if (parent === at) return [];
    above.unshift(parent);
    at = parent;
  }
  return above.flatMap((folder) =>
    rulesOf(folder, (text) => rulesAbove(text, `${relative(folder, root).replaceAll('\\', '/')}/`)),
  );
}

function rulesOf(folder: string, parse: (text: string) => IgnoreFile[]): IgnoreFile[] {
  const read = readText(join(folder, '.gitignore'));
  return 'text' in read ? parse(read.text) : [];
}
