import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
} from 'node:fs';
import { reasonOf } from '../errors.ts';

const LIMIT = Object.freeze({
  /** Bytes; a thick book has one or two million. */
  size: 5_000_000,
});

/** Why a file cannot be read; `line` from 1. */
export interface Unreadable {
  readonly reason: string;
  readonly line: number;
}

/** A file's text, or why it cannot be had. */
export type FileText = { readonly text: string } | Unreadable;

/** The bytes of a file, and who owns it. */
export interface FileBytes {
  readonly bytes: Buffer;
  /** The user's number. */
  readonly owner: number;
}

/** Reads a regular file of UTF-8. */
export function readText(path: string): FileText {
  const read = readBytes(path);
  return 'bytes' in read ? decode(read.bytes) : read;
}

/**
 * Reads a regular file. No link is followed, also where a folder on the way has become one since it was looked into, and
 * a pipe or device in its place does not block.
 *
 * @param path absolute, without symbolic links.
 */
export function readBytes(path: string): FileBytes | Unreadable {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return { reason: reasonOf(error, { ELOOP: 'it is a symbolic link' }), line: 1 };
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { reason: 'it is not a regular file', line: 1 };
    if (!isAt(path, file)) return { reason: 'its folder has become a symbolic link', line: 1 };
    if (stat.size > LIMIT.size) return { reason: 'it is over 5 MB; split it', line: 1 };
    return { bytes: readFileSync(file), owner: stat.uid };
  } catch (error) {
    return { reason: reasonOf(error), line: 1 };
  } finally {
    closeSync(file);
  }
}

/** Whether an open file is the one at a path, reached by no link; Linux knows the place of an open file itself. */
function isAt(path: string, file: number): boolean {
  let place: string;
  try {
    place = readlinkSync(`/proc/self/fd/${file}`);
  } catch {
    const { dev, ino } = fstatSync(file);
    const there = lstatSync(path);
    return realpathSync(path) === path && there.dev === dev && there.ino === ino;
  }
  // It may have been deleted, or replaced, since it was opened.
  return place === path || place === `${path} (deleted)`;
}

function decode(bytes: Buffer): FileText {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8') };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { reason: 'it is UTF-16; save it as UTF-8', line: 1 };
  const line = 1 + linesOf(bytes).indexOf(undefined);
  return { reason: 'it is not UTF-8 on this line; save it as UTF-8', line };
}

/**
 * A file's lines without their ends; undefined stands for one that is not UTF-8. No character of UTF-8 holds the byte of
 * a line end, so that each line is valid or not by itself.
 */
export function linesOf(bytes: Buffer): (string | undefined)[] {
  const lines: (string | undefined)[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf('\n', start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    lines.push(isUtf8(line) ? line.toString('utf8') : undefined);
    start = end === -1 ? bytes.length : end + 1;
  }
  return lines;
}
