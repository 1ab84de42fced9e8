// Fences are found here, not by gray-matter, which is handed what stands between them. Left to split a file, it takes
// front matter that is not closed for YAML to the file's end, a line that only begins with `---` for the end, and does
// not know `...`; it runs `---js` with `eval`, looks up any other word behind the fence among an object's own names
// (`constructor`), and without options keeps every text that it has seen. To guard against all that, both fences have
// to be found before it sees the text.
import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { withoutInvisible } from '../markdown/invisible.ts';
import { lineEnds } from '../markdown/lex.ts';

const LIMIT = Object.freeze({
  /** UTF-16 units; people's front matter takes hundreds. */
  length: 65_536,
  /** Texts of a list whose line cannot be found, as they are aliases or folded: of further ones none is looked for. */
  unplaced: 100,
});

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

/** Opening fence, and the language that stands behind it; `+++` is how Hugo fences TOML. */
const OPENING = /^(?:---|\+\+\+(?=[ \t]*\n))[ \t]*([^\s-]*)[ \t]*\n/;
/** YAML may end in `...` as well. */
const CLOSING = /^(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)/m;

/**
 * Splits YAML front matter off a file's text (LF line ends, no byte order mark). Only YAML is read, without tags.
 * Aliases are read as the value that they stand for, never copied, so that they cannot multiply.
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
  return { fields: fieldsOf(yaml), yaml, body: text.slice(end), bodyLine: 1 + lineEnds(text.slice(0, end)) };
}

/**
 * The text below front matter that cannot be read, up to the first blank line where it is not closed, and its title where
 * that stands in a line of its own.
 */
export function unreadFrontMatter(text: string): FrontMatter {
  const start = text.indexOf('\n') + 1;
  const end = CLOSING.exec(text.slice(start)) ?? /^[ \t]*(?:\n|$)/m.exec(text.slice(start)) ?? undefined;
  const at = end === undefined ? text.length : start + end.index + end[0].length;
  const title = /^title[ \t]*[:=][ \t]*(["']?)([\p{L}\p{N}].*?)\1[ \t]*$/mu.exec(text.slice(start, at))?.[2];
  return {
    fields: new Map(title === undefined ? [] : [['title', title]]),
    yaml: '',
    body: text.slice(at),
    bodyLine: 1 + lineEnds(text.slice(0, at)),
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
  if (BLANK_LINES.test(yaml))
    throw new FrontMatterError('front matter holds a hundred blank lines in a row; delete them', 1);
  const { data } = matter(`---\n${yaml}\n---\n`, {
    language: 'yaml',
    engines: { yaml: parseYaml, yml: parseYaml },
  });
  const value: unknown = data['value'];
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FrontMatterError('front matter is not a list of "key: value" lines', 1);
  }
  return new Map(Object.entries(value));
}

/** The value that YAML spells, under a key of ours: gray-matter wants an object, and YAML may be a text or a list. */
function parseYaml(yaml: string): { readonly value: unknown } {
  try {
    return { value: load(yaml, { schema: FAILSAFE_SCHEMA }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new FrontMatterError(`front matter is not YAML: ${error.reason}`, (error.mark?.line ?? 0) + 1);
  }
}

/** A text in front matter and the line of the file, from 1, on which it stands. */
export interface FieldText {
  readonly text: string;
  /** 1 where the text is folded over several lines. */
  readonly line: number;
}

/** A field that holds one text; undefined where it is missing, blank, or something else. */
export function textField({ fields }: FrontMatter, key: string): string | undefined {
  const value = fields.get(key);
  return typeof value === 'string' ? visibleText(value) || undefined : undefined;
}

/** A field that holds a list of texts, or one text; undefined where it holds anything else. */
export function textsField(matter: FrontMatter, key: string): readonly FieldText[] | undefined {
  const value = matter.fields.get(key);
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((item) => typeof item === 'string')) return undefined;
  const lines = matter.yaml.split('\n');
  // Behind the key, and each text behind the one before it: from the start, a long list would take its square of time.
  let at = placeIn(lines, key, 0) ?? 0;
  let unplaced = 0;
  const texts = list.map((item) => {
    const place = unplaced < LIMIT.unplaced ? placeIn(lines, item, at) : undefined;
    at = place ?? at;
    unplaced += Number(place === undefined);
    return { text: visibleText(item), line: place === undefined ? 1 : place + 2 };
  });
  return texts.filter(({ text }) => text !== '');
}

/** The line of the file, from 1, on which a key of its front matter first stands. */
export function lineOf({ yaml }: FrontMatter, key: string): number {
  return (placeIn(yaml.split('\n'), key, 0) ?? -1) + 2;
}

function placeIn(lines: readonly string[], text: string, from: number): number | undefined {
  for (let at = from; at < lines.length; at += 1) if (lines[at]?.includes(text)) return at;
  return undefined;
}

/** YAML can spell invisible characters as escapes, which cleaning the file's text does not see. */
function visibleText(value: string): string {
  return withoutInvisible(value).trim();
}
