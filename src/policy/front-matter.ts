import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { withoutInvisible } from '../markdown/invisible.ts';

const LIMIT = Object.freeze({
  /** UTF-16 units; people's front matter takes hundreds. */
  length: 65_536,
});

/** A file's front matter and what follows it. Scalars are strings: a date or a revision stays as it is written. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, unknown>;
  /** As it is written, between the fences. */
  readonly yaml: string;
  readonly body: string;
  /** The line of the file, from 1, on which the body starts. */
  readonly bodyLine: number;
}

/** Front matter that cannot be read; `line` counts from 1 in the file. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** Opening fence, with the language that gray-matter would hand the text to; `+++` is how Hugo fences TOML. */
const OPENING = /^(?:---|\+\+\+(?=[ \t]*\n))[ \t]*([^\s-]*)[ \t]*\n/;
/** YAML may end in `...` as well. */
const CLOSING = /^(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)/m;

/**
 * Splits YAML front matter off a file's text (LF line ends, no byte order mark).
 *
 * Only YAML is read, without tags. gray-matter would run `---js` with `eval`; any other language is refused before
 * it sees it. Aliases are read as what they stand for, never copied, so that they cannot multiply.
 *
 * @throws FrontMatterError when the front matter is not closed, not YAML, or not a list of keys and values.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { fields: new Map(), yaml: '', body: text, bodyLine: 1 };
  const opening = OPENING.exec(text);
  if (opening === null) return none;
  refuseLanguage(text.startsWith('+++') ? 'toml' : (opening[1] ?? ''));
  const start = opening[0].length;
  const closing = CLOSING.exec(text.slice(start, start + LIMIT.length));
  if (closing === null) {
    // A document may begin with a thematic break; front matter that somebody forgot to close begins with a key.
    if (!/^[\w-]+:/.test(text.slice(start, start + LIMIT.length))) return none;
    const isLong = CLOSING.test(text.slice(start));
    const why = isLong ? 'is over 64 KiB; move the text below it' : 'is not closed; end it with a line ---';
    throw new FrontMatterError(`front matter ${why}`, 1);
  }
  const yaml = text.slice(start, start + closing.index);
  const end = start + closing.index + closing[0].length;
  return {
    fields: fieldsOf(yaml),
    yaml,
    body: text.slice(end),
    bodyLine: 1 + countLines(text.slice(0, end)),
  };
}

function refuseLanguage(language: string): void {
  if (language === '' || language === 'yaml' || language === 'yml') return;
  throw new FrontMatterError(
    `front matter in "${language}" is not read; write it in YAML between --- lines`,
    1,
  );
}

function fieldsOf(yaml: string): ReadonlyMap<string, unknown> {
  const line = yaml.split('\n').findIndex((text) => text.startsWith('---'));
  if (line !== -1)
    throw new FrontMatterError('front matter ends in a line of --- alone, without more', line + 2);
  const { data } = matter(`---\n${yaml}\n---\n`, {
    language: 'yaml',
    engines: { yaml: parseYaml, yml: parseYaml },
  });
  if (NOT_KEYS in data && data[NOT_KEYS] === undefined) return new Map();
  if (Array.isArray(data) || NOT_KEYS in data) {
    throw new FrontMatterError('front matter is not a list of "key: value" lines', 1);
  }
  return new Map(Object.entries(data));
}

/** Marks front matter that parsed to a bare scalar. */
const NOT_KEYS = Symbol('not keys');

function parseYaml(yaml: string): object {
  try {
    const value = load(yaml, { schema: FAILSAFE_SCHEMA });
    // gray-matter wants an object; `fieldsOf` tells the rest from a list of keys.
    return typeof value === 'object' && value !== null ? value : { [NOT_KEYS]: value };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new FrontMatterError(`front matter is not YAML: ${error.reason}`, (error.mark?.line ?? 0) + 1);
  }
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

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
