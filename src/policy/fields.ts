import { withoutInvisible } from '../markdown/invisible.ts';
import type { FrontMatter } from './front-matter.ts';

/** A text in front matter and the line of the file, from 1, on which it stands. */
export interface FieldText {
  readonly text: string;
  readonly line: number;
}

/** A field that holds one text; undefined where it is missing, blank, or something else. */
export function textField({ fields }: FrontMatter, key: string): string | undefined {
  const value = fields.get(key);
  return typeof value === 'string' ? shown(value) || undefined : undefined;
}

/** A field that holds a list of texts, or one text; undefined where it holds anything else. */
export function textsField(matter: FrontMatter, key: string): readonly FieldText[] | undefined {
  const value = matter.fields.get(key);
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((item) => typeof item === 'string')) return undefined;
  return list
    .map((item) => ({ text: shown(item), line: lineOf(matter, item) }))
    .filter(({ text }) => text !== '');
}

/** The line of the file, from 1, on which a key or a text of its front matter first stands; 1 where it is folded. */
export function lineOf({ yaml }: FrontMatter, text: string): number {
  const at = yaml.split('\n').findIndex((line) => line.includes(text));
  return at === -1 ? 1 : at + 2;
}

/** YAML can spell controls as escapes, which cleaning the file's text does not see. */
function shown(value: string): string {
  return withoutInvisible(value).trim();
}
