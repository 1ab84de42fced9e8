import { checkFolder } from '../../src/check/findings.ts';
import { describeProblem } from '../../src/policy/policy.ts';

/** A folder given as path -> text, with the names of other files in it. */
export function folderOf(files: Readonly<Record<string, string>>, others: readonly string[] = []) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const paths = new Set([...Object.keys(files), ...others]);
  const folders = [...paths].flatMap((path) =>
    [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index)),
  );
  return {
    path: '.',
    has: (path: string) => paths.has(path) || folders.includes(path),
    name: 'folder',
    sources,
    markdown: sources.map(({ path }) => path),
    others: [...others],
    problems: [],
  };
}

/** The findings in a folder, as they are printed. */
export function findings(...folder: Parameters<typeof folderOf>): string[] {
  return checkFolder(folderOf(...folder), false).map(describeProblem);
}
