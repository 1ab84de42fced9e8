import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { markedUtf16, windows1252 } from '../policy/file-text.ts';

/** Charsets that Node has no decoder for and iconv-lite has: UTF-7, UTF-32, and the code pages of DOS. */
const RARE = /^(?:utf-?7|unicode-1-1-utf-7|utf-?32(?:[bl]e)?|(?:cp|ibm)-?\d{3,4})$/i;

/** Code pages that Node knows by the names of the charsets that they are; iconv-lite is bundled without their tables. */
const CODE_PAGES: Readonly<Record<string, string>> = Object.freeze({
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
});

/** Encodings whose label is not trusted where the bytes are UTF-8: valid UTF-8 is hardly ever anything else. */
const OFTEN_WRONG = ['utf-8', 'windows-1252', 'iso-8859-15'];

/** Text from bytes, by the charset that a message labels them with; without one that is known, by what they seem to be. */
export function decodedBytes(bytes: Buffer, label = ''): string {
  const encoding = encodingOf(label) ?? 'windows-1252';
  if (RARE.test(encoding)) return iconv.decode(bytes, encoding);
  if (encoding.startsWith('utf-16')) return new TextDecoder(markedUtf16(bytes) ?? encoding).decode(bytes);
  if (OFTEN_WRONG.includes(encoding)) {
    const text = new TextDecoder('utf-8').decode(bytes);
    if (!text.includes('\uFFFD') || (encoding === 'utf-8' && /[^\p{ASCII}\uFFFD]/u.test(text))) return text;
  }
  if (['utf-8', 'windows-1252'].includes(encoding)) return windows1252(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * The name of an encoding: in the WHATWG's standard, which has iso-8859-1 and us-ascii as windows-1252, else iconv-lite's.
 * Undefined for a charset that neither knows.
 */
export function encodingOf(label: string): string | undefined {
  const name = label.trim().toLowerCase();
  try {
    return new TextDecoder(CODE_PAGES[name] ?? name).encoding;
  } catch {
    return RARE.test(name) && iconv.encodingExists(name) ? name : undefined;
  }
}

/** The value of a header, of a character a byte, in UTF-8 or else the charset of its body. */
export function headerText(raw: string, bodyCharset: string | undefined): string {
  const bytes = Buffer.from(raw, 'latin1');
  return isUtf8(bytes) ? bytes.toString() : decodedBytes(bytes, bodyCharset);
}

const ENCODED_WORD = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi;

/** Encoded words with nothing but blanks between them. */
const ENCODED_WORDS = /=\?[^?\s*][^?\s]*\?[bq]\?[^?]*\?=(?:\s*=\?[^?\s*][^?\s]*\?[bq]\?[^?]*\?=)*/gi;

/** A header with its encoded words (RFC 2047) decoded. */
export function withWordsDecoded(value: string): string {
  return value.replace(ENCODED_WORDS, decodedWords);
}

/** Words of one charset are joined before they are decoded, as some programs cut them within a character. */
function decodedWords(words: string): string {
  const runs: { charset: string; bytes: string }[] = [];
  for (const [, charset = '', encoding = '', content = ''] of words.matchAll(ENCODED_WORD)) {
    const bytes = /b/i.test(encoding) ? base64Bytes(content) : quotedBytes(content.replaceAll('_', ' '));
    const last = runs.at(-1);
    if (last?.charset.toLowerCase() === charset.toLowerCase()) last.bytes += bytes;
    else runs.push({ charset, bytes });
  }
  return runs.map(({ charset, bytes }) => decodedBytes(Buffer.from(bytes, 'latin1'), charset)).join('');
}

/** Decodes base64 (RFC 2045 6.8), to a character a byte. */
export function base64Bytes(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

/** Decodes quoted-printable (RFC 2045 6.7), to a character a byte. */
export function quotedBytes(text: string): string {
  return text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
