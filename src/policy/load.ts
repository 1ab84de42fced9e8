import { InputError } from '../errors.ts';
import { textField } from './front-matter.ts';
import { anchorNamer, fileName, topicNamer } from './names.ts';
import { boundedPhrasings, type PlacedPhrasing } from './phrasings.ts';
import {
  type AskedAs,
  describeProblem,
  type Place,
  type PolicyText,
  type Problem,
  problemAt,
  type Reading,
  type Section,
} from './policy.ts';
import { elsewhereOf, pageOf, sectionsOf, type UnnumberedSection } from './sections.ts';
import { type MarkdownFile, type PhrasingFile, parseFile, type SourceFile } from './source-file.ts';

/** A folder of Markdown as a policy, and the problems with what could not be taken into it. */
export interface LoadedPolicy {
  readonly policy: PlacedPolicy;
  readonly askedAs: { readonly [kind in keyof AskedAs]: readonly (readonly PlacedPhrasing[])[] };
  readonly problems: readonly Problem[];
  /** The files that could be read, in order. */
  readonly files: readonly MarkdownFile[];
}

/** A section of a folder's file. */
export interface PlacedSection extends Section {
  readonly place: Place;
}

interface PlacedPolicy extends PolicyText {
  readonly sections: readonly PlacedSection[];
}

/**
 * A folder's files as a policy: sections numbered in file order, phrasings joined to them by name.
 *
 * @param folder the folder's own name, the title where `index.md` gives none.
 * @param unread problems with files that could not be read; they come first in `problems`.
 */
export function loadPolicy(
  sources: readonly SourceFile[],
  folder: string,
  unread: readonly Problem[] = [],
): LoadedPolicy {
  const parsed = [...sources].sort(byPath).map(parseFile);
  const files = parsed.flatMap(({ value }) => value ?? []);
  const sectionFiles = files.filter((file) => file.kind === 'section');
  const page = pageOf(sectionFiles, folder);
  // Files that name no page of their own are parts of the folder's.
  const anchorForPage = anchorNamer();
  const read = sectionFiles.map((file) => {
    const isPart = page.source !== undefined && textField(file, 'source') === undefined;
    return sectionsOf(file, isPart || file.path === 'index.md' ? anchorForPage : anchorNamer());
  });
  const elsewhere = files.filter((file) => file.kind === 'elsewhere').map(elsewhereOf);
  const own = read.flatMap(({ value }) => value);
  const sections = numbered(own);
  const topics = elsewhere.flatMap(({ value }) => value);
  const names = [...sections, ...topics.map(({ topic }) => topic)].map(({ name }) => name);
  const phrasingFiles = files.filter((file) => file.kind === 'asked-as');
  const listed = phrasingsByName(phrasingFiles, new Set(names));
  const askedAs = {
    sections: sections.map(({ name }, at) => [
      ...(own[at]?.askedAs ?? []),
      ...(listed.value.get(name) ?? []),
    ]),
    elsewhere: topics.map(({ topic, askedAs }) => [...askedAs, ...(listed.value.get(topic.name) ?? [])]),
  };
  return {
    policy: { page, sections, elsewhere: topics.map(({ topic }) => topic) },
    askedAs,
    problems: [...unread, ...[...parsed, ...read, listed, ...elsewhere].flatMap(({ problems }) => problems)],
    files,
  };
}

/** `asked-as/broken-builds.md`, and each file of `asked-as/broken-builds/`, is how people ask for `broken-builds`. */
function phrasingsByName(
  files: readonly PhrasingFile[],
  names: ReadonlySet<string>,
): Reading<ReadonlyMap<string, readonly PlacedPhrasing[]>> {
  const value = new Map<string, readonly PlacedPhrasing[]>();
  const problems: Problem[] = [];
  for (const { path, items, bodyLine } of files) {
    const [, folder = path, file] = path.split('/');
    const name = file === undefined ? fileName(path) : folder;
    const lines = items.map((item) => ({ ...item, file: path, line: bodyLine + item.line - 1 }));
    const placed = boundedPhrasings(lines);
    problems.push(...placed.problems);
    const message = `no topic is named "${name}"; name this file, or its folder, after one (file left out)`;
    if (names.has(name)) value.set(name, [...(value.get(name) ?? []), ...placed.value]);
    else problems.push(problemAt({ file: path, line: 1 }, 'error', message));
  }
  return { value, problems };
}

/**
 * Refuses a folder that answers nothing.
 *
 * @throws InputError with the first problem, as the likely cause.
 */
export function refuseEmpty({ policy, problems }: LoadedPolicy, folder: string): void {
  if (policy.sections.length > 0) return;
  const why = problems[0] === undefined ? 'it holds no Markdown with text' : describeProblem(problems[0]);
  throw new InputError(`no policy in "${folder}": ${why}; name a folder of .md files`);
}

const collator = new Intl.Collator('en', { numeric: true });

/** `index.md` first, then by path, `2-b` before `10-a`. */
function byPath(a: SourceFile, b: SourceFile): number {
  const isIndex = (file: SourceFile) => Number(file.path === 'index.md');
  return isIndex(b) - isIndex(a) || collator.compare(a.path, b.path) || (a.path < b.path ? -1 : 1);
}

function numbered(unnumbered: readonly UnnumberedSection[]): PlacedSection[] {
  const uniqueName = topicNamer();
  const names = new Map<UnnumberedSection, string>();
  for (const isDeep of [false, true]) {
    const those = unnumbered.filter((section) => section.isDeep === isDeep);
    for (const section of those) names.set(section, uniqueName(section.name, section.context));
  }
  const first = unnumbered[0]?.isIntroduction === true ? 0 : 1;
  return unnumbered.map((section, at) => {
    const { anchor, heading, body, source, place, parents } = section;
    return {
      number: first + at,
      name: names.get(section) ?? section.name,
      anchor,
      heading,
      body,
      ...(source === undefined ? {} : { source }),
      place,
      ...(parents.length === 0 ? {} : { parents }),
    };
  });
}
