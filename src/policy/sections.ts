import { withoutInvisible } from '../markdown/invisible.ts';
import { parsedUrl } from '../markdown/links.ts';
import { placeOf, textField } from './front-matter.ts';
import { anchorNamer, anchorOf, fileName, type Heading, headingName, readableName } from './names.ts';
import { phrasingField } from './phrasings.ts';
import { type Page, problemAt, type Reading } from './policy.ts';
import type { MarkdownFile } from './source-file.ts';

const OF_REVISION = ['revision', 'subject', 'updated'];

/** The page that `index.md` tells of; without it, one that is called as README.md is, or what was named: a folder, or a file. */
export function pageOf(files: readonly MarkdownFile[], named: string): Page {
  const index = files.find(({ path }) => path === 'index.md');
  const readme = files.find(({ path }) => /^readme\.(?:md|markdown|mdx)$/i.test(path));
  const own = files.find(({ path }) => path === named);
  const title = titleOf(index) ?? titleOf(readme) ?? titleOf(own) ?? withoutInvisible(named);
  if (index === undefined) return { title };
  const others = OF_REVISION.map((key) => [key, textField(index, key)]);
  const known = [['source', sourceField(index).value], ...others].filter(([, value]) => value !== undefined);
  return { title, ...Object.fromEntries(known) };
}

/**
 * Whether a file is a part of the page that index.md begins: the numbered files beside it are, where they have neither a
 * title nor a source of their own. All others are pages of their own.
 */
function isOfIndex(file: MarkdownFile, page: Page): boolean {
  if (file.path === 'index.md') return true;
  const isOwn = titleOf(file) !== undefined || file.fields.has('source');
  return page.source !== undefined && /^\d+[^/]*$/.test(file.path) && !isOwn;
}

/** What front matter calls a file, else its `#` heading. */
function titleOf(file: MarkdownFile | undefined): string | undefined {
  return file && (textField(file, 'title') ?? (file.title || undefined));
}

/** Where a file is published; a link that is no web address is no citation. */
export function sourceField(file: MarkdownFile): Reading<string | undefined> {
  const source = textField(file, 'source');
  if (source === undefined || isWebUrl(source)) return { value: source, problems: [] };
  const message = `source is "${source}", which is no http or https URL (left out)`;
  return { value: undefined, problems: [problemAt(placeOf(file, 'source'), 'error', message)] };
}

/** Whether a text is an absolute http or https URL. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && parsedUrl(text) !== undefined;
}

/** A section of a file, and what it is to be named by among all others of the folder. */
export type UnnamedSection = ReturnType<typeof sectionsOf>['value'][number];

/**
 * A file's sections.
 *
 * @param anchorOnPage gives the ids of the headings of the page that index.md begins, in order.
 */
export function sectionsOf(file: MarkdownFile, page: Page, anchorOnPage: (heading: Heading) => string) {
  const { path, parts, headings } = file;
  const isPart = isOfIndex(file, page);
  const anchorFor = isPart ? anchorOnPage : anchorNamer();
  const anchors = new Map(headings.map((each) => [each, anchorFor(each)]));
  // People's FAQ folders call phrasings questions.
  const questions = ['question', 'questions'].map((key) => phrasingField(file, key));
  const own = [phrasingField(file, 'asked-as'), ...questions];
  const ownSource = sourceField(file);
  const source = isPart ? page.source : ownSource.value;
  // A page of its own may get more sections, and its first keeps its name then.
  const isOne = ownSource.value === undefined && parts.filter(({ isDeep }) => !isDeep).length === 1;
  const title = textField(file, 'title') ?? '';
  const readable = readableName(path);
  const top = titleOf(file) ?? (isPart ? '' : readable);
  const ofFile = { name: fileName(path), context: fileName(path.split('/').slice(-2, -1).join()) };
  const called = title || (questions.flatMap(({ value }) => value)[0]?.text ?? '');
  const value = parts.map(({ heading: head, parents, body, line, isLead, isDeep }, at) => {
    const written = (head === undefined ? called : head.text) || readable;
    const heading = written || ofFile.name || 'section';
    const above = [...new Set([top, ...parents])].filter((each) => each !== heading && each !== '');
    const context = isDeep ? headingName(parents.at(-1) ?? title) : ofFile.name;
    return {
      section: {
        anchor: (head && anchors.get(head)) ?? anchorOf(written),
        heading,
        body,
        ...(source === undefined ? {} : { source }),
        place: { file: path, line },
        ...(above.length === 0 ? {} : { parents: above }),
      },
      // Its name where it is the first to want it, and what tells it from others that do: its file or folder.
      ...(isLead || (isOne && !isDeep) ? ofFile : { name: headingName(heading), context }),
      /** Those of its own file's front matter. */
      askedAs: at === 0 ? own.flatMap(({ value: texts }) => texts) : [],
      isIntroduction: isLead && path === 'index.md',
      /** Names of those that are not deep come first, so that none changes where a long text is split. */
      isDeep,
    };
  });
  const read = [...own, ownSource, { problems: [...wrongTexts(file), ...emptySections(file)] }];
  return { value, problems: read.flatMap(({ problems }) => problems) };
}

/** Sections without text: they are listed and shown, and answer nothing. */
function emptySections({ path: file, parts }: MarkdownFile) {
  const empty = parts.flatMap(({ isEmpty, heading, line }) => (isEmpty ? { text: heading?.text, line } : []));
  return empty.map(({ text, line }) => problemAt({ file, line }, 'warning', `section "${text}" has no text`));
}

/** The keys of front matter that are to hold one text and hold something else. */
function wrongTexts(file: MarkdownFile) {
  return ['title', 'source', ...(file.path === 'index.md' ? OF_REVISION : [])]
    .filter((key) => typeof (file.fields.get(key) ?? '') !== 'string')
    .map((key) => problemAt(placeOf(file, key), 'error', `${key} in front matter is not a text (left out)`));
}

/** A file of `elsewhere/` as a topic, and how people ask for it; an empty list where it is broken. */
export function elsewhereOf(file: MarkdownFile) {
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
