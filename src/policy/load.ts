import { InputError } from '../errors.ts';
import { anchorOf, topicNamer, uniqueNamer } from './names.ts';
import { elsewhereOf, type PlacedPhrasing, phrasingsByName } from './phrasings.ts';
import {
  type AskedAs,
  describeProblem,
  type Place,
  type PolicyText,
  type Problem,
  type Section,
} from './policy.ts';
import { type Draft, draftsOf, pageOf } from './sections.ts';
import { type MarkdownFile, parseFile, type SourceFile } from './source-file.ts';

/** A folder of Markdown as a policy, where it stands in the folder, and what could not be taken from it. */
export interface Loaded {
  readonly policy: PolicyText;
  readonly askedAs: AskedAs;
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/** Where the sections stand, and the phrasings of sections and elsewhere topics, at the same indices. */
export interface Places {
  readonly sections: readonly Place[];
  readonly askedAs: { readonly [kind in keyof AskedAs]: readonly (readonly PlacedPhrasing[])[] };
}

/**
 * A folder's files as a policy: sections numbered in file order, phrasings joined to them by name.
 *
 * @param folder the folder's own name, the title where `index.md` gives none.
 * @param unread what could not be read of it, in `problems` before what is found here.
 */
export function loadPolicy(
  sources: readonly SourceFile[],
  folder: string,
  unread: readonly Problem[] = [],
): Loaded {
  const parsed = [...sources].sort(byPath).map(parseFile);
  const files = parsed.filter((file) => 'parts' in file);
  const drafts = files.filter((file) => kindOf(file) === 'section').map(draftsOf);
  const elsewhere = files.filter((file) => kindOf(file) === 'elsewhere').map(elsewhereOf);
  const own = drafts.flatMap(({ given }) => given);
  const sections = numbered(own);
  const listed = phrasingsByName(
    files.filter((file) => kindOf(file) === 'asked-as'),
    sections,
  );
  const problems = [
    ...unread,
    ...parsed.filter((file) => 'severity' in file),
    ...[...drafts, listed, ...elsewhere].flatMap((found) => found.problems),
  ];
  const topics = elsewhere.flatMap(({ given }) => given);
  const askedAs = {
    sections: sections.map(({ name }, at) => [
      ...(own[at]?.askedAs ?? []),
      ...(listed.given.get(name) ?? []),
    ]),
    elsewhere: topics.map((topic) => topic.askedAs),
  };
  return {
    policy: { page: pageOf(files, folder), sections, elsewhere: topics.map(({ topic }) => topic) },
    askedAs,
    places: { sections: own.map(({ file, line }) => ({ file, line })), askedAs },
    problems,
  };
}

function kindOf({ path }: MarkdownFile): 'asked-as' | 'elsewhere' | 'section' {
  if (path.startsWith('asked-as/')) return 'asked-as';
  return path.startsWith('elsewhere/') ? 'elsewhere' : 'section';
}

/**
 * Refuses a folder that answers nothing.
 *
 * @throws InputError with the first problem, as the likely cause.
 */
export function refuseEmpty({ policy, problems }: Loaded, folder: string): void {
  if (policy.sections.length > 0) return;
  const why = problems[0] === undefined ? 'it holds no Markdown with text' : describeProblem(problems[0]);
  throw new InputError(`no policy in "${folder}": ${why}; name a folder of .md files with --data`);
}

const collator = new Intl.Collator('en', { numeric: true });

/** `index.md` first, then by path, `2-b` before `10-a`. */
function byPath(a: SourceFile, b: SourceFile): number {
  const isIndex = (file: SourceFile) => Number(file.path === 'index.md');
  return isIndex(b) - isIndex(a) || collator.compare(a.path, b.path) || (a.path < b.path ? -1 : 1);
}

function numbered(drafts: readonly Draft[]): Section[] {
  const uniqueName = topicNamer();
  const anchors = new Map<string | undefined, (name: string) => string>();
  const first = drafts[0]?.isIntroduction === true ? 0 : 1;
  return drafts.map(({ name, context, heading, id, body, source }, at) => {
    const uniqueAnchor = anchors.get(source) ?? uniqueNamer();
    anchors.set(source, uniqueAnchor);
    return {
      number: first + at,
      name: uniqueName(name, context),
      anchor: uniqueAnchor(id ?? anchorOf(heading)),
      heading,
      body,
      ...(source === undefined ? {} : { source }),
    };
  });
}
