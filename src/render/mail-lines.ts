import { cells } from './layout/cells.ts';
import type { Run } from './layout/notation.ts';
import { type CutWord, wrap } from './layout/wrap.ts';

const LIMIT = Object.freeze({
  /** Octets of a line, its end not counted in (RFC 5322 2.1.1). */
  octets: 998,
});

const QUOTE = '> ';

/**
 * What a line may not begin with, be it `From ` (mbox), `.` (SMTP, sendmail), `---`, `diff -`, `Index: ` (git am),
 * `-- ` (a signature), or `Cc:` and `Reviewed-by:` (git send-email mails to whom it names).
 */
const TAKEN_FOR_MORE = /^(?:>|\.|-|From |diff -|Index: |[a-z][a-z0-9-]*:(?!\/\/))/i;

/** A text's lines as a quote; no trailing blanks, none longer than mail allows. */
export function quoted(lines: readonly string[]): string[] {
  return lines.flatMap((line) => withinLimit(line, QUOTE.length)).map((line) => `${QUOTE}${line}`.trimEnd());
}

/** What `quoted` was given. */
export function unquoted(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^> ?/, ''));
}

/** A word wider than a line is cut, as the lists ask for short ones, but for URLs and code, which have to be copied. */
export const cutLongWord: CutWord = (word, width) => {
  if (word.some(({ text, marks }) => marks.code || /[a-z]:\/\//i.test(text))) return [word];
  const lines: Run[][] = [[]];
  let used = 0;
  for (const { text, marks } of word) {
    for (const { segment } of characters.segment(text)) {
      const wide = cells(segment);
      if (used > 0 && used + wide > width) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push({ text: segment, marks });
      used += wide;
    }
  }
  return lines;
};

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Words of our own in lines of at most `width` columns. A line that a mail program would take for more than text is
 * set off by a blank.
 */
export function paragraph(text: string, width: number): string[] {
  const lines = linesOf(text, width);
  if (!lines.some((line) => TAKEN_FOR_MORE.test(line))) return lines;
  return linesOf(text, width - 1).map((line) => (TAKEN_FOR_MORE.test(line) ? ` ${line}` : line));
}

function linesOf(text: string, width: number): string[] {
  return wrap([{ text, marks: {} }], width, cutLongWord).map((runs) => runs.map(({ text }) => text).join(''));
}

/** A line in pieces that SMTP carries; the only break that code and URLs know. `reserved` octets are left free. */
export function withinLimit(line: string, reserved = 0): string[] {
  const limit = LIMIT.octets - reserved;
  if (line.length <= limit / 4 || Buffer.byteLength(line) <= limit) return [line];
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > limit) {
      pieces.push(piece);
      piece = '';
      octets = 0;
    }
    piece += character;
    octets += more;
  }
  return [...pieces, piece];
}
