import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { reasonOf } from '../errors.ts';

const LIMIT = Object.freeze({
  /** Bytes; a thick book has one or two million. */
  size: 5_000_000,
  /** The share of letters and signs of texts among the bytes beyond ASCII, from which a file is one of windows-1252. */
  wordly: 0.95,
});

/** A file's text, as far as it can be had, and what is wrong with it. */
export interface FileText {
  readonly text?: string;
  readonly reason?: string;
  /** The line, from 1, that is meant. */
  readonly line?: number;
}

/** Reads a regular file of text. */
export function readText(path: string): FileText {
  const read = readBytes(path);
  return typeof read === 'string' ? { reason: read } : decode(read.bytes);
}

/**
 * Reads a regular file, and the number of the user who owns it; or says why it cannot. No link is followed, also where a folder on the way has
 * become one since it was looked into, and a pipe or device in its place does not block.
 *
 * @param path absolute, without symbolic links.
 */
export function readBytes(path: string): { bytes: Buffer; owner: number } | string {
  try {
    return whileOpen(path, fs.constants.O_NONBLOCK, (file) => {
      const stat = fs.fstatSync(file);
      if (!stat.isFile()) return 'it is not a regular file';
      if (stat.size > LIMIT.size) return 'it is over 5 MB; split it';
      return { bytes: fs.readFileSync(file), owner: stat.uid };
    });
  } catch (error) {
    const links = { ELOOP: 'it is a symbolic link', ESTALE: 'its folder has become a symbolic link' };
    return reasonOf(error, links);
  }
}

/**
 * A folder's entries; none are given, and the system's error is thrown, where it or a folder on the way has become a
 * link since it was looked into.
 *
 * @param path absolute, without symbolic links and a last slash.
 */
export function entriesIn(path: string): fs.Dirent[] {
  // There no folder can be opened.
  if (process.platform === 'win32') return fs.readdirSync(path, { withFileTypes: true });
  return whileOpen(path, fs.constants.O_DIRECTORY, (folder) => {
    // By the open folder itself where the system knows a way, whatever stands at the path by now.
    const held = `/proc/self/fd/${folder}`;
    return fs.readdirSync(fs.existsSync(held) ? held : path, { withFileTypes: true });
  });
}

/** Reads while a file is open; ESTALE is thrown where it is not the one at the path, reached by no link. */
function whileOpen<T>(path: string, flags: number, read: (file: number) => T): T {
  const file = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | flags);
  try {
    const content = read(file);
    if (!isAt(path, file)) throw Object.assign(new Error(), { code: 'ESTALE' });
    return content;
  } finally {
    fs.closeSync(file);
  }
}

/** Whether an open file is the one at a path, reached by no link; Linux knows the place of an open file itself. */
function isAt(path: string, file: number): boolean {
  try {
    const place = fs.readlinkSync(`/proc/self/fd/${file}`);
    // It may have been deleted, or replaced, since it was opened.
    return place === path || place === `${path} (deleted)`;
  } catch {
    const { dev, ino } = fs.fstatSync(file);
    const there = fs.lstatSync(path);
    return fs.realpathSync(path) === path && there.dev === dev && there.ino === ino;
  }
}

/** By its byte order mark, else as UTF-8, else as windows-1252 where that makes words of it, which is said. */
function decode(bytes: Buffer): FileText {
  const utf16 = markedUtf16(bytes);
  if (isUtf8(bytes) || utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes) };
  const line = 1 + linesOf(bytes).indexOf(undefined);
  const text = windows1252(bytes);
  const high = text.match(/[^\0-\x7f]/g) ?? [];
  const wordly = high.filter((character) => WORDLY.test(character)).length;
  if (wordly < LIMIT.wordly * high.length || text.includes('\0'))
    return { reason: 'it is not UTF-8 on this line; save it as UTF-8', line };
  return { text, reason: 'it is not UTF-8 on this line, and read as windows-1252; save it as UTF-8', line };
}

/** The encoding that a byte order mark of UTF-16 tells. */
export function markedUtf16([first, second]: Uint8Array): string | undefined {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** The characters that windows-1252 has in place of the C1 controls 0x80 to 0x9F. */
const IN_PLACE_OF_CONTROLS =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Decodes bytes as windows-1252 (WHATWG's Encoding). Not by Node's decoder, which takes it for Latin-1 from 20.19 on. */
export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => IN_PLACE_OF_CONTROLS.charAt(control.charCodeAt(0) - 0x80));
}

/** Letters of windows-1252, and its quotes, dashes and the like, as texts hold them. */
const WORDLY =
  /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00fe\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac\u00a0\u00a7\u00a9\u00ab\u00ae\u00b0\u00b7\u00bb\u00a1\u00bf\u00a3]/;

/**
 * A file's lines without their ends; undefined stands for one that is not UTF-8. No character of UTF-8 holds the byte of
 * a line end, so that each line is valid or not by itself.
 */
export function linesOf(bytes: Buffer): (string | undefined)[] {
  const lines = bytes.toString('latin1').split('\n');
  return lines.map((line) => {
    const own = Buffer.from(line, 'latin1');
    return isUtf8(own) ? own.toString() : undefined;
  });
}
