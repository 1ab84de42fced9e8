import { codePoint, invisibleIn } from '../markdown/invisible.ts';
import { placeOf } from '../policy/front-matter.ts';
import type { LoadedPolicy } from '../policy/load.ts';
import { anchorOf } from '../policy/names.ts';
import { type Problem, problemAt } from '../policy/policy.ts';
import type { SourceFile } from '../policy/source-file.ts';
import { grouped } from '../search/lookup.ts';
import { editDistance } from '../search/spelling.ts';
import { bareWords } from '../search/topic.ts';
import { isContentStem, stemOf, wordsOf } from '../search/words.ts';

/** All faults of a policy that make answers worse, but for those of links and characters. */
export function faults(loaded: LoadedPolicy): Problem[] {
  const kinds = [emptyFiles, duplicateAnchors, lateFrontMatter, misspeltKeys, stopWordHeadings];
  return [...kinds, repeatedPhrasings].flatMap((find) => find(loaded));
}

/**
 * Headings whose anchor is taken on their page, so that links to it lead to the earlier one. Files that are published
 * nowhere are pages of their own.
 */
function duplicateAnchors({ policy }: LoadedPolicy): Problem[] {
  const anchored = policy.sections.map(({ anchor, heading, place, source = place.file }) => {
    const wanted = anchorOf(heading);
    // The one that it would have if no other had it.
    const isNumbered = anchor.replace(/-\d+$/, '') === wanted;
    return { ...place, anchor: isNumbered ? wanted : anchor, page: source };
  });
  return repeated(anchored, ({ page, anchor }) => `${page}#${anchor}`).map(([each, first]) => {
    const message = `anchor "${each.anchor}" is that of ${first.file}:${first.line} already; change one of the headings`;
    return problemAt(each, 'warning', message);
  });
}

/** Each item whose key an earlier one has, and the first that has it. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): (readonly [again: T, first: T])[] {
  const groups = grouped(items.map((item) => [keyOf(item), item]));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((again) => [again, first] as const),
  );
}

/** Files that give nothing: no text, no heading, or no phrasing where phrasings are listed. */
function emptyFiles({ files }: LoadedPolicy): Problem[] {
  return files.flatMap((file) => {
    // The page's title and source are said without a word of introduction.
    const isTitle = file.path === 'index.md' && file.fields.size > 0;
    const isList = file.kind === 'asked-as';
    if (isTitle || (isList ? file.items : file.parts).length > 0) return [];
    const message = isList
      ? 'it lists no phrasing; write each behind a "- "'
      : 'it has no text, so that nothing leads to it; write some, or delete it';
    return problemAt({ file: file.path, line: 1 }, 'warning', message);
  });
}

/** Marks that tell a line of Hebrew or Arabic which way its punctuation runs. */
const DIRECTION = /[\u200e\u200f\u061c]/;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Lines with invisible characters, which are read as if these were not there. */
export function hiddenCharacters({ path, text }: SourceFile): Problem[] {
  return text.split('\n').flatMap((line, at) => {
    const hidden = invisibleIn(line).filter((each) => !DIRECTION.test(each) || !RIGHT_TO_LEFT.test(line));
    if (hidden.length === 0) return [];
    const names = [...new Set(hidden.map(codePoint))].join(', ');
    const message = `${names} cannot be seen and is read as if it were not there; delete it`;
    return problemAt({ file: path, line: at + 1 }, 'warning', message);
  });
}

/** Headings of stop words alone: no other question than themselves leads to them. */
function stopWordHeadings({ policy, askedAs }: LoadedPolicy): Problem[] {
  return policy.sections.flatMap(({ heading, place }, at) => {
    // Of single words not letters, signs and code, which people look up as they stand.
    if (!/\s|^\p{L}{2,}$/u.test(heading) || (askedAs.sections[at] ?? []).length > 0) return [];
    if (wordsOf(heading).some((word) => isContentStem(stemOf(word)))) return [];
    const message = `heading "${heading}" holds stop words alone, and only that very question finds it; list others`;
    return problemAt(place, 'warning', message);
  });
}

const KEYS = ['title', 'source', 'questions', 'question', 'asked-as'];

/** Keys of front matter that are ours but for a slip, and so are not read. */
function misspeltKeys({ files }: LoadedPolicy): Problem[] {
  return files.flatMap((file) =>
    [...file.fields.keys()].flatMap((key) => {
      const isOurs = KEYS.includes(key) || KEYS.includes(key.replace(/s$/, ''));
      const typed = key.toLowerCase();
      // But for its capitals, or for one slip behind its first letter.
      const isNear = (our: string) => our[0] === typed[0] && editDistance(typed, our) <= 1;
      const meant = isOurs ? undefined : KEYS.find(isNear);
      if (meant === undefined) return [];
      const message = `"${key}" in front matter is not read; is "${meant}" meant?`;
      return problemAt(placeOf(file, key), 'warning', message);
    }),
  );
}

/** Front matter below other text, the last line of which Markdown underlines to a heading. */
function lateFrontMatter({ files }: LoadedPolicy): Problem[] {
  const message = 'front matter must be the first thing in the file; here it is a heading';
  return files.flatMap(({ path: file, parts, body, bodyLine }) => {
    const lines = body.split('\n');
    const late = parts
      .filter(({ heading }) => KEYS.some((key) => heading?.text.startsWith(`${key}: `)))
      .filter(({ line }) => /^---\s*$/.test(lines[line - bodyLine - 1] ?? ''));
    return late.map(({ line }) => problemAt({ file, line }, 'warning', message));
  });
}

/** Phrasings that are listed more than once; under two topics they can lead to one only. */
function repeatedPhrasings({ policy, askedAs }: LoadedPolicy): Problem[] {
  const topics = [...policy.sections, ...policy.elsewhere];
  const listed = [...askedAs.sections, ...askedAs.elsewhere].flatMap((phrasings, at) =>
    phrasings.map((phrasing) => ({ ...phrasing, topic: topics[at] })),
  );
  return repeated(listed, ({ text }) => bareWords(text)).map(([each, { topic, file, line }]) => {
    if (each.topic === topic)
      return problemAt(each, 'warning', `"${each.text}" is listed twice, first at ${file}:${line}`);
    const message = `"${each.text}" is listed for "${topic?.name}" as well, at ${file}:${line}; take one out`;
    return problemAt(each, 'error', message);
  });
}
