import { withoutInvisible } from '../markdown/invisible.ts';
import { plainText } from '../markdown/plain-text.ts';
import { lineOf, textField, textsField } from './front-matter.ts';
import { fileName, headingName } from './names.ts';
import { type PlacedPhrasing, phrasingField } from './phrasings.ts';
import { errorAt, type Given, type Page, type Place } from './policy.ts';
import type { MarkdownFile } from './source-file.ts';

/** The page that `index.md` tells of; without it, one that is called as the folder is. */
export function pageOf(files: readonly MarkdownFile[], folder: string): Page {
  const index = files.find(({ path }) => path === 'index.md');
  if (index === undefined) return { title: withoutInvisible(folder) };
  const source = sourceField(index).given;
  const known = (key: string) => {
    const value = textField(index, key);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    title: textField(index, 'title') ?? plainText(index.title ?? folder),
    ...(source === undefined ? {} : { source }),
    ...known('revision'),
    ...known('subject'),
    ...known('updated'),
  };
}

/** Where a file is published; a link that is no web address is no citation. */
export function sourceField(file: MarkdownFile): Given<string | undefined> {
  const source = textField(file, 'source');
  if (source === undefined || isWebUrl(source)) return { given: source, problems: [] };
  const message = `source is "${source}", which is no http or https URL (left out)`;
  return { given: undefined, problems: [errorAt(file, lineOf(file, 'source'), message)] };
}

/** Whether a text is an absolute http or https URL. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** A section on its way: not numbered yet, with the phrasings of its own file's front matter. */
export interface Draft extends Place {
  readonly name: string;
  /** Tells it from others of the same name: its file or folder. */
  readonly context: string;
  readonly heading: string;
  readonly id: string | undefined;
  readonly body: string;
  readonly source: string | undefined;
  readonly askedAs: readonly PlacedPhrasing[];
  readonly isIntroduction: boolean;
}

/** A file's sections. */
export function draftsOf(file: MarkdownFile): Given<Draft[]> {
  const { path, title, parts, bodyLine } = file;
  const found = parts.filter(({ heading, body }) => heading !== undefined || body.trim() !== '');
  const base = fileName(path);
  const isAlone = found.length === 1;
  const own = ownPhrasings(file, isAlone);
  const url = sourceField(file);
  const drafts = found.map(({ heading, id, body, line }) => {
    const named = heading ?? textField(file, 'title') ?? title ?? questionsOf(file)[0]?.text;
    const text = plainText(named ?? '') || base || 'section';
    const isIntroduction = path === 'index.md' && heading === undefined;
    return {
      file: path,
      line: bodyLine + line - 1,
      name: isIntroduction ? 'about' : isAlone || heading === undefined ? base : headingName(text),
      context: isAlone || heading === undefined ? fileName(path.split('/').slice(-2, -1).join()) : base,
      heading: text,
      id,
      body: body.trim(),
      source: path === 'index.md' ? undefined : url.given,
      askedAs: isAlone ? own.given : [],
      isIntroduction,
    };
  });
  return { given: drafts, problems: [...own.problems, ...url.problems] };
}

/** The phrasings that a file's front matter lists for its one section; people's FAQ folders call them questions. */
function ownPhrasings(file: MarkdownFile, isAlone: boolean): Given<readonly PlacedPhrasing[]> {
  const askedAs = phrasingField(file, 'asked-as');
  if (!isAlone && askedAs.given.length > 0) {
    const sections = file.parts.filter(({ heading, body }) => heading !== undefined || body.trim()).length;
    const message = `asked-as in front matter fits a file of one section, and this has ${sections}; move it to asked-as/`;
    return { given: [], problems: [errorAt(file, lineOf(file, 'asked-as'), message)] };
  }
  const questions = questionsOf(file).map(({ text, line }) => ({ text, file: file.path, line }));
  return { given: [...askedAs.given, ...questions], problems: askedAs.problems };
}

function questionsOf(file: MarkdownFile) {
  return ['question', 'questions'].flatMap((key) => textsField(file, key) ?? []);
}
