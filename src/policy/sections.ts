import { withoutInvisible } from '../markdown/invisible.ts';
import { withoutComments } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain-text.ts';
import { lineOf, textField, textsField } from './front-matter.ts';
import { anchorOf, fileName, headingName, readableName } from './names.ts';
import { boundedPhrasings, type PlacedPhrasing, phrasingField } from './phrasings.ts';
import { type Elsewhere, type Page, type Place, problemAt, type Reading } from './policy.ts';
import type { ElsewhereFile, MarkdownFile, SectionFile } from './source-file.ts';

/** The page that `index.md` tells of; without it, one that is called as README.md is, or the folder. */
export function pageOf(files: readonly SectionFile[], folder: string): Page {
  const index = files.find(({ path }) => path === 'index.md');
  const readme = files.find(({ path }) => /^readme\.(?:md|markdown|mdx)$/i.test(path));
  const title = [index, readme].flatMap((file) => (file === undefined ? [] : titlesOf(file)))[0];
  const page = { title: title ?? withoutInvisible(folder) };
  if (index === undefined) return page;
  const source = sourceField(index).value;
  const known = (key: string) => {
    const value = textField(index, key);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...page,
    ...(source === undefined ? {} : { source }),
    ...known('revision'),
    ...known('subject'),
    ...known('updated'),
  };
}

/** Where a file is published; a link that is no web address is no citation. */
export function sourceField(file: MarkdownFile): Reading<string | undefined> {
  const source = textField(file, 'source');
  if (source === undefined || isWebUrl(source)) return { value: source, problems: [] };
  const message = `source is "${source}", which is no http or https URL (left out)`;
  return { value: undefined, problems: [errorAtKey(file, 'source', message)] };
}

function errorAtKey(file: MarkdownFile, key: string, message: string) {
  return problemAt({ file: file.path, line: lineOf(file, key) }, 'error', message);
}

/** Whether a text is an absolute http or https URL. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** A section without number and name of its own, which it gets among all others of the folder. */
export interface UnnumberedSection {
  readonly place: Place;
  /** The name that it gets where it is the first to want it. */
  readonly name: string;
  /** Tells it from others of the same name: its file or folder. */
  readonly context: string;
  readonly heading: string;
  readonly parents: readonly string[];
  readonly anchor: string;
  readonly body: string;
  readonly source: string | undefined;
  /** Those of its own file's front matter. */
  readonly askedAs: readonly PlacedPhrasing[];
  readonly isIntroduction: boolean;
  /** Names of those that are not come first, so that none changes where a long text is split. */
  readonly isDeep: boolean;
}

/**
 * A file's sections.
 *
 * @param anchorFor gives the ids of the headings of the page that the file is on, or a part of, in order.
 */
export function sectionsOf(
  file: SectionFile,
  anchorFor: (markdown: string) => string,
): Reading<UnnumberedSection[]> {
  const { path, parts, bodyLine, headings } = file;
  const anchors = new Map(headings.map(({ markdown, line }) => [line, anchorFor(markdown)]));
  const found = parts.filter(
    ({ heading, body }) => heading !== undefined || withoutComments(body).trim() !== '',
  );
  const base = fileName(path);
  const topCount = found.filter(({ isDeep }) => !isDeep).length;
  const own = ownPhrasings(file, topCount);
  const url = sourceField(file);
  const titles = titlesOf(file);
  const value = found.map((part, at) => {
    const { heading, body, line, isDeep } = part;
    const text = plainText(heading ?? titles[0] ?? questionsOf(file)[0]?.text ?? '') || readableName(path);
    const isIntroduction = path === 'index.md' && heading === undefined;
    const isAlone = topCount === 1 && !isDeep;
    const above = [...titles, ...part.parents.map(plainText)];
    return {
      place: { file: path, line: bodyLine + line - 1 },
      name: isIntroduction ? 'about' : isAlone || heading === undefined ? base : headingName(text),
      context: isDeep
        ? headingName(above.at(-1) ?? '')
        : isAlone || heading === undefined
          ? fileName(path.split('/').slice(-2, -1).join())
          : base,
      heading: text || base || 'section',
      parents: above.filter((each, place) => ![...above.slice(0, place), text, ''].includes(each)),
      anchor: (heading ?? file.title) === undefined ? anchorOf(text) : (anchors.get(line) ?? anchorOf(text)),
      body: body.trim(),
      source: path === 'index.md' ? undefined : url.value,
      askedAs: at === 0 ? own.value : [],
      isIntroduction,
      isDeep,
    };
  });
  return { value, problems: [...own.problems, ...url.problems] };
}

/** A file's titles: that of its front matter, then its `#` heading where it says more. */
function titlesOf(file: SectionFile): string[] {
  const titles = [textField(file, 'title'), file.title === undefined ? undefined : plainText(file.title)];
  return [...new Set(titles.filter((title) => title !== undefined && title !== ''))].flatMap(
    (title) => title ?? [],
  );
}

/** The phrasings that a file's front matter lists for its one section; people's FAQ folders call them questions. */
function ownPhrasings(file: SectionFile, sectionCount: number): Reading<readonly PlacedPhrasing[]> {
  const askedAs = phrasingField(file, 'asked-as');
  if (sectionCount !== 1 && askedAs.value.length > 0) {
    const message = `asked-as in front matter fits a file of one section, and this has ${sectionCount}; move it to asked-as/`;
    return { value: [], problems: [errorAtKey(file, 'asked-as', message)] };
  }
  const questions = boundedPhrasings(questionsOf(file).map((question) => ({ ...question, file: file.path })));
  return {
    value: [...askedAs.value, ...questions.value],
    problems: [...askedAs.problems, ...questions.problems],
  };
}

function questionsOf(file: SectionFile) {
  return ['question', 'questions'].flatMap((key) => textsField(file, key) ?? []);
}

/** A question that is answered elsewhere, and how people ask it. */
export interface ElsewhereTopic {
  readonly topic: Elsewhere;
  readonly askedAs: readonly PlacedPhrasing[];
}

/** A file of `elsewhere/` as a topic; an empty list where it is broken. */
export function elsewhereOf(file: ElsewhereFile): Reading<readonly ElsewhereTopic[]> {
  const see = phrasingField(file, 'see');
  const askedAs = phrasingField(file, 'asked-as');
  const broken = see.value.find(({ text }) => !isWebUrl(text));
  if (broken !== undefined) {
    const message = `see holds "${broken.text}", which is no http or https URL (file left out)`;
    return { value: [], problems: [problemAt(broken, 'error', message)] };
  }
  const urls = see.value.map(({ text }) => text);
  const topic = { name: fileName(file.path), answer: file.body.trim(), see: urls };
  return { value: [{ topic, askedAs: askedAs.value }], problems: [...see.problems, ...askedAs.problems] };
}
