// Files of the package beside code: the library's types, in one file that needs no other, and others' licences.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The public modules, all that each of them exports but for what is marked as internal; whatever one takes from another is in the same file then. */
const PUBLIC = ['errors', 'render/documents', 'index'];

/**
 * The types of the library in the project at `root`, as the compiler declares them.
 *
 * @param work a folder for what it writes.
 * @throws Error when the types do not compile, or need those of a module that is not public.
 */
export async function libraryTypes(root: string, work: string): Promise<string> {
  const config = join(work, 'tsconfig.json');
  const compilerOptions = { noEmit: false, emitDeclarationOnly: true, stripInternal: true };
  const include = ['../src/index.ts', '../src/build/untyped.d.ts'];
  const settings = { extends: '../tsconfig.json', compilerOptions, include };
  await writeFile(config, JSON.stringify(settings));
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
  const outDir = join(work, 'types');
  const folders = ['--declaration', '--rootDir', join(root, 'src'), '--outDir', outDir];
  await promisify(execFile)(process.execPath, [tsc, '-p', config, ...folders]);
  const texts = await Promise.all(PUBLIC.map((name) => readFile(join(outDir, `${name}.d.ts`), 'utf8')));
  const types = texts.join('').replace(/^(?:import|export) (?:type )?\{[^}]*\} from '[^']*';\n/gm, '');
  if (/\bfrom '|\bimport\(/.test(types)) throw new Error(`the library's types need other modules:\n${types}`);
  return types;
}

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
