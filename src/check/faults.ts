import { codePoint, invisibleIn } from '../markdown/invisible.ts';
import { withoutComments } from '../markdown/lex.ts';
import type { LoadedPolicy, SectionPlace } from '../policy/load.ts';
import { type Problem, problemAt, sourceOf } from '../policy/policy.ts';
import { type MarkdownFile, type SourceFile, withPlainLineEnds } from '../policy/source-file.ts';

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
  const firsts = new Map<string, SectionPlace>();
  return placedSections(loaded).flatMap(({ section, place }) => {
    const { anchor, file } = place;
    const id = `${sourceOf(loaded.policy.page, section) ?? file}#${anchor}`;
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, place);
    if (first === undefined) return [];
    const message = `anchor "${anchor}" is that of ${first.file}:${first.line} already; change one of the headings`;
    return problemAt(place, 'warning', message);
  });
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

/** Lines with invisible characters, which are read as if these were not there. */
export function hiddenCharacters({ path, text }: SourceFile): Problem[] {
  const whole = withPlainLineEnds(text);
  if (invisibleIn(whole).length === 0) return [];
  return whole.split('\n').flatMap((line, at) => {
    const names = new Set(invisibleIn(line).map(codePoint));
    if (names.size === 0) return [];
    const message = `${[...names].join(', ')} cannot be seen and is read as if it were not there; delete it`;
    return problemAt({ file: path, line: at + 1 }, 'warning', message);
  });
}
