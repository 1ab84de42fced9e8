import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { type Loaded, loadPolicy, type SourceFile } from './load.ts';

/**
 * Loads a folder of Markdown.
 *
 * @throws InputError when the folder or a file cannot be read, or holds no policy.
 */
export async function loadFolder(folder: string): Promise<Loaded> {
  const files = await readMarkdown(folder);
  return loadPolicy(files, basename(resolve(folder)));
}

async function readMarkdown(folder: string): Promise<SourceFile[]> {
  const entries = await reading(folder, () => readdir(folder, { recursive: true, withFileTypes: true }));
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => ({
      path: path.slice(join(folder, '/').length).replaceAll('\\', '/'),
      text: await reading(path, () => readFile(path, 'utf8')),
    })),
  );
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new InputError(`cannot read "${path}": ${reason(error)}; name a readable folder with --data`);
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'it does not exist';
    case 'ENOTDIR':
      return 'it is not a folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
