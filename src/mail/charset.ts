import { markedUtf16, windows1252 } from '../policy/file-text.ts';
import type { HeaderDecoder } from './address-list.ts';

/** Decodes bytes by the charset that a message labels them with. */
export interface CharsetDecoder {
  /** @param label undefined where the message has none. */
  readonly decode: (bytes: Uint8Array, label: string | undefined) => string;
  readonly knows: (label: string) => boolean;
}

/** Charsets that Node has no decoder for and iconv-lite has: UTF-7, UTF-32, and the code pages of DOS. */
const RARE = /^(?:utf-?7|unicode-1-1-utf-7|utf-?32(?:[bl]e)?|(?:cp|ibm)-?\d{3,4})$/i;

/** Where a message names one of them. */
const NAMES_RARE = /(?:charset\*?\s*=\s*"?|=\?)(?:utf-?7|unicode-1-1|utf-?32|cp-?\d|ibm-?\d)/i;

/** Code pages that Node knows by the names of the charsets that they are; iconv-lite is bundled without their tables. */
const CODE_PAGES: Readonly<Record<string, string>> = Object.freeze({
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
});

/** Encodings whose label is not trusted where the bytes are UTF-8: valid UTF-8 is hardly ever anything else. */
const OFTEN_WRONG: ReadonlySet<string | undefined> = new Set([
  undefined,
  'utf-8',
  'windows-1252',
  'iso-8859-15',
]);

/** Decodes the charsets of one message, a character a byte; iconv-lite's tables are loaded only where it names one. */
export async function charsetDecoder(raw: string): Promise<CharsetDecoder> {
  const iconv = NAMES_RARE.test(raw) ? (await import('iconv-lite')).default : undefined;
  return {
    decode: (bytes, written = '') => {
      const label = written.trim();
      if (encodingOf(label) !== undefined || !RARE.test(label)) return decoded(bytes, encodingOf(label));
      return iconv?.encodingExists(label)
        ? iconv.decode(Buffer.from(bytes), label)
        : decoded(bytes, undefined);
    },
    knows: (label) => encodingOf(label.trim()) !== undefined || RARE.test(label.trim()),
  };
}

function decoded(bytes: Uint8Array, encoding: string | undefined): string {
  if (encoding?.startsWith('utf-16')) return new TextDecoder(markedUtf16(bytes) ?? encoding).decode(bytes);
  if (OFTEN_WRONG.has(encoding)) {
    const text = new TextDecoder('utf-8').decode(bytes);
    if (!text.includes('\uFFFD') || (encoding === 'utf-8' && /[^\p{ASCII}\uFFFD]/u.test(text))) return text;
  }
  return encoding === undefined || encoding === 'utf-8' || encoding === 'windows-1252'
    ? windows1252(bytes)
    : new TextDecoder(encoding).decode(bytes);
}

/** The name of an encoding in the WHATWG's standard, which has iso-8859-1 and us-ascii as windows-1252. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(CODE_PAGES[label.toLowerCase()] ?? label).encoding;
  } catch {
    return undefined;
  }
}

const ENCODED_WORD = /=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi;

/** Encoded words with nothing but blanks between them. */
const ENCODED_WORDS = /(=\?[^?\s*][^?\s]*\?[bq]\?[^?]*\?=(?:\s*=\?[^?\s*][^?\s]*\?[bq]\?[^?]*\?=)*)/i;

/** Decodes the headers of a message, whose bytes beyond ASCII are in UTF-8 or the charset of its body. */
export function headerDecoder({ decode }: CharsetDecoder, bodyCharset: string | undefined): HeaderDecoder {
  const bytes = (text: string) => {
    if (!/[\x80-\xff]/.test(text)) return text;
    const all = Buffer.from(text, 'latin1');
    const utf8 = all.toString('utf8');
    return utf8.includes('\uFFFD') ? decode(all, bodyCharset) : utf8;
  };
  const words = (value: string) =>
    value
      .split(ENCODED_WORDS)
      .map((text, at) => (at % 2 === 1 ? decodedWords(text, decode) : bytes(text)))
      .join('');
  return { words, bytes };
}

/** Encoded words (RFC 2047) decoded, those of one charset joined before, as some programs cut them within a character. */
function decodedWords(words: string, decode: CharsetDecoder['decode']): string {
  let text = '';
  let last = { charset: '', bytes: '' };
  const flush = () => decode(Buffer.from(last.bytes, 'latin1'), last.charset);
  for (const [, charset = '', encoding = '', content = ''] of words.matchAll(ENCODED_WORD)) {
    if (charset.toLowerCase() !== last.charset) {
      text += flush();
      last = { charset: charset.toLowerCase(), bytes: '' };
    }
    last.bytes += /b/i.test(encoding) ? base64Bytes(content) : quotedBytes(content.replaceAll('_', ' '));
  }
  return text + flush();
}

/** What base64 (RFC 2045 6.8) encodes, a character a byte. */
export function base64Bytes(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

/** What quoted-printable (RFC 2045 6.7) encodes, a character a byte. */
export function quotedBytes(text: string): string {
  return text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
