import { invisibleIn } from '../markdown/invisible.ts';
import { withoutComments } from '../markdown/lex.ts';
import type { Loaded } from '../policy/load.ts';
import { anchorOf } from '../policy/names.ts';
import { groupedItems } from '../policy/phrasings.ts';
import { type Place, type Problem, sourceOf } from '../policy/policy.ts';
import { type MarkdownFile, type SourceFile, withPlainLineEnds } from '../policy/source-file.ts';

/**
 * Headings whose anchor is taken on their page, so that links to it lead to the earlier one. Files that are published
 * nowhere are pages of their own.
 */
export function duplicateAnchors({ policy, places }: Loaded): Problem[] {
  const firsts = new Map<string, Place>();
  return policy.sections.flatMap((section, at) => {
    const place = places.sections[at];
    const page = sourceOf(policy.page, section) ?? place?.file;
    // A number behind the heading's own anchor was put there because the anchor was taken.
    const wanted =
      section.anchor === anchorOf(section.heading) ? section.anchor : section.anchor.replace(/-\d+$/, '');
    const first = firsts.get(`${page}#${wanted}`);
    if (first === undefined && place !== undefined) firsts.set(`${page}#${wanted}`, place);
    if (first === undefined) return [];
    const message = `anchor "${wanted}" is that of ${first.file}:${first.line} already; change one of the headings`;
    return warningsAt(place, message);
  });
}

/** Files that give nothing: no text, no heading, or no phrasing where phrasings are listed. */
export function emptyFiles(files: readonly MarkdownFile[]): Problem[] {
  return files.flatMap((file) => {
    const message = missingFrom(file);
    return message === undefined ? [] : warningsAt({ file: file.path, line: 1 }, message);
  });
}

function missingFrom({ path, body, parts, fields }: MarkdownFile): string | undefined {
  if (path.startsWith('asked-as/'))
    return groupedItems(body).length === 0 ? 'it lists no phrasing; write each behind a "- "' : undefined;
  // The page's title and source are said without a word of introduction.
  if (path === 'index.md' && fields.size > 0) return undefined;
  const hasText = parts.some(({ heading, body }) => heading !== undefined || body.trim() !== '');
  return hasText ? undefined : 'it has no text, so that nothing leads to it; write some, or delete it';
}

/** Sections that say nothing: they are found by their heading and then answer nothing. */
export function emptySections({ policy, places }: Loaded): Problem[] {
  return policy.sections.flatMap(({ heading, body }, at) =>
    withoutComments(body).trim() === ''
      ? warningsAt(places.sections[at], `section "${heading}" has no text`)
      : [],
  );
}

/** Lines with characters that show nothing; they are read as if these were not there. */
export function hiddenCharacters({ path, text }: SourceFile): Problem[] {
  const whole = withPlainLineEnds(text);
  if (invisibleIn(whole).length === 0) return [];
  return whole.split('\n').flatMap((line, at) => {
    const names = new Set(invisibleIn(line).map(({ character }) => codePoint(character)));
    if (names.size === 0) return [];
    const message = `${[...names].join(', ')} cannot be seen and is read as if it were not there; delete it`;
    return [{ file: path, line: at + 1, severity: 'warning', message }];
  });
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** An error where the place is known. */
export function errorsAt(place: Place | undefined, message: string): Problem[] {
  return place === undefined ? [] : [{ file: place.file, line: place.line, severity: 'error', message }];
}

/** A warning where the place is known. */
export function warningsAt(place: Place | undefined, message: string): Problem[] {
  return errorsAt(place, message).map((problem) => ({ ...problem, severity: 'warning' }));
}

/** A note where the place is known. */
export function notesAt(place: Place | undefined, message: string): Problem[] {
  return errorsAt(place, message).map((problem) => ({ ...problem, severity: 'note' }));
}
