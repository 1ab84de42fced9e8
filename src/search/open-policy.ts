import type { OnProgress } from '../policy/folder.ts';
import type { LexedSection, LexSection, PolicyText, Problem } from '../policy/policy.ts';
import type { SearchIndex } from './search-index.ts';
import { decodeIndex } from './stored-index.ts';

/** A policy that was opened; search tables and lexer are loaded when they are first asked for. */
export interface OpenPolicy {
  readonly policy: PolicyText;
  /** Everything in a folder that could not be read. */
  readonly problems: readonly Problem[];
  readonly index: () => Promise<SearchIndex>;
  /** Lexes a section; of the bundled policy the build has done so. */
  readonly lexer: () => Promise<LexSection>;
}

/** The bytes of a file that the build writes, by its name. */
export type ReadBuilt = (name: string) => Buffer;

/** The files that the build writes of the bundled policy. */
export const BUNDLED = Object.freeze({
  policy: 'policy.json',
  /** A line a section, in order. */
  tokens: 'tokens.jsonl',
  index: 'search.bin',
  /** A line a unit, packed, as it is long and seldom read. */
  unitTexts: 'unit-texts.br',
  synonyms: 'synonyms.br',
  foreignSynonyms: 'synonyms-foreign.br',
});

/** The bundled policy's text alone. */
export function bundledPolicy(readBuilt: ReadBuilt): PolicyText {
  return JSON.parse(readBuilt(BUNDLED.policy).toString('latin1')) as PolicyText;
}

/**
 * Opens a folder of Markdown, or the bundled policy where none is named. Files that cannot be read are in `problems`;
 * the rest answers.
 *
 * @throws InputError when the folder cannot be read or holds no policy.
 */
export async function open(
  folder: string | undefined,
  readBuilt: ReadBuilt,
  onProgress?: OnProgress,
): Promise<OpenPolicy> {
  if (folder === undefined) {
    const unitTexts = async () => (await packedText(readBuilt, BUNDLED.unitTexts)).split('\n');
    return {
      policy: bundledPolicy(readBuilt),
      problems: [],
      index: async () => decodeIndex(readBuilt(BUNDLED.index), unitTexts),
      lexer: async () => bundledTokens(readBuilt(BUNDLED.tokens)),
    };
  }
  const { loadFolder } = await import('../policy/folder.ts');
  const { policy, askedAs, problems } = loadFolder(folder, onProgress);
  return {
    policy,
    problems,
    index: async () => {
      const { languageOf } = await import('./folder-language.ts');
      const { buildIndex } = await import('./search-index.ts');
      const language = await languageOf(policy, (name) => packedText(readBuilt, BUNDLED[name]));
      return buildIndex(policy, askedAs, language);
    },
    lexer: async () => {
      const { lex } = await import('../markdown/lex.ts');
      const { showing } = await import('../markdown/shown.ts');
      const shown = await showing(policy.sections);
      return (section) => ({ ...section, tokens: shown(lex(section.body)) });
    },
  };
}

/** The text of a file that the build has packed. */
export async function packedText(readBuilt: ReadBuilt, name: string): Promise<string> {
  // Only here, as nothing else needs it.
  const { brotliDecompressSync } = await import('node:zlib');
  return brotliDecompressSync(readBuilt(name)).toString();
}

/** The bundled policy's sections were lexed by the build; only those that are shown are parsed. */
function bundledTokens(lines: Buffer): LexSection {
  // Written in ASCII.
  const all = lines.toString('latin1').split('\n');
  return (section) => ({
    ...section,
    tokens: JSON.parse(all[section.number] ?? '') as LexedSection['tokens'],
  });
}
