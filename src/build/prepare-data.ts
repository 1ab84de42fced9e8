import { brotliCompressSync } from 'node:zlib';
import { InputError } from '../errors.ts';
import { lex } from '../markdown/lex.ts';
import { loadFolder } from '../policy/folder.ts';
import { describeProblem } from '../policy/policy.ts';
import { BUNDLED } from '../search/open-policy.ts';
import { buildIndex } from '../search/search-index.ts';
import { encodeIndex } from '../search/stored-index.ts';

/**
 * Our own folder, loaded as any other is.
 *
 * @throws InputError when anything in the folder is broken.
 */
export function loadData(folder: string) {
  const { askedAs, problems, ...loaded } = loadFolder(folder);
  if (problems.length > 0) throw new InputError(problems.map(describeProblem).join('\n'));
  // Cited by its page: nobody has the folder that it was made of.
  const sections = loaded.policy.sections.map(({ place: _, source: __, ...section }) => section);
  const { folder: _, ...page } = loaded.policy.page;
  return { policy: { ...loaded.policy, page, sections }, askedAs };
}

/** The files of `dist/` that hold what a policy says: a run reads only those that its command needs. */
export function policyFiles({ policy }: ReturnType<typeof loadData>) {
  return {
    [BUNDLED.policy]: inAscii(JSON.stringify(policy)),
    // A line a section: a run parses only that of the section that it shows.
    [BUNDLED.tokens]: policy.sections.map((section) => inAscii(JSON.stringify(lex(section.body)))).join('\n'),
  };
}

/** Those and the files that hold its search tables, which are trained here: that takes most of a build. */
export async function preparedFiles(folder: string) {
  const data = loadData(folder);
  const index = buildIndex(data.policy, data.askedAs);
  const { tables } = index;
  const unitTexts = tables.kind === 'phrasings' ? await tables.unitTexts() : [];
  return {
    ...policyFiles(data),
    [BUNDLED.index]: encodeIndex(index),
    [BUNDLED.unitTexts]: brotliCompressSync(unitTexts.join('\n')),
  };
}

/**
 * JSON or JavaScript in ASCII, which takes V8 half the time to read: with one character beyond Latin-1, all of them take
 * two bytes.
 */
export function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
