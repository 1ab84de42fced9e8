// The types of the library for TypeScript programs, in one file that needs no other.
import { execFile } from 'node:child_process';
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
