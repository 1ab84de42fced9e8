import { InputError } from '../errors.ts';
import { plainText } from '../markdown/plain-text.ts';
import { anchorOf, uniqueNamer } from './anchor.ts';
import { type FrontMatter, FrontMatterError, parseFrontMatter } from './front-matter.ts';
import { outline } from './headings.ts';
import { listItems } from './list-items.ts';
import type { AskedAs, Elsewhere, Page, PolicyText, Section } from './policy.ts';
import { describeProblem, type Problem } from './problem.ts';

/** A Markdown file of a folder; `path` is relative to it, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A folder of Markdown as a policy, and what could not be taken from it. */
export interface Loaded {
  readonly policy: PolicyText;
  readonly askedAs: AskedAs;
  readonly problems: readonly Problem[];
}

/** A section on its way: not numbered yet, with the phrasings of its own file's front matter. */
interface Draft {
  readonly file: string;
  readonly name: string;
  readonly heading: string;
  readonly body: string;
  readonly askedAs: readonly string[];
  readonly isIntroduction: boolean;
}

type Parsed = SourceFile & FrontMatter;

/**
 * A folder's files as a policy: sections numbered in file order, phrasings joined to them by name.
 *
 * @param folder the folder's own name, the title where `index.md` gives none.
 * @throws InputError when no section is left.
 */
export function loadPolicy(files: readonly SourceFile[], folder: string): Loaded {
  const problems: Problem[] = [];
  const parsed = [...files].sort(byPath).flatMap((file) => parse(file, problems));
  const isKind = (kind: string) => (file: Parsed) => file.path.startsWith(`${kind}/`);
  const isSection = (file: Parsed) => !isKind('asked-as')(file) && !isKind('elsewhere')(file);

  const drafts = parsed.filter(isSection).flatMap((file) => draftsOf(file, problems));
  const sections = numbered(drafts);
  if (sections.length === 0) {
    const why = problems[0] === undefined ? 'it holds no Markdown with text' : describeProblem(problems[0]);
    throw new InputError(`no policy in "${folder}": ${why}; name a folder of .md files with --data`);
  }
  const phrasings = phrasingsByName(parsed.filter(isKind('asked-as')), sections, problems);
  const elsewhere = parsed.filter(isKind('elsewhere')).flatMap((file) => elsewhereOf(file, problems));
  return {
    policy: { page: pageOf(parsed, folder), sections, elsewhere: elsewhere.map(({ topic }) => topic) },
    askedAs: {
      sections: sections.map(({ name }, at) => [
        ...(drafts[at]?.askedAs ?? []),
        ...(phrasings.get(name) ?? []),
      ]),
      elsewhere: elsewhere.map(({ askedAs }) => askedAs),
    },
    problems,
  };
}

const collator = new Intl.Collator('en', { numeric: true });

/** `index.md` first, then by path, `2-b` before `10-a`. */
function byPath(a: SourceFile, b: SourceFile): number {
  const isIndex = (file: SourceFile) => Number(file.path === 'index.md');
  return isIndex(b) - isIndex(a) || collator.compare(a.path, b.path) || (a.path < b.path ? -1 : 1);
}

function parse(file: SourceFile, problems: Problem[]): Parsed[] {
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  try {
    return [{ ...file, ...parseFrontMatter(text) }];
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    problems.push({ file: file.path, line: error.line, message: error.message });
    return [];
  }
}

function draftsOf(file: Parsed, problems: Problem[]): Draft[] {
  const { title, parts } = outline(file.body);
  const base = baseName(file.path);
  const isIndex = file.path === 'index.md';
  const found = parts.filter(({ heading, body }) => heading !== undefined || body.trim() !== '');
  const askedAs = texts(file, 'asked-as', problems);
  if (askedAs.length > 0 && found.length > 1) {
    problems.push({
      file: file.path,
      line: 1,
      message: `asked-as in front matter fits a file of one section, and this has ${found.length}; move it to asked-as/`,
    });
  }
  return found.map(({ heading, body }) => {
    const isIntroduction = isIndex && heading === undefined;
    const text = plainText(heading ?? textField(file, 'title') ?? title ?? base);
    return {
      file: file.path,
      name: isIntroduction
        ? 'about'
        : found.length === 1
          ? base
          : heading === undefined
            ? base
            : anchorOf(text),
      heading: text,
      body: body.trim(),
      askedAs: found.length === 1 ? askedAs : [],
      isIntroduction,
    };
  });
}

function numbered(drafts: readonly Draft[]): Section[] {
  const uniqueName = uniqueNamer();
  const uniqueAnchor = uniqueNamer();
  const first = drafts[0]?.isIntroduction === true ? 0 : 1;
  return drafts.map(({ name, heading, body }, at) => ({
    number: first + at,
    name: uniqueName(name === '' ? 'section' : name),
    anchor: uniqueAnchor(anchorOf(heading)),
    heading,
    body,
  }));
}

/** `asked-as/broken-builds.md` is how people ask for `broken-builds`. */
function phrasingsByName(
  files: readonly Parsed[],
  sections: readonly Section[],
  problems: Problem[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Set(sections.map(({ name }) => name));
  const phrasings = new Map<string, readonly string[]>();
  for (const file of files) {
    const name = baseName(file.path);
    if (names.has(name)) phrasings.set(name, listItems(file.body));
    else
      problems.push({
        file: file.path,
        line: 1,
        message: `no topic is named "${name}"; name this file after one`,
      });
  }
  return phrasings;
}

function elsewhereOf(file: Parsed, problems: Problem[]): { topic: Elsewhere; askedAs: readonly string[] }[] {
  const see = texts(file, 'see', problems);
  const askedAs = texts(file, 'asked-as', problems);
  const broken = see.find((url) => !/^https?:\/\//.test(url));
  if (broken !== undefined) {
    problems.push({
      file: file.path,
      line: 1,
      message: `see holds "${broken}", which is no http or https URL`,
    });
    return [];
  }
  return [{ topic: { name: baseName(file.path), answer: file.body.trim(), see }, askedAs }];
}

function pageOf(parsed: readonly Parsed[], folder: string): Page {
  const index = parsed.find(({ path }) => path === 'index.md');
  if (index === undefined) return { title: folder };
  const known = (key: string) => {
    const value = textField(index, key);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    title: textField(index, 'title') ?? outline(index.body).title ?? folder,
    ...known('source'),
    ...known('revision'),
    ...known('subject'),
    ...known('updated'),
  };
}

function textField(file: Parsed, key: string): string | undefined {
  const value = file.fields.get(key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A list of texts in front matter; a single text counts as a list of one. */
function texts(file: Parsed, key: string, problems: Problem[]): readonly string[] {
  const value = file.fields.get(key);
  if (value === undefined || value === '' || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((item) => typeof item === 'string')) return list;
  problems.push({ file: file.path, line: 1, message: `${key} in front matter is not a list of texts` });
  return [];
}

/** `docs/04-broken-builds.md` is `broken-builds`. */
function baseName(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown)$/i, '');
  return anchorOf(file.replace(/^\d+[-_. ]+/, '') || file);
}
