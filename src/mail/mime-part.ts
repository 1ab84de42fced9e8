import { parseHeaderValue } from 'nodemailer/lib/mime-funcs';
import { InputError } from '../errors.ts';
import { base64Bytes, quotedBytes } from './charset.ts';

/** A message, or a part of one (RFC 2045, 2046). All strings have a character a byte. */
export interface MimePart {
  /** The values of a header, joined where it came more than once, unfolded, undecoded. */
  readonly header: (name: string) => string;
  /** Media type in lower case; `text/plain` where the header cannot be parsed (RFC 2045 5.2). */
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * What the transfer encoding encodes.
   *
   * @throws InputError when it takes too long to decode.
   */
  readonly content: () => string;
  /** The parts in it; of a forward, the message. */
  readonly parts: readonly MimePart[];
}

const LIMIT = Object.freeze({
  /** Characters of all headers of a part: a few hundred people take a tenth. */
  headers: 200_000,
  /** Parts of a message, and their depth: a reader finds no words in more. */
  parts: 1_000,
  depth: 30,
  /** Characters of quoted-printable, which makes three of a byte, and of decoding takes a hundred bytes each. */
  printable: 4_000_000,
});

/**
 * Takes a message apart, with LF line ends.
 *
 * @throws InputError when it has too many parts, or too long headers to be read.
 */
export function mimePart(raw: string): MimePart {
  let count = 0;
  const partIn = (raw: string, usual: string, depth: number): MimePart => {
    count += 1;
    if (count > LIMIT.parts || depth > LIMIT.depth)
      throw tooMuch('this message has over 1,000 parts, or over 30 in each other');
    const { pieces, ...part } = takenApart(raw, usual);
    const inside = part.type === 'multipart/digest' ? 'message/rfc822' : '';
    return { ...part, parts: pieces.map((piece) => partIn(piece, inside, depth + 1)) };
  };
  return partIn(raw, '', 0);
}

/**
 * A part, and what is in it still whole.
 *
 * @param usual the type where no header gives one.
 */
function takenApart(raw: string, usual: string) {
  const head = headOf(raw);
  const values = headerValues(head);
  const header = (name: string) => values.get(name) ?? '';
  const { type: stated, parameters } = contentType(header('content-type') || usual);
  const body = raw.slice(head.length).replace(/^\n/, '');
  const content = () => unencoded(body, header('content-transfer-encoding'));
  const isMultipart = stated.startsWith('multipart/');
  const pieces = isMultipart ? between(body, parameters['boundary']) : [];
  if (stated === 'message/rfc822') pieces.push(content().replaceAll('\r\n', '\n'));
  const type = isMultipart && pieces.length === 0 ? 'text/plain' : stated;
  return { header, type, parameters, content, pieces };
}

/** The error that tells of more than a reply can quote. */
export function tooMuch(what: string): InputError {
  return new InputError(`${what}; answer it by hand, with: rustpolicy mail <question>`);
}

/** Header lines, up to one that is none. Some programs leave the line of an mbox among them. */
const HEADERS = /^(?:(?:[!-9;-~]+[ \t]*:|[ \t]|>?From )[^\n]*\n?)*/;

function headOf(raw: string): string {
  const start = raw.slice(0, LIMIT.headers);
  const [head = ''] = HEADERS.exec(start) ?? [];
  // Behind the headers a line may be cut that is one, too.
  if (start.length < raw.length && !start.includes('\n', head.length))
    throw tooMuch('this message has over 200 kB of headers');
  return head;
}

function headerValues(head: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const before = values.get(name);
    // Lists of people are joined; of what a part is, the first counts.
    if (before !== undefined && name.startsWith('content-')) continue;
    values.set(name, `${before === undefined ? '' : `${before}, `}${line.slice(colon + 1).trim()}`);
  }
  return values;
}

/** A header such as `text/plain; charset="utf-8"` taken apart (RFC 2045 5.1). */
function contentType(value: string): Pick<MimePart, 'type' | 'parameters'> {
  const { value: type, params } = parseHeaderValue(value, { stripComments: true });
  const isType = /^[\w.+-]+\/[\w.+-]+$/.test(type);
  return isType ? { type: type.toLowerCase(), parameters: params } : { type: 'text/plain', parameters: {} };
}

/** The pieces between the lines of a boundary; the last may lack its end. */
function between(body: string, boundary = ''): string[] {
  if (boundary === '') return [];
  const line = `\\n?^--${boundary.trimEnd().replace(/\W/g, '\\$&')}`;
  const [inside = ''] = body.split(new RegExp(`${line}--[ \\t]*$`, 'm'), 1);
  return inside.split(new RegExp(`${line}[ \\t]*$\\n?`, 'm'), LIMIT.parts + 2).slice(1);
}

function unencoded(body: string, encoding: string): string {
  if (/^\W*base64\b/i.test(encoding)) return base64Bytes(body);
  if (!/^\W*quoted-printable\b/i.test(encoding)) return body;
  if (body.length > LIMIT.printable)
    throw tooMuch('the text of this message is over 4 MB in quoted-printable');
  return quotedBytes(body.replace(/(?<![ \t])[ \t]+$/gm, '').replace(/=\n/g, ''));
}
