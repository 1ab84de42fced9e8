import { brotliCompressSync } from 'node:zlib';
import { InputError } from '../errors.ts';
import { lex } from '../markdown/lex.ts';
import { loadFolder } from '../policy/folder.ts';
import { describeProblem } from '../policy/policy.ts';
import type { SearchablePolicy } from '../search/answering-passage.ts';
import { BUNDLED } from '../search/open-policy.ts';
import { buildIndex } from '../search/search-index.ts';
import { encodeIndex } from '../search/stored-index.ts';

/**
 * Our own folder, loaded as any other is, with its search tables.
 *
 * @throws InputError when anything in the folder is broken.
 */
export async function prepareData(folder: string) {
  const { askedAs, problems, ...loaded } = loadFolder(folder);
  if (problems.length > 0) throw new InputError(problems.map(describeProblem).join('\n'));
  // Cited by its page: nobody has the folder that it was made of.
  const sections = loaded.policy.sections.map(({ place: _, parents: __, ...section }) => section);
  const { folder: ___, ...page } = loaded.policy.page;
  const policy = { ...loaded.policy, page, sections };
  return { policy, index: buildIndex(policy, askedAs), askedAs };
}

/** The files of `dist/` that hold a policy: a run reads only those that its command needs. */
export async function policyFiles({ policy, index }: SearchablePolicy) {
  const { tables } = index;
  const unitTexts = tables.kind === 'phrasings' ? await tables.unitTexts() : [];
  return {
    [BUNDLED.policy]: asciiJson(policy),
    // A line a section: a run parses only that of the section that it shows.
    [BUNDLED.tokens]: policy.sections.map((section) => asciiJson(lex(section.body))).join('\n'),
    [BUNDLED.index]: encodeIndex(index),
    [BUNDLED.unitTexts]: brotliCompressSync(unitTexts.join('\n')),
  };
}

function asciiJson(value: unknown): string {
  return inAscii(JSON.stringify(value));
}

/**
 * JSON or JavaScript in ASCII, which takes V8 half the time to read: with one character beyond Latin-1, all of them take
 * two bytes.
 */
export function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
