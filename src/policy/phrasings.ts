import { lineOf, textsField } from './fields.ts';
import { groupedItems } from './grouped-items.ts';
import type { Place } from './place.ts';
import type { Phrasing, Section } from './policy.ts';
import { errorAt, type Given } from './problem.ts';
import type { MarkdownFile } from './source-file.ts';
import { fileName } from './topic-name.ts';

/** A phrasing, and where it is written. */
export type PlacedPhrasing = Place & Phrasing;

/** The phrasings that a field of a file's front matter lists. */
export function phrasingField(file: MarkdownFile, key: string): Given<readonly PlacedPhrasing[]> {
  const texts = textsField(file, key);
  if (texts !== undefined)
    return { given: texts.map((text) => ({ ...text, file: file.path })), problems: [] };
  const message = `${key} in front matter is not a list of texts (left out)`;
  return { given: [], problems: [errorAt(file, lineOf(file, key), message)] };
}

/** `asked-as/broken-builds.md` is how people ask for `broken-builds`. */
export function phrasingsByName(
  files: readonly MarkdownFile[],
  sections: readonly Section[],
): Given<ReadonlyMap<string, readonly PlacedPhrasing[]>> {
  const names = new Set(sections.map(({ name }) => name));
  const isNamed = ({ path }: MarkdownFile) => names.has(fileName(path));
  const given = files.filter(isNamed).map((file): [string, PlacedPhrasing[]] => [
    fileName(file.path),
    groupedItems(file.body).map(({ line, ...phrasing }) => ({
      ...phrasing,
      file: file.path,
      line: file.bodyLine + line - 1,
    })),
  ]);
  const problems = files
    .filter((file) => !isNamed(file))
    .map((file) =>
      errorAt(
        file,
        1,
        `no topic is named "${fileName(file.path)}"; name this file after one (file left out)`,
      ),
    );
  return { given: new Map(given), problems };
}
