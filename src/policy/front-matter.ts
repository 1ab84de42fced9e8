// Fences are found here, not by gray-matter, which is handed what stands between them. Left to split a file, it takes
// front matter that is not closed for YAML to the file's end, a line that only begins with `---` for the end, and does
// not know `...`; it runs `---js` with `eval`, looks up any other word behind the fence among an object's own names
// (`constructor`), and without options keeps every text that it has seen. To guard against all that, both fences have
// to be found before it sees the text.
import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { withoutInvisible } from '../markdown/invisible.ts';
import { inOneLine, lineEnds } from '../markdown/tokens.ts';
import type { Place, PlacedPhrasing } from './policy.ts';

/** UTF-16 units; people's front matter takes hundreds. */
const LONGEST = 65_536;

/** A hundred blank lines in a row: gray-matter looks for comments in time that grows with their square. */
const BLANK_LINES = /(?:\n[^\S\n]*){100}/;

/** A file's front matter and the text behind it. Scalars are strings: a date or a revision stays as it is written. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, unknown>;
  /** As it is written, between the fences. */
  readonly yaml: string;
  readonly body: string;
  /** The line of the file, from 1, on which the body starts. */
  readonly bodyLine: number;
}

/** Front matter, and the file that it is of. */
export interface FileMatter extends FrontMatter {
  /** Relative to the folder, with `/`. */
  readonly path: string;
}

/** Why front matter cannot be read; `line` counts from 1 in the file. */
interface Defect {
  readonly message: string;
  readonly line: number;
}

/** Opening fence, and the language that stands behind it; `+++` is how Hugo fences TOML. */
const OPENING = /^(?:---|\+\+\+(?=[ \t]*\n))[ \t]*([^\s-]*)[ \t]*\n/;
/** YAML may end in `...` as well. */
const CLOSING = /^(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)/m;

/** The comments and blank lines below which somebody put front matter. */
const LATE =
  /^(?=[\s<])(?:\s|<!--(?:(?!-->)[\s\S])*-->)+(?=---[ \t]*\n[\w-]+:(?:[^\n]*\n)+?---[ \t]*(?:\n|$))/;

/**
 * Splits YAML front matter off a file's text (LF line ends, no byte order mark). Only YAML is read, without tags.
 * Aliases are read as the value that they stand for, never copied, so that they cannot multiply. Of what is not closed,
 * not YAML, or not a list of keys and values, the defect is told, and the title at most is known.
 */
export function parseFrontMatter(text: string): FrontMatter & { readonly defect?: Defect } {
  const late = LATE.exec(text)?.[0] ?? '';
  const broken = (message: string, line = 1 + lineEnds(late)) => ({
    ...unread(text, late.length),
    defect: { message: `front matter ${message}`, line },
  });
  if (late !== '') return broken('must be the first thing in the file');
  const [opening = '', word = ''] = OPENING.exec(text) ?? [];
  const inside = text.slice(opening.length);
  const closing = CLOSING.exec(inside);
  const language = opening.startsWith('+++') ? 'toml' : word;
  if (!['', 'yaml', 'yml'].includes(language))
    return broken(`in "${language}" is not read; write it in YAML between --- lines`);
  // A document may begin with a thematic break; front matter that somebody forgot to close begins with a key.
  const isShort = closing !== null && closing.index <= LONGEST;
  if (opening === '' || !(isShort || /^[\w-]+:/.test(inside)))
    return { fields: new Map(), yaml: '', body: text, bodyLine: 1 };
  if (closing === null) return broken('is not closed; end it with a line ---');
  if (!isShort) return broken('is over 64 KiB; move the text below it');
  const yaml = inside.slice(0, closing.index);
  const fields = fieldsOf(yaml);
  if ('message' in fields) return broken(fields.message, fields.line);
  return { fields, yaml, ...bodyFrom(text, opening.length + closing.index + closing[0].length) };
}

/** The text below front matter that cannot be read, up to the first blank line where it is not closed; and its title where that stands in a line of its own. */
function unread(text: string, from: number): FrontMatter {
  const start = text.indexOf('\n', from) + 1;
  const rest = text.slice(start);
  const end = CLOSING.exec(rest) ?? /^[ \t]*(?:\n|$)/m.exec(rest);
  const length = end === null ? rest.length : end.index + end[0].length;
  const title = /^title[ \t]*[:=][ \t]*(["']?)([\p{L}\p{N}].*?)\1[ \t]*$/mu.exec(rest.slice(0, length))?.[2];
  const fields = new Map(title === undefined ? [] : [['title', title]]);
  return { fields, yaml: '', ...bodyFrom(text, start + length) };
}

function bodyFrom(text: string, start: number): Pick<FrontMatter, 'body' | 'bodyLine'> {
  return { body: text.slice(start), bodyLine: 1 + lineEnds(text.slice(0, start)) };
}

function fieldsOf(yaml: string): FrontMatter['fields'] | Defect {
  const line = yaml.split('\n').findIndex((text) => text.startsWith('---'));
  if (line !== -1) return { message: 'ends in a line of --- alone, without more', line: line + 2 };
  if (BLANK_LINES.test(yaml))
    return { message: 'holds a hundred blank lines in a row; delete them', line: 1 };
  // Under a key of ours: gray-matter wants an object, and YAML may be a text or a list.
  const parse = (text: string) => ({ value: load(text, { schema: FAILSAFE_SCHEMA }) });
  try {
    const { data } = matter(`---\n${yaml}\n---\n`, { language: 'yaml', engines: { yaml: parse } });
    const value: unknown = data['value'] ?? {};
    if (value instanceof Object && !Array.isArray(value)) return new Map(Object.entries(value));
    return { message: 'is not a list of "key: value" lines', line: 1 };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { message: `is not YAML: ${error.reason}`, line: (error.mark?.line ?? 0) + 1 };
  }
}

/** A field that holds one text, in one line; undefined where it is missing, blank, or something else. */
export function textField({ fields }: FrontMatter, key: string): string | undefined {
  const value = fields.get(key);
  // YAML can spell invisible characters as escapes, which cleaning the file's text does not see.
  return typeof value === 'string' ? inOneLine(withoutInvisible(value)) || undefined : undefined;
}

/**
 * A field that holds a list of texts, or one text; undefined where it holds anything else. One that is folded over
 * several lines is taken to stand on the first of the file.
 */
export function textsField(file: FileMatter, key: string): readonly PlacedPhrasing[] | undefined {
  const { fields, yaml } = file;
  const value = fields.get(key) ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((item) => typeof item === 'string')) return undefined;
  // Behind the key, and each text behind the one before it: from the start, a long list would take its square of time.
  let at = Math.max(0, placeIn(yaml, key));
  let { line } = placeOf(file, key);
  const texts = list.map((item) => {
    const found = yaml.indexOf(item, at);
    line += lineEnds(yaml.slice(at, Math.max(at, found)));
    at = Math.max(at, found);
    return { text: withoutInvisible(item).trim(), file: file.path, line: found === -1 ? 1 : line };
  });
  return texts.filter(({ text }) => text !== '');
}

/** Where a key of a file's front matter first stands. */
export function placeOf({ yaml, path }: FileMatter, key: string): Place {
  const at = placeIn(yaml, key);
  return { file: path, line: at === -1 ? 1 : 2 + lineEnds(yaml.slice(0, at)) };
}

/** Where a key starts a line, else where its text first stands, as in `{ a: b, key: c }`; -1 for nowhere. */
function placeIn(yaml: string, key: string): number {
  const at = yaml.search(new RegExp(`^["']?${key.replace(/\W/g, '\\$&')}["']?[ \\t]*:`, 'm'));
  return at === -1 ? yaml.indexOf(key) : at;
}
