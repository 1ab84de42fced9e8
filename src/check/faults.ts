import { codePoint, invisibleIn } from '../markdown/invisible.ts';
import { withoutComments } from '../markdown/lex.ts';
import { lineOf } from '../policy/front-matter.ts';
import type { LoadedPolicy } from '../policy/load.ts';
import { anchorOf } from '../policy/names.ts';
import { type Place, type Problem, problemAt, type Section, sourceOf } from '../policy/policy.ts';
import { type MarkdownFile, type SourceFile, withPlainLineEnds } from '../policy/source-file.ts';
import { isContentStem, stemOf, wordsOf } from '../search/words.ts';

/** A folder's sections in order, and where they stand. */
export function placedSections({ policy, places }: LoadedPolicy) {
  return policy.sections.flatMap((section, at) => {
    const place = places.sections[at];
    return place === undefined ? [] : [{ section, place }];
  });
}

/**
 * Headings whose anchor is taken on their page, so that links to it lead to the earlier one. Files that are published
 * nowhere are pages of their own.
 */
export function duplicateAnchors(loaded: LoadedPolicy): Problem[] {
  const firsts = new Map<string, Place>();
  return placedSections(loaded).flatMap(({ section, place }) => {
    const anchor = wantedAnchor(section);
    const id = `${sourceOf(loaded.policy.page, section) ?? place.file}#${anchor}`;
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, place);
    if (first === undefined) return [];
    const message = `anchor "${anchor}" is that of ${first.file}:${first.line} already; change one of the headings`;
    return problemAt(place, 'warning', message);
  });
}

/** The anchor that a section would have if no other had it. */
function wantedAnchor({ anchor, heading }: Section): string {
  const wanted = anchorOf(heading);
  return anchor.startsWith(`${wanted}-`) && /^-\d+$/.test(anchor.slice(wanted.length)) ? wanted : anchor;
}

/** Files that give nothing: no text, no heading, or no phrasing where phrasings are listed. */
export function emptyFiles({ files }: LoadedPolicy): Problem[] {
  return files.flatMap((file) => {
    const message = lackOf(file);
    return message === undefined ? [] : problemAt({ file: file.path, line: 1 }, 'warning', message);
  });
}

function lackOf(file: MarkdownFile): string | undefined {
  if (file.kind === 'asked-as')
    return file.items.length === 0 ? 'it lists no phrasing; write each behind a "- "' : undefined;
  // The page's title and source are said without a word of introduction.
  if (file.path === 'index.md' && file.fields.size > 0) return undefined;
  const hasText = file.parts.some(({ heading, body }) => heading !== undefined || body.trim() !== '');
  return hasText ? undefined : 'it has no text, so that nothing leads to it; write some, or delete it';
}

/** Sections without text: they are found by their heading and then answer nothing. */
export function emptySections(loaded: LoadedPolicy): Problem[] {
  return placedSections(loaded)
    .filter(({ section }) => withoutComments(section.body).trim() === '')
    .map(({ section, place }) => problemAt(place, 'warning', `section "${section.heading}" has no text`));
}

/** Marks that tell a line of Hebrew or Arabic which way its punctuation runs. */
const DIRECTION = /[\u200e\u200f\u061c]/;

/** Lines with invisible characters, which are read as if these were not there. */
export function hiddenCharacters({ path, text }: SourceFile): Problem[] {
  const whole = withPlainLineEnds(text);
  if (invisibleIn(whole).length === 0) return [];
  return whole.split('\n').flatMap((line, at) => {
    const isMarked = /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(line);
    const found = invisibleIn(line).filter((character) => !(isMarked && DIRECTION.test(character)));
    const names = new Set(found.map(codePoint));
    if (names.size === 0) return [];
    const message = `${[...names].join(', ')} cannot be seen and is read as if it were not there; delete it`;
    return problemAt({ file: path, line: at + 1 }, 'warning', message);
  });
}

/** Headings of stop words alone: no other question than themselves leads to them. */
export function stopWordHeadings(loaded: LoadedPolicy): Problem[] {
  return placedSections(loaded).flatMap(({ section: { heading }, place }, at) => {
    const hasContent = wordsOf(heading).some((word) => isContentStem(stemOf(word)));
    if (hasContent || !/\s/.test(heading) || (loaded.askedAs.sections[at] ?? []).length > 0) return [];
    const message = `heading "${heading}" holds stop words alone, and only that very question finds it; list others`;
    return problemAt(place, 'warning', message);
  });
}

const KEYS = ['title', 'source', 'questions', 'question', 'asked-as'];

/** Keys of front matter that are ours but for a slip, and so are not read. */
export function misspeltKeys({ files }: LoadedPolicy): Problem[] {
  return files.flatMap((file) =>
    [...file.fields.keys()].flatMap((key) => {
      const isOurs = KEYS.includes(key) || KEYS.includes(key.replace(/s$/, ''));
      const near = isOurs ? [] : KEYS.filter((known) => isSlipOf(key, known));
      const meant = near.find(({ length }) => length === key.length) ?? near[0];
      if (meant === undefined) return [];
      const message = `"${key}" in front matter is not read; is "${meant}" meant?`;
      return problemAt({ file: file.path, line: lineOf(file, key) }, 'warning', message);
    }),
  );
}

/** Whether two words begin alike and one letter makes the difference: left out, added, another, or two changed over. */
function isSlipOf(typed: string, known: string): boolean {
  if (typed[0]?.toLowerCase() !== known[0] || Math.abs(typed.length - known.length) > 1) return false;
  const rest = [...known];
  const extra = [...typed.toLowerCase()].filter((letter) => {
    const at = rest.indexOf(letter);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return extra.length <= 1 && rest.length <= 1;
}
