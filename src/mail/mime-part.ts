import { InputError } from '../errors.ts';
import { base64Bytes, quotedBytes } from './charset.ts';

/** A message, or a part of one (RFC 2045, 2046). All strings have a character a byte. */
export interface MimePart {
  /** The values of a header, joined where it came more than once, unfolded, undecoded. */
  readonly header: (name: string) => string;
  /** Media type in lower case; `text/plain` where the header cannot be parsed (RFC 2045 5.2). */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
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
  const end = headerEnd(raw);
  const header = headerReader(raw.slice(0, end));
  const body = raw.slice(end).replace(/^\n/, '');
  const { type, parameters } = contentType(header('content-type') || place.type);
  const boundary = type.startsWith('multipart/') ? parameters.get('boundary') : undefined;
  const pieces = boundary === undefined ? [] : between(body, boundary);
  const inside = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return {
    header,
    type: type.startsWith('multipart/') && pieces.length === 0 ? 'text/plain' : type,
    parameters,
    content: () => (pieces.length > 0 ? '' : contentOf(body, header('content-transfer-encoding'))),
    parts: pieces.map((piece) => partOf(piece, { type: inside, depth: depth + 1, count })),
  };
}

/** The error that tells of more than a reply can quote. */
export function tooMuch(what: string): InputError {
  return new InputError(`${what}; answer it by hand, with: rustpolicy mail <question>`);
}

/** Where the header ends: at a blank line, or at one that no header is. Some programs leave the line of an mbox in it. */
function headerEnd(raw: string): number {
  let start = 0;
  while (start < raw.length) {
    const end = raw.indexOf('\n', start);
    const line = raw.slice(start, end === -1 ? undefined : end);
    if (!/^(?:[!-9;-~]+[ \t]*:|[ \t]|>?From )/.test(line)) return start;
    if (start > LIMIT.headers) throw tooMuch('this message has over 1 MB of headers');
    start = end === -1 ? raw.length : end + 1;
  }
  return start;
}

function headerReader(block: string): MimePart['header'] {
  const values = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
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

/** A header such as `text/plain; charset="utf-8"` taken apart (RFC 2045 5.1), parameters in pieces (RFC 2231) joined. */
export function contentType(value: string): Pick<MimePart, 'type' | 'parameters'> {
  const bare = value
    .slice(0, LIMIT.type)
    .replace(/("(?:[^"\\]|\\.)*")|\((?:[^()\\]|\\.)*\)/g, (_, quoted?: string) => quoted ?? ' ');
  const type = /^\s*([\w.+-]+\/[\w.+-]+)\s*(?:;|$)/.exec(bare)?.[1]?.toLowerCase();
  const parameters = new Map<string, string>();
  if (type === undefined) return { type: 'text/plain', parameters };
  for (const [, name = '', text = ''] of bare.matchAll(
    /;\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)/g,
  )) {
    const key = name.replace(/\*.*$/, '').toLowerCase();
    const unquoted = text.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/gs, '$1');
    const piece = name.endsWith('*') ? unquoted.replace(/^[^']*'[^']*'/, '') : unquoted;
    if (key === name.toLowerCase() && parameters.has(key)) continue;
    parameters.set(key, (parameters.get(key) ?? '') + piece);
  }
  return { type, parameters };
}

/** What stands between the lines of a boundary; the last piece may lack its end. */
function between(body: string, boundary: string): string[] {
  const line = new RegExp(`^--${boundary.trimEnd().replace(/\W/g, '\\$&')}(--)?[ \\t]*$\\n?`, 'gm');
  const pieces: string[] = [];
  let start: number | undefined;
  for (const { 0: all, 1: closing, index } of body.matchAll(line)) {
    if (start !== undefined) pieces.push(body.slice(start, Math.max(start, index - 1)));
    start = closing === undefined ? index + all.length : undefined;
    if (closing !== undefined && pieces.length > 0) break;
    if (pieces.length > LIMIT.parts) break;
  }
  if (start !== undefined) pieces.push(body.slice(start));
  return pieces;
}

function contentOf(body: string, encoding: string): string {
  const content = body.length > LIMIT.encoded ? body : unencoded(body, encoding);
  if (content.length <= LIMIT.content) return content;
  throw tooMuch('the text of this message is over 1 MB, which no list takes quoted');
}

function unencoded(body: string, encoding: string): string {
  switch (/[\w-]+/.exec(encoding)?.[0].toLowerCase()) {
    case 'base64':
      return base64Bytes(body);
    case 'quoted-printable':
      return quotedBytes(body.replace(/(?<![ \t])[ \t]+$/gm, '').replace(/=\n/g, ''));
    default:
      return body;
  }
}
