import { withoutInvisible } from '../markdown/invisible.ts';
import { plainText } from '../markdown/plain-text.ts';
import { lineOf, textField } from './fields.ts';
import type { Page } from './policy.ts';
import { errorAt, type Given } from './problem.ts';
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
