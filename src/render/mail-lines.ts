import type { WordCutter } from './layout/notation.ts';
import { filled, wrapText } from './layout/wrap.ts';

/** Octets of a line, its end not counted in (RFC 5322 2.1.1). */
const LONGEST_LINE = 998;

const QUOTE = '> ';

/**
 * Starts of a line that mail programs act on: `From ` (mbox), `.` (SMTP, sendmail), `---`, `diff -`, `Index: ` (git am),
 * `-- ` (a signature), `Cc:` and `Reviewed-by:` (git send-email sends mail to whom they name).
 */
const TAKEN_FOR_MORE = /^(?:>|\.|-|From |diff -|Index: |[a-z][a-z0-9-]*:(?!\/\/))/i;

/** A text's lines as a quote; no trailing blanks, none longer than mail allows. */
export function quoted(lines: readonly string[]): string[] {
  return lines.flatMap((line) => withinLimit(line, QUOTE.length)).map((line) => `${QUOTE}${line}`.trimEnd());
}

/** Cuts a word that is wider than a line, as the lists ask for short lines; not URLs and code, which have to be copied. */
export const cutLongWord: WordCutter = (word, width) => {
  if (word.some(({ text, marks }) => marks.code || /[a-z]:\/\//i.test(text))) return [word];
  const characters = word.flatMap(({ text, marks }) =>
    charactersOf(text).map((text) => ({ runs: [{ text, marks }] })),
  );
  return filled(characters, width);
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text's characters, segmented in pieces: of a long text, segmenting takes time by the square of the length. */
function charactersOf(text: string): string[] {
  return [...text.matchAll(/.{1,500}/gsu)].flatMap(([piece]) =>
    /^[ -~]*$/.test(piece) ? [...piece] : Array.from(graphemes.segment(piece), ({ segment }) => segment),
  );
}

/** A paragraph in lines of at most `width` columns. Before a line that a mail program would act on stands a blank. */
export function paragraph(text: string, width: number): string[] {
  const lines = wrapText(text, width, cutLongWord);
  if (!lines.some((line) => TAKEN_FOR_MORE.test(line))) return lines;
  const narrower = wrapText(text, width - 1, cutLongWord);
  return narrower.map((line) => (TAKEN_FOR_MORE.test(line) ? ` ${line}` : line));
}

/**
 * A line broken at the octets that SMTP carries, as code and URLs are nowhere else: at a blank where one is near, its
 * quote marks repeated. `reserved` octets are left free.
 */
export function withinLimit(line: string, reserved = 0): string[] {
  const whole = LONGEST_LINE - reserved;
  if (Buffer.byteLength(line) <= whole) return [line];
  const marks = /^(?:[>|] ?){1,40}/.exec(line)?.[0] ?? '';
  const most = whole - marks.length;
  // An octet a character, of which those from 0x80 to 0xBF go on with a letter.
  const octets = Buffer.from(line.slice(marks.length)).toString('latin1');
  const piece = new RegExp(`(.{${Math.ceil(most / 2)},${most}}) |(.{1,${most}})(?![\x80-\xbf])`, 'gs');
  const decoded = (octets: string) => Buffer.from(octets, 'latin1').toString();
  return Array.from(octets.matchAll(piece), ([, atBlank, cut = '']) => marks + decoded(atBlank ?? cut));
}
