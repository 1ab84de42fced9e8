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
 * The notices of the packages in some folders, for a file that is shipped with what was made of them: those of one text
 * together, each with its copyright.
 *
 * @throws Error when one has a licence that is not allowed.
 */
export function notices(folders: readonly string[]): string {
  const groups = new Map<string, { packages: Set<string>; text: string }>();
  for (const { names, text } of folders.map(notice)) {
    const words = text.replace(/\W+/g, ' ').toLowerCase();
    const group = groups.get(words) ?? { packages: new Set(), text };
    groups.set(words, group);
    group.packages.add(names);
  }
  const texts = Array.from(
    groups.values(),
    ({ packages, text }) => `${[...packages].join('\n')}\n\n${text}\n`,
  );
  return ['The code in this folder holds code of these packages:\n', ...texts].join(
    `\n${'='.repeat(80)}\n\n`,
  );
}

/** A package with its copyright, and the rest of its licence. */
function notice(folder: string): { names: string; text: string } {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED.includes(license)) {
    throw new Error(
      `${name} ${version} has the licence "${license}", which is none of ${ALLOWED.join(', ')}`,
    );
  }
  const lines = licenceLines(folder);
  const isOwn = (line: string) => /^\W*(?:portions )?copyright (?:\(c\)|©|\d)/i.test(line);
  const own = lines?.filter(isOwn) ?? [`By ${author?.name ?? author}.`];
  const text = lines?.filter((line) => !isOwn(line)).join('\n') ?? `By its name alone: ${license}`;
  return {
    names: [`${name} ${version}, ${license}`, ...own.map((line) => `  ${line.trim()}`)].join('\n'),
    text: text.replace(TITLE, '').trim(),
  };
}

/** What a licence is called above its text. */
const TITLE = /^\s*(?:\(?(?:The )?(?:MIT |ISC )?Licen[cs]e\)?\W*(?:\(MIT\))?\W*\n)+/i;

/** Undefined where a package states its licence by name alone. */
function licenceLines(folder: string): string[] | undefined {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/);
}
