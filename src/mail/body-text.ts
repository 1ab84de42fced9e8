import { InputError } from '../errors.ts';
import { decodedBytes, headerText, knowsCharset, withWordsDecoded } from './charset.ts';
import { type MimePart, mimePart, tooMuch } from './mime-part.ts';

/** The text of a message, and what is to be said of it. */
export interface BodyText {
  readonly text: string;
  readonly notes: readonly string[];
}

const LIMIT = Object.freeze({
  /** Messages in messages. */
  forwarded: 20,
});

const NOTE = Object.freeze({
  html: 'the message, or a part of it, is HTML alone, which the lists do not take: its words are quoted without markup',
  encrypted: 'a part of the message is encrypted, and not quoted',
});

/**
 * The words of a message to people: its parts of plain text, and of HTML where nothing else says the same; messages that
 * it forwards with the headers that tell whose they are.
 *
 * @throws InputError when all of it is encrypted.
 */
export async function bodyText(part: MimePart): Promise<BodyText> {
  const notes = new Set<string>();
  const text = (await textOf(part, { notes, depth: 0 })).replaceAll('\uFEFF', '');
  if (text.trim() !== '') return { text, notes: [...notes] };
  if (!notes.has(NOTE.encrypted)) return { text, notes: [...notes, 'the message has no text to quote'] };
  throw new InputError(
    'this message is encrypted, so that there are no words to answer; save it decrypted, or answer it with: rustpolicy mail <question>',
  );
}

interface Reading {
  /** Grows while parts are read. */
  readonly notes: Set<string>;
  /** Of messages in messages. */
  readonly depth: number;
}

async function textOf(part: MimePart, reading: Reading): Promise<string> {
  const { type, parts } = part;
  const inside = { ...reading, depth: reading.depth + 1 };
  if (reading.depth > 0 && /^\s*attachment\b/i.test(part.header('content-disposition'))) return '';
  if (type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(type)) {
    reading.notes.add(NOTE.encrypted);
    return '';
  }
  if (parts.length > 0) {
    const isOneEnough = type === 'multipart/alternative';
    // HTML comes last, whatever its place (RFC 2046 5.1.4).
    const ordered = isOneEnough ? [...parts].sort((a, b) => Number(isHtml(a)) - Number(isHtml(b))) : parts;
    const texts: string[] = [];
    for (const each of ordered) {
      const text = isOneEnough && texts.length > 0 ? '' : await textOf(each, inside);
      if (text.trim() !== '') texts.push(text);
    }
    return texts.length > 1 ? texts.map((text) => `${text.trimEnd()}\n`).join('\n') : texts.join('');
  }
  if (type === 'message/rfc822') return forwarded(mimePart(part.content().replaceAll('\r\n', '\n')), inside);
  if (type === 'text/html') return fromHtml(decodedText(part, reading), reading);
  return type === 'text/plain' ? plainText(part, reading) : '';
}

function isHtml({ type, parts: [first] }: MimePart): boolean {
  return type === 'text/html' || (first !== undefined && isHtml(first));
}

async function forwarded(part: MimePart, reading: Reading): Promise<string> {
  if (reading.depth > LIMIT.forwarded) return '';
  const headers = ['From', 'Date', 'To', 'Cc', 'Subject'].flatMap((name) => {
    const value = withWordsDecoded(headerText(part.header(name.toLowerCase()), part.parameters.charset));
    return value === '' ? [] : `${name}: ${value.replace(/\s+/g, ' ')}\n`;
  });
  return `${headers.join('')}\n${await textOf(part, reading)}`;
}

function plainText(part: MimePart, reading: Reading): string {
  const all = decodedText(part, reading);
  const text = all.replace(
    /^-----BEGIN PGP MESSAGE-----\s.*?(?:^-----END PGP MESSAGE-----|$(?!\s|\S))/gms,
    '',
  );
  if (text !== all) reading.notes.add(NOTE.encrypted);
  const { format, delsp } = part.parameters;
  return format?.toLowerCase() === 'flowed' ? unflowed(text, delsp?.toLowerCase() === 'yes') : text;
}

function decodedText(part: MimePart, { notes }: Reading): string {
  const { charset } = part.parameters;
  const content = part.content();
  const isAscii = !/[^\0-\x7f]/.test(content);
  if (charset !== undefined && !knowsCharset(charset) && (!isAscii || /^(?:hz|iso-2022)/i.test(charset))) {
    notes.add(
      `nothing here decodes ${charset.slice(0, 40)}: the quoted words may not be as they were written`,
    );
  }
  return decodedBytes(Buffer.from(content, 'latin1'), charset);
}

/**
 * The text of `format=flowed` (RFC 3676): without the blank that stuffs a line. Lines stay as they were sent, but with
 * `delsp=yes` words were cut at their ends, so those of a paragraph are joined.
 */
function unflowed(text: string, isDelSp: boolean): string {
  const lines: string[] = [];
  let open: string | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    const marks = /^>*/.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length).replace(/^ /, '');
    const flows = isDelSp && content.endsWith(' ') && content !== '-- ';
    const part = flows ? content.slice(0, -1) : content;
    if (open === marks && content !== '-- ') lines.push(`${lines.pop()}${part}`);
    else lines.push(marks === '' ? part : `${marks} ${part}`);
    open = flows ? marks : undefined;
  }
  return lines.join('\n');
}

async function fromHtml(html: string, { notes }: Reading): Promise<string> {
  notes.add(NOTE.html);
  const text = (await import('../markdown/html.ts')).htmlText(html);
  if (text !== undefined) return text;
  throw tooMuch('the HTML of this message is over 500,000 characters, or nested over 100 deep');
}
