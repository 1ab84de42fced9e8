import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { reasonOf } from '../errors.ts';

const LIMIT = Object.freeze({
  /** Bytes; a thick book has one or two million. */
  size: 5_000_000,
});

/** A file's text, or why it cannot be had; `line` from 1. */
export type FileText = { readonly text: string } | { readonly reason: string; readonly line: number };

/** Reads a regular file of UTF-8. A link is not followed, and a pipe or device in its place does not block. */
export function readText(path: string): FileText {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return { reason: reasonOf(error, { ELOOP: 'it is a symbolic link' }), line: 1 };
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { reason: 'it is not a regular file', line: 1 };
    if (stat.size > LIMIT.size) return { reason: 'it is over 5 MB; split it', line: 1 };
    return decode(readFileSync(file));
  } catch (error) {
    return { reason: reasonOf(error), line: 1 };
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer): FileText {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8') };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { reason: 'it is UTF-16; save it as UTF-8', line: 1 };
  return { reason: 'it is not UTF-8 on this line; save it as UTF-8', line: firstBrokenLine(bytes) };
}

/** No character of UTF-8 holds the byte of a line end, so that each line is valid or not by itself. */
function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) return line;
    start = next;
  }
  return line;
}
