// The types of the library for TypeScript programs, in one file that needs no other.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The public modules, all that each of them says; whatever one takes from another is in the same file then. */
const PUBLIC = ['render/documents', 'index'];

/**
 * What the compiler declares of the library in the project at `root`.
 *
 * @throws Error when the types do not compile, or need those of a module that is not public.
 */
export async function libraryTypes(root: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'rustpolicy-types-'));
  try {
    const config = join(outDir, 'tsconfig.json');
    await writeFile(config, JSON.stringify(configOf(root, outDir)));
    const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
    await promisify(execFile)(process.execPath, [join(compiler, '../bin/tsc'), '-p', config]);
    const texts = await Promise.all(PUBLIC.map((name) => readFile(join(outDir, `${name}.d.ts`), 'utf8')));
    const types = texts.join('').replace(/^(?:import|export) type \{[^}]*\} from '[^']*';\n/gm, '');
    if (/\bfrom '|\bimport\(/.test(types))
      throw new Error(`the library's types need other modules:\n${types}`);
    return types;
  } finally {
    await rm(outDir, { recursive: true });
  }
}

function configOf(root: string, outDir: string) {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir,
      rootDir: join(root, 'src'),
      typeRoots: [join(root, 'node_modules/@types')],
    },
    files: [join(root, 'src/index.ts')],
    include: [],
  };
}
