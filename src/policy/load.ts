import { anchorNamer, fileName, topicNamer } from './names.ts';
import { boundedPhrasings } from './phrasings.ts';
import { type PlacedPhrasing, type PlacedSection, type Problem, problemAt } from './policy.ts';
import { elsewhereOf, pageOf, sectionsOf, type UnnamedSection } from './sections.ts';
import { type MarkdownFile, parseFile, type SourceFile } from './source-file.ts';

/** A folder of Markdown as a policy, and the problems with what could not be taken into it. */
export type LoadedPolicy = ReturnType<typeof loadPolicy>;

/**
 * A folder's files as a policy: sections numbered in file order, phrasings joined to them by name.
 *
 * @param folder the folder's own name, the title where `index.md` gives none.
 * @param unread problems with files that could not be read; they come first in `problems`.
 */
export function loadPolicy(sources: readonly SourceFile[], folder: string, unread: readonly Problem[] = []) {
  const parsed = [...sources].sort(byPath).map(parseFile);
  const files = parsed.flatMap(({ value }) => value ?? []);
  const sectionFiles = files.filter((file) => file.kind === 'section');
  const page = pageOf(sectionFiles, folder);
  const anchorOnPage = anchorNamer();
  const read = sectionFiles.map((file) => sectionsOf(file, page, anchorOnPage));
  const unnamed = read.flatMap(({ value }) => value);
  const sections = numbered(unnamed);
  const elsewhere = files.filter((file) => file.kind === 'elsewhere').map(elsewhereOf);
  const topics = elsewhere.flatMap(({ value }) => value);
  const names = new Set([...sections, ...topics.map(({ topic }) => topic)].map(({ name }) => name));
  const listed = phrasingsByName(files, names);
  const listedFor = (name: string) => listed.value.get(name) ?? [];
  return {
    policy: { page, sections, elsewhere: topics.map(({ topic }) => topic) },
    askedAs: {
      sections: sections.map(({ name }, at) => [...(unnamed[at]?.askedAs ?? []), ...listedFor(name)]),
      elsewhere: topics.map(({ topic, askedAs }) => [...askedAs, ...listedFor(topic.name)]),
    },
    problems: [...unread, ...[...parsed, ...read, listed, ...elsewhere].flatMap(({ problems }) => problems)],
    /** The files that could be read, in order. */
    files,
  };
}

/** `asked-as/broken-builds.md`, and each file of `asked-as/broken-builds/`, is how people ask for `broken-builds`. */
function phrasingsByName(files: readonly MarkdownFile[], names: ReadonlySet<string>) {
  const value = new Map<string, readonly PlacedPhrasing[]>();
  const problems: Problem[] = [];
  for (const { path, items } of files.filter(({ kind }) => kind === 'asked-as')) {
    const [, folder = path, file] = path.split('/');
    const name = file === undefined ? fileName(path) : folder;
    const placed = boundedPhrasings(items);
    problems.push(...placed.problems);
    const message = `no topic is named "${name}"; name this file, or its folder, after one (file left out)`;
    if (names.has(name)) value.set(name, [...(value.get(name) ?? []), ...placed.value]);
    else problems.push(problemAt({ file: path, line: 1 }, 'error', message));
  }
  return { value, problems };
}

const collator = new Intl.Collator('en', { numeric: true });

/** `index.md` first, then by path, `2-b` before `10-a`. */
function byPath(a: SourceFile, b: SourceFile): number {
  const isIndex = (file: SourceFile) => Number(file.path === 'index.md');
  return isIndex(b) - isIndex(a) || collator.compare(a.path, b.path) || (a.path < b.path ? -1 : 1);
}

function numbered(sections: readonly UnnamedSection[]): readonly PlacedSection[] {
  const uniqueName = topicNamer();
  const inTurn = [false, true].flatMap((isDeep) => sections.filter((each) => each.isDeep === isDeep));
  const names = new Map(
    inTurn.map((each) => [each, uniqueName(each.isIntroduction ? 'about' : each.name, each.context)]),
  );
  const first = sections[0]?.isIntroduction === true ? 0 : 1;
  return sections.map((each, at) => ({
    number: first + at,
    name: names.get(each) ?? each.name,
    ...each.section,
  }));
}
