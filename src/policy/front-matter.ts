import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

/** A file's front matter and what follows it. Scalars are strings: a date or a revision stays as it is written. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, unknown>;
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

/** Opening fence, with the language that gray-matter would hand the text to. */
const OPENING = /^---[ \t]*([^\s-]*)[ \t]*\n/;
const CLOSING = /\n---[ \t]*(?:\n|$)/;

/**
 * Splits YAML front matter off a file's text (LF line ends, no byte order mark).
 *
 * Only YAML is read. gray-matter would run `---js` with `eval`; any other language is refused before it sees it.
 *
 * @throws FrontMatterError when the front matter is not closed, not YAML, or not a list of keys and values.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (opening === null) return { fields: new Map(), body: text, bodyLine: 1 };
  const language = opening[1] ?? '';
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    throw new FrontMatterError(
      `front matter in "${language}" is not read; write it in YAML between --- lines`,
      1,
    );
  }
  if (!CLOSING.test(text.slice(3))) {
    // A document may begin with a thematic break; front matter that somebody forgot to close begins with a key.
    if (!/^---[^\n]*\n[\w-]+:/.test(text)) return { fields: new Map(), body: text, bodyLine: 1 };
    throw new FrontMatterError('front matter is not closed; end it with a line ---', 1);
  }
  const { data, content } = matter(text, { language: 'yaml', engines: { yaml: parseYaml, yml: parseYaml } });
  const bodyLine = 1 + countLines(text.slice(0, text.length - content.length));
  return { fields: asFields(data), body: content, bodyLine };
}

function parseYaml(yaml: string): object {
  try {
    const value = load(yaml, { schema: FAILSAFE_SCHEMA });
    // gray-matter wants an object; `asFields` tells the rest from a list of keys.
    return typeof value === 'object' && value !== null ? value : { [NOT_KEYS]: value };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new FrontMatterError(`front matter is not YAML: ${error.reason}`, (error.mark?.line ?? 0) + 1);
  }
}

/** Marks front matter that parsed to a bare scalar. */
const NOT_KEYS = Symbol('not keys');

function asFields(data: object): ReadonlyMap<string, unknown> {
  if (NOT_KEYS in data && data[NOT_KEYS] === undefined) return new Map();
  if (Array.isArray(data) || NOT_KEYS in data) {
    throw new FrontMatterError('front matter is not a list of "key: value" lines', 1);
  }
  return new Map(Object.entries(data));
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
