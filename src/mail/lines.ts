import { wrap } from '../render/layout/wrap.ts';

const LIMIT = Object.freeze({
  /** Octets of a line, its end not counted in (RFC 5322 2.1.1). */
  octets: 998,
});

const QUOTE = '> ';

/**
 * What a line may not begin with, be it `From ` (mbox), `.` (SMTP, sendmail), `---`, `diff -`, `Index: ` (git am),
 * `-- ` (a signature), or `Cc:` and `Reviewed-by:` (git send-email mails to whom it names).
 */
const TAKEN_FOR_MORE = /^(?:>|\.|-|From |diff -|Index: |[a-z][a-z0-9-]*:)/i;

/** A text's lines as a quote; no trailing blanks, none longer than mail allows. */
export function quoted(lines: readonly string[]): string[] {
  return lines.flatMap((line) => withinLimit(line, QUOTE.length)).map((line) => `${QUOTE}${line}`.trimEnd());
}

/** What `quoted` was given. */
export function unquoted(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^> ?/, ''));
}

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
  return wrap([{ text, marks: {} }], width).map((runs) => runs.map(({ text }) => text).join(''));
}

const utf8 = new TextEncoder();

/** A line in pieces that SMTP carries; the only break that code and URLs know. */
function withinLimit(line: string, reserved: number): string[] {
  const limit = LIMIT.octets - reserved;
  if (line.length <= limit / 4 || utf8.encode(line).length <= limit) return [line];
  const pieces = [''];
  for (const character of line) {
    const longer = `${pieces.at(-1)}${character}`;
    if (utf8.encode(longer).length <= limit) pieces[pieces.length - 1] = longer;
    else pieces.push(character);
  }
  return pieces;
}
