import { readFileSync } from 'node:fs';
import { built } from '../node/built.ts';
import type { OnProgress } from '../policy/folder.ts';
import type { Loaded } from '../policy/load.ts';
import type { LexedSection, LexSection, Page, PolicyText, Problem, Section } from '../policy/policy.ts';
import type { SearchIndex } from './search-index.ts';
import { decodeIndex } from './stored-index.ts';

/** A policy that a run works with. */
export interface Opened {
  readonly policy: PolicyText;
  /** What of a folder could not be read. */
  readonly problems: readonly Problem[];
  /** The search tables: read, or built, only when asked for. */
  readonly index: () => Promise<SearchIndex>;
  /** What lexes its sections: a table, or marked, loaded only when asked for. */
  readonly lexer: () => Promise<LexSection>;
}

/** What the build writes of the bundled policy. */
export const BUNDLED = Object.freeze({
  policy: built('policy.json'),
  page: built('page.json'),
  /** Of one section: a run shows no more. */
  tokens: (name: string) => built(`tokens/${name}.json`),
  index: built('search.bin'),
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
  const { loadFolder } = await import('../policy/folder.ts');
  return opened(loadFolder(folder, onProgress));
}

async function openBundled(): Promise<Opened> {
  return {
    policy: JSON.parse(readFileSync(BUNDLED.policy, 'utf8')) as PolicyText,
    problems: [],
    index: async () => decodeIndex(readFileSync(BUNDLED.index)),
    lexer: async () => bundledTokens,
  };
}

/** The bundled policy's sections were lexed by the build. */
function bundledTokens(section: Section): LexedSection {
  return {
    ...section,
    tokens: JSON.parse(readFileSync(BUNDLED.tokens(section.name), 'utf8')) as LexedSection['tokens'],
  };
}

function opened({ policy, askedAs, problems }: Loaded): Opened {
  return {
    policy,
    problems,
    index: async () => {
      const { buildIndex } = await import('./search-index.ts');
      return buildIndex(policy, askedAs);
    },
    lexer: async () => (await import('../policy/lexed.ts')).lexed,
  };
}
