import { type Dirent, existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, InputError, reasonOf } from '../errors.ts';
import { MARKDOWN_ENDING } from '../markdown/links.ts';
import { entriesIn, readText } from './file-text.ts';
import { type IgnoreRules, isIgnored, rulesAbove, rulesIn } from './ignored.ts';
import { type LoadedPolicy, loadPolicy } from './load.ts';
import { describeProblem, type Problem, problemAt } from './policy.ts';
import type { SourceFile } from './source-file.ts';

const LIMIT = Object.freeze({
  files: 200_000,
  /** Folders within folders. */
  depth: 64,
  /** UTF-16 units of all files together: a hundred thick books, and well within Node's memory. */
  text: 200_000_000,
});

/** Called with how far a long load has come, for each file. */
export type OnProgress = (done: number, total: number) => void;

/** A folder and the text of its Markdown files. */
export type Folder = ReturnType<typeof readFolder>;

/**
 * Loads a folder of Markdown. Files that cannot be read are named in `problems`, the rest is loaded.
 *
 * @throws InputError when the folder cannot be read, is too large, or holds no policy.
 */
export function loadFolder(folder: string, onProgress: OnProgress = () => {}): LoadedPolicy {
  const { name, path, sources, problems } = readFolder(folder, onProgress);
  const loaded = loadPolicy(sources, name, problems);
  if (loaded.policy.sections.length === 0) {
    const [first] = loaded.problems;
    const why = first === undefined ? 'it holds no Markdown with text' : describeProblem(first);
    throw new InputError(`no policy in "${folder}": ${why}; name a folder of .md files`);
  }
  // To index it afterwards takes as long again: the count should not seem to stand still before its end.
  onProgress(sources.length, sources.length);
  const page = { ...loaded.policy.page, folder: path };
  return { ...loaded, policy: { ...loaded.policy, page } };
}

/**
 * Reads a folder's Markdown files.
 *
 * @throws InputError when the folder cannot be read or is too large.
 */
export function readFolder(folder: string, onProgress: OnProgress = () => {}, most: number = LIMIT.text) {
  const { root, files, ...named } = listed(folder);
  const sources: SourceFile[] = [];
  const problems: Problem[] = [...files.problems];
  let length = 0;
  for (const [at, path] of files.markdown.entries()) {
    onProgress(at, files.markdown.length);
    const { text, line = 1, reason } = readText(join(root, path));
    const why = path.includes('\uFFFD') ? 'its name is not UTF-8' : reason;
    const message = text === undefined ? `${why} (file left out)` : reason;
    if (message !== undefined) problems.push(problemAt({ file: path, line }, 'error', message));
    if (text === undefined) continue;
    sources.push({ path, text: text.replace(/\r\n?/g, '\n') });
    length += text.length;
    if (length > most)
      throw new InputError(`"${folder}" holds over ${most / 1e6} MB of Markdown; name a folder below it`);
  }
  return { ...files, ...named, sources, problems };
}

/**
 * A folder, as it was named and by its own name, and its files, or the one that is named; whoever names a symbolic link means
 * what it leads to.
 */
function listed(folder: string) {
  // The system would take it for the working folder, which nobody means who leaves the name out.
  if (folder === '') throw new InputError('the folder has no name; name one, or . for this one');
  try {
    const place = realpathSync(folder);
    const isFile = MARKDOWN_ENDING.test(place) && !lstatSync(place).isDirectory();
    const [name, root] = [basename(place), isFile ? dirname(place) : place];
    const files = isFile ? { markdown: [name], others: [], problems: [] } : folderFiles(root);
    const paths = new Set([...files.markdown, ...files.others]);
    /** Whether there is a file or a folder at a path in it; also where one file of it was named, and it alone is read. */
    const has = (path: string) => (isFile ? existsSync(join(root, path)) : paths.has(path));
    return { root, name, path: isFile ? dirname(folder) : folder, files, has };
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    const reason = reasonOf(error, { ENOTDIR: 'it is neither a folder nor Markdown' });
    throw new InputError(`cannot read "${folder}": ${reason}; name a folder of Markdown, or one .md file`);
  }
}

/**
 * The files of a folder, by paths relative to it, with `/`. Passed over are hidden files, `node_modules`, what
 * `.gitignore` names, and every symbolic link: one that stays inside leads to what is read anyway, and any other leads
 * out or in a circle.
 *
 * @param root an absolute path without symbolic links.
 * @param entriesAt handed in by tests alone, in which folders change while they are read.
 * @throws InputError when the folder holds over 200,000 files; the system's error when it cannot be listed.
 */
export function folderFiles(root: string, entriesAt = entriesIn) {
  const markdown: string[] = [];
  /** Images and the like, and folders, which links may lead to. */
  const others: string[] = [];
  const above = rulesAbove(root);
  /** Folders and files that were passed over though somebody may miss them. */
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
      else if (entry.isFile()) (MARKDOWN_ENDING.test(path) ? markdown : others).push(path);
      else if (MARKDOWN_ENDING.test(path)) note(path, 'warning', entry.isSymbolicLink() ? LINK : NO_FILE);
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
