import { InputError } from '../errors.ts';
import { decodedBytes, encodingOf, headerText, withWordsDecoded } from './charset.ts';
import { type MimePart, tooMuch } from './mime-part.ts';

const LIMIT = Object.freeze({
  /** Characters and lines of a text, which no list takes quoted. */
  characters: 1_048_576,
  lines: 100_000,
});

const NOTE = Object.freeze({
  html: 'the message, or a part of it, is HTML alone, which the lists do not take: its words are quoted without markup',
  encrypted: 'a part of the message is encrypted, and not quoted',
});

/**
 * The words of a message to people, and what is to be said of them: its parts of plain text, and of HTML where nothing
 * else says the same; messages that it forwards with the headers that tell whose they are.
 *
 * @throws InputError when all of it is encrypted, or it is more than a reply can quote.
 */
export async function bodyText(part: MimePart): Promise<{ text: string; notes: string[] }> {
  const notes = new Set<string>();
  const text = bounded((await textOf(part, notes)).replaceAll('\uFEFF', ''));
  if (text.trim() !== '') return { text, notes: [...notes] };
  if (!notes.has(NOTE.encrypted)) return { text, notes: [...notes, 'the message has no text to quote'] };
  throw new InputError(
    'this message is encrypted, so that there are no words to answer; save it decrypted, or answer it with: rustpolicy mail <question>',
  );
}

function bounded(text: string): string {
  const lines = text.split(/\r\n?|\n/, LIMIT.lines + 1);
  if (text.length <= LIMIT.characters && lines.length <= LIMIT.lines) return text;
  throw tooMuch('the text of this message is over 1 MB or 100,000 lines, which no list takes quoted');
}

/** @param notes grows while parts are read. */
async function textOf(part: MimePart, notes: Set<string>): Promise<string> {
  const { type, parts } = part;
  if (type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(type)) {
    notes.add(NOTE.encrypted);
    return '';
  }
  if (parts[0] && type === 'message/rfc822') return forwarded(parts[0], notes);
  if (parts.length > 0) return textOfParts(part, notes);
  if (type === 'text/html') return fromHtml(decodedText(part, notes), notes);
  return type === 'text/plain' ? plainText(part, notes) : '';
}

async function textOfParts({ type, parts }: MimePart, notes: Set<string>): Promise<string> {
  const isOneEnough = type === 'multipart/alternative';
  const shown = parts.filter(({ header }) => !/^\s*attachment\b/i.test(header('content-disposition')));
  // HTML comes last, whatever its place (RFC 2046 5.1.4).
  if (isOneEnough) shown.sort((a, b) => Number(isHtml(a)) - Number(isHtml(b)));
  const texts: string[] = [];
  for (const each of shown) {
    const text = isOneEnough && texts.length > 0 ? '' : await textOf(each, notes);
    if (text.trim() !== '') texts.push(text.trimEnd());
  }
  return texts.join('\n\n');
}

function isHtml({ type, parts: [first] }: MimePart): boolean {
  return type === 'text/html' || (first !== undefined && isHtml(first));
}

/** A message with the headers that tell whose it is. */
async function forwarded(message: MimePart, notes: Set<string>): Promise<string> {
  const { charset } = message.parameters;
  const headers = ['From', 'Date', 'To', 'Cc', 'Subject'].flatMap((name) => {
    const value = withWordsDecoded(headerText(message.header(name.toLowerCase()), charset));
    return value === '' ? [] : `${name}: ${value.replace(/\s+/g, ' ')}\n`;
  });
  return `${headers.join('')}\n${await textOf(message, notes)}`;
}

/** An encrypted block in plain text, up to its end or that of the text. */
const ENCRYPTED = /^-----BEGIN PGP MESSAGE-----\s.*?(?:^-----END PGP MESSAGE-----|$(?!\s|\S))/gms;

function plainText(part: MimePart, notes: Set<string>): string {
  const all = decodedText(part, notes);
  const text = all.replace(ENCRYPTED, '');
  if (text !== all) notes.add(NOTE.encrypted);
  const { format, delsp } = part.parameters;
  return format?.toLowerCase() === 'flowed' ? unflowed(text, delsp?.toLowerCase() === 'yes') : text;
}

function decodedText({ parameters: { charset }, ...part }: MimePart, notes: Set<string>): string {
  const content = bounded(part.content());
  const isAscii = !/[^\0-\x7f]/.test(content);
  if (charset && encodingOf(charset) === undefined && (!isAscii || /^(?:hz|iso-2022)/i.test(charset))) {
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

async function fromHtml(html: string, notes: Set<string>): Promise<string> {
  notes.add(NOTE.html);
  const text = (await import('../markdown/html.ts')).htmlText(html);
  if (text !== undefined) return text;
  throw tooMuch('the HTML of this message is over 500,000 characters, or nested over 100 deep');
}
