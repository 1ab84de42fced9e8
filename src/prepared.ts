import { readFile } from 'node:fs/promises';
import type { OnProgress } from './policy/folder.ts';
import type { Loaded } from './policy/load.ts';
import type { Page, PolicyText } from './policy/policy.ts';
import type { Problem } from './policy/problem.ts';
import type { SearchIndex } from './search/search-index.ts';

/** A policy with its search tables, ready to be asked. */
export interface Prepared {
  readonly policy: PolicyText;
  readonly index: SearchIndex;
}

/** What a run works with, and what of a folder could not be read. */
export interface Opened extends Prepared {
  readonly problems: readonly Problem[];
}

/** The bundled policy as the build wrote it; the same place seen from `src/` and from `dist/`. */
export const BUNDLED = new URL('../dist/policy.json', import.meta.url);

/** The bundled policy's page alone, which is read without the policy. */
export async function bundledPage(): Promise<Page> {
  return JSON.parse(await readFile(new URL('page.json', BUNDLED), 'utf8')) as Page;
}

/**
 * Opens a folder of Markdown, or the bundled policy where none is named. What of a folder cannot be read is in
 * `problems`; the rest answers.
 *
 * @throws InputError when the folder cannot be read or holds no policy.
 */
export async function open(folder: string | undefined, onProgress?: OnProgress): Promise<Opened> {
  if (folder === undefined)
    return { ...(JSON.parse(await readFile(BUNDLED, 'utf8')) as Prepared), problems: [] };
  const { loadFolder } = await import('./policy/folder.ts');
  const loaded = loadFolder(folder, onProgress);
  return { ...(await prepare(loaded)), problems: loaded.problems };
}

/** Builds the search tables of a loaded folder. */
export async function prepare({ policy, askedAs }: Loaded): Promise<Prepared> {
  const { buildIndex } = await import('./search/search-index.ts');
  return { policy, index: buildIndex(policy, askedAs) };
}
