import { readFileSync } from 'node:fs';
import type { OnProgress } from './policy/folder.ts';
import type { Loaded } from './policy/load.ts';
import type { Page, PolicyText } from './policy/policy.ts';
import type { Problem } from './policy/problem.ts';
import type { SearchIndex } from './search/search-index.ts';
import { decodeIndex } from './search/stored-index.ts';

/** A policy that a run works with. */
export interface Opened {
  readonly policy: PolicyText;
  /** What of a folder could not be read. */
  readonly problems: readonly Problem[];
  /** The search tables: read, or built, only when asked for. */
  readonly index: () => Promise<SearchIndex>;
}

/** What the build writes of the bundled policy; the same place seen from `src/` and from `dist/`. */
export const BUNDLED = Object.freeze({
  policy: new URL('../dist/policy.json', import.meta.url),
  page: new URL('../dist/page.json', import.meta.url),
  index: new URL('../dist/search.bin', import.meta.url),
});

/** The bundled policy's page alone, which is read without the policy. */
export async function bundledPage(): Promise<Page> {
  return JSON.parse(readFileSync(BUNDLED.page, 'utf8')) as Page;
}

/**
 * Opens a folder of Markdown, or the bundled policy where none is named. What of a folder cannot be read is in
 * `problems`; the rest answers.
 *
 * @throws InputError when the folder cannot be read or holds no policy.
 */
export async function open(folder: string | undefined, onProgress?: OnProgress): Promise<Opened> {
  if (folder === undefined) return openBundled();
  const { loadFolder } = await import('./policy/folder.ts');
  return opened(loadFolder(folder, onProgress));
}

async function openBundled(): Promise<Opened> {
  return {
    policy: JSON.parse(readFileSync(BUNDLED.policy, 'utf8')) as PolicyText,
    problems: [],
    index: async () => decodeIndex(readFileSync(BUNDLED.index)),
  };
}

function opened({ policy, askedAs, problems }: Loaded): Opened {
  return {
    policy,
    problems,
    index: async () => {
      const { buildIndex } = await import('./search/search-index.ts');
      return buildIndex(policy, askedAs);
    },
  };
}
