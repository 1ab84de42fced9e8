import { parseHeaderValue } from 'nodemailer/lib/mime-funcs';
import { InputError } from '../errors.ts';
import { base64Bytes, quotedBytes } from './charset.ts';

/** A message, or a part of one (RFC 2045, 2046). All strings have a character a byte. */
export interface MimePart {
  /** The values of a header, joined where it came more than once, unfolded, undecoded. */
  readonly header: (name: string) => string;
  /** Media type in lower case; `text/plain` where the header cannot be parsed (RFC 2045 5.2). */
  readonly type: string;
  readonly parameters: {
    readonly [name in 'boundary' | 'charset' | 'format' | 'delsp']?: string | undefined;
  };
  /**
   * What the transfer encoding encodes; empty where there are parts.
   *
   * @throws InputError when it is more than a reply can quote.
   */
  readonly content: () => string;
  readonly parts: readonly MimePart[];
}

const LIMIT = Object.freeze({
  /** Characters of a header: no server passes on a longer one. */
  header: 50_000,
  /** Characters of all headers of a part. */
  headers: 1_000_000,
  /** Characters of a type with its parameters. */
  type: 2_000,
  /** Parts of a message, and their depth: a reader finds no words in more. */
  parts: 1_000,
  depth: 20,
  /** Bytes of a text, which no list takes quoted; quoted-printable makes three of one. */
  content: 1_048_576,
  encoded: 3_300_000,
});

/**
 * Takes a message apart, with LF line ends.
 *
 * @throws InputError when it has too many parts, or a header too long to be read.
 */
export function mimePart(raw: string): MimePart {
  return partOf(raw, { type: 'text/plain', depth: 0, count: { parts: 0 } });
}

interface Place {
  /** The type where no header gives one. */
  readonly type: string;
  readonly depth: number;
  /** Of the whole message. */
  readonly count: { parts: number };
}

function partOf(raw: string, place: Place): MimePart {
  const { depth, count } = place;
  count.parts += 1;
  if (count.parts > LIMIT.parts || depth > LIMIT.depth)
    throw tooMuch('this message has over 1,000 parts, or over 20 in each other');
  const head = headOf(raw);
  const header = headerReader(head);
  const body = raw.slice(head.length).replace(/^\n{1,2}/, '');
  const { type, parameters } = contentType(header('content-type') || place.type);
  const isMultipart = type.startsWith('multipart/');
  const pieces = isMultipart && parameters.boundary ? between(body, parameters.boundary) : [];
  const inside = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return {
    header,
    type: isMultipart && pieces.length === 0 ? 'text/plain' : type,
    parameters,
    content: () => (pieces.length > 0 ? '' : contentOf(body, header('content-transfer-encoding'))),
    parts: pieces.map((piece) => partOf(piece, { type: inside, depth: depth + 1, count })),
  };
}

/** The error that tells of more than a reply can quote. */
export function tooMuch(what: string): InputError {
  return new InputError(`${what}; answer it by hand, with: rustpolicy mail <question>`);
}

/** Some programs leave the line of an mbox among the headers. */
const HEADER_LINE = /^(?:[!-9;-~]+[ \t]*:|[ \t]|>?From )/;

/** The header lines, up to a blank line, or to one that no header is. */
function headOf(raw: string): string {
  const lines = raw.slice(0, LIMIT.headers).split('\n');
  const other = lines.findIndex((line) => !HEADER_LINE.test(line));
  const count = other === -1 ? lines.length : other;
  // The last may be a piece of a line.
  if (raw.length > LIMIT.headers && count >= lines.length - 1)
    throw tooMuch('this message has over 1 MB of headers');
  return lines.slice(0, count).join('\n');
}

function headerReader(head: string): MimePart['header'] {
  const values = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const before = values.get(name);
    // Lists of people are joined; of what a part is, the first counts.
    if (before !== undefined && name.startsWith('content-')) continue;
    values.set(name, `${before === undefined ? '' : `${before}, `}${line.slice(colon + 1).trim()}`);
  }
  return (name) => {
    const value = values.get(name) ?? '';
    if (value.length <= LIMIT.header) return value;
    throw tooMuch(`this message's ${name} is over 50,000 characters`);
  };
}

/** A header such as `text/plain; charset="utf-8"` taken apart (RFC 2045 5.1). */
function contentType(value: string): Pick<MimePart, 'type' | 'parameters'> {
  const { value: type, params } = parseHeaderValue(value.slice(0, LIMIT.type), { stripComments: true });
  const isType = /^[\w.+-]+\/[\w.+-]+$/.test(type);
  return isType ? { type: type.toLowerCase(), parameters: params } : { type: 'text/plain', parameters: {} };
}

/** What stands between the lines of a boundary; the last piece may lack its end. */
function between(body: string, boundary: string): string[] {
  const line = `\\n?^--${boundary.trimEnd().replace(/\W/g, '\\$&')}`;
  const [inside = ''] = body.split(new RegExp(`${line}--[ \\t]*$`, 'm'), 1);
  return inside.split(new RegExp(`${line}[ \\t]*$\\n?`, 'm'), LIMIT.parts + 2).slice(1);
}

function contentOf(body: string, encoding: string): string {
  const content = body.length > LIMIT.encoded ? body : unencoded(body, encoding);
  if (content.length <= LIMIT.content) return content;
  throw tooMuch('the text of this message is over 1 MB, which no list takes quoted');
}

function unencoded(body: string, encoding: string): string {
  if (/^\W*base64\b/i.test(encoding)) return base64Bytes(body);
  if (!/^\W*quoted-printable\b/i.test(encoding)) return body;
  return quotedBytes(body.replace(/(?<![ \t])[ \t]+$/gm, '').replace(/=\n/g, ''));
}
