import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which others' code may be bundled: they ask for no more than to be named. */
const ALLOWED = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];

/** The folders of the packages that some files belong to, each once, in order; files of ours belong to none. */
export function packageFolders(files: readonly string[]): string[] {
  const folders = files.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/**
 * The names and licences of the packages in some folders, and others' notices, for a file that is shipped with their code.
 *
 * @throws Error when one has a licence that is not allowed, or no text of it.
 */
export function notices(folders: readonly string[], ...others: readonly string[]): string {
  const head = 'The files in this folder hold code and words of these:\n';
  return [head, ...folders.map(notice), ...others].join(`\n${'='.repeat(80)}\n\n`);
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED.includes(license))
    throw new Error(`${name} ${version} has the licence "${license}", which is none of ${ALLOWED}`);
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = readFileSync(join(folder, file ?? 'LICENSE'), 'utf8');
  return `${name} ${version}, ${license}\n\n${text.trim()}\n`;
}
