import { type Dirent, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { InputError, reasonOf } from '../errors.ts';
import { entriesIn, linesOf, readBytes } from './file-text.ts';
import { type IgnoreFile, ignorePatterns, isIgnored, rulesAbove, rulesWithin } from './ignored.ts';
import { type Problem, problemAt, type Reading } from './policy.ts';

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
 * @param entriesAt handed in by tests alone, in which folders change while they are read.
 * @throws InputError when the folder holds over 200,000 files; the system's error when it cannot be listed.
 */
export function folderFiles(root: string, entriesAt = entriesIn): FolderFiles {
  const markdown: string[] = [];
  const others: string[] = [];
  const above = rulesOverFolder(root);
  const problems: Problem[] = [...above.problems];
  const open: OpenFolder[] = [{ path: '', depth: 0, ignoring: above.value }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const found = entriesOf(root, folder, entriesAt);
    // One by one: as arguments of one call, as many as a folder may hold do not fit on the stack.
    for (const problem of found.problems) problems.push(problem);
    for (const path of found.files) (isMarkdown(path) ? markdown : others).push(path);
    for (const inner of found.folders) {
      open.push(inner);
      others.push(inner.path.slice(0, -1));
    }
    if (markdown.length + others.length > LIMIT.files) {
      throw new InputError(`"${root}" holds over 200,000 files; name a folder below it`);
    }
  }
  return { markdown, others, problems };
}

interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly OpenFolder[];
  readonly problems: readonly Problem[];
}

function entriesOf(
  root: string,
  { path: folder, depth, ignoring }: OpenFolder,
  entriesAt: typeof entriesIn,
): Entries {
  const listed = list(root, folder, entriesAt);
  if ('severity' in listed) return { files: [], folders: [], problems: [listed] };
  const hasRules = listed.some(({ name }) => name === '.gitignore');
  const own = hasRules ? rulesOf(root, folder) : NO_RULES;
  const rules = [...ignoring, ...own.value];
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
      ...own.problems,
      ...links.map((entry) => passedOver(pathOf(folder, entry), entry)),
      ...(isTooDeep ? [unread(folder, 'folders in it are nested too deep')] : []),
    ],
  };
}

/** A folder's entries, or why it cannot be listed; for the root that is thrown. */
function list(root: string, folder: string, entriesAt: typeof entriesIn): Dirent[] | Problem {
  try {
    return entriesAt(join(root, folder.slice(0, -1)));
  } catch (error) {
    if (folder === '') throw error;
    return unread(folder, reasonOf(error, { ELOOP: BECOME_LINK, ENOTDIR: BECOME_LINK }));
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

const NO_RULES: Reading<IgnoreFile[]> = { value: [], problems: [] };

/** The rules of the work tree that a folder is in, from its top downward; none where it is in none. */
function rulesOverFolder(root: string): Reading<IgnoreFile[]> {
  const above: string[] = [];
  let at = root;
  while (!existsSync(join(at, '.git'))) {
    const parent = dirname(at);
    if (parent === at) return NO_RULES;
    above.unshift(parent);
    at = parent;
  }
  const ruling = above.filter((folder) => existsSync(join(folder, '.gitignore')));
  const read = ruling.map((folder) => rulesOf(root, `${relative(root, folder).replaceAll('\\', '/')}/`));
  return { value: read.flatMap(({ value }) => value), problems: read.flatMap(({ problems }) => problems) };
}

/** The rules of a folder by its path from the root, which ends in `/` or is empty; above the root it is `../`. */
function rulesOf(root: string, folder: string): Reading<IgnoreFile[]> {
  const read = readBytes(join(root, folder, '.gitignore'));
  const place = { file: `${folder}.gitignore`, line: 1 };
  if ('reason' in read)
    return { value: [], problems: [problemAt(place, 'error', `${read.reason} (rules not used)`)] };
  const { rules, unused } = ignorePatterns(linesOf(read.bytes));
  const problems = unused.map(({ line, why }) => problemAt({ ...place, line }, 'error', why));
  if (!folder.startsWith('../')) return { value: rulesWithin(rules, folder), problems };
  const value = rulesAbove(rules, `${relative(join(root, folder), root).replaceAll('\\', '/')}/`);
  const whose = problemAt(
    place,
    'note',
    `user ${read.owner} owns these rules, by which files are passed over`,
  );
  const isNamed = value.length > 0 && !isOwnUser(read.owner);
  return { value, problems: isNamed ? [...problems, whose] : problems };
}

/** Whether a user is the one who runs this, or ran it by sudo; some systems do not number users. */
function isOwnUser(user: number): boolean {
  const own = process.getuid?.();
  return own === undefined || user === own || user === Number(process.env['SUDO_UID']);
}
