import { cells } from './cells.ts';
import type { Run } from './runs.ts';

/** What holds together between two blanks: pieces in one setting each. */
type Word = readonly Run[];

/** A line of text: runs with single blanks between words, none at its ends. */
export type TextLine = readonly Run[];

/**
 * Breaks runs into lines of at most `width` columns, greedily, at white space only: a word that is wider than the
 * width, as a URL may be, stands on a line of its own, whole. Always at least one line.
 */
export function wrap(runs: readonly Run[], width: number): TextLine[] {
  return hardLines(runs).flatMap((line) => fill(words(line), width));
}

function hardLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

function words(runs: readonly Run[]): Word[] {
  const found: Run[][] = [];
  let open: Run[] = [];
  for (const { text, marks } of runs) {
    // The separators stay in the list, so that a blank at a run's edge ends a word too. No-break spaces are none.
    for (const piece of text.split(/([ \t\n\r\f\v]+)/)) {
      if (/^[ \t\n\r\f\v]+$/.test(piece)) {
        if (open.length > 0) found.push(open);
        open = [];
      } else if (piece !== '') {
        open.push({ text: piece, marks });
      }
    }
  }
  return open.length > 0 ? [...found, open] : found;
}

function fill(all: readonly Word[], width: number): TextLine[] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const word of all) {
    const line = lines.at(-1) ?? [];
    const wide = word.reduce((sum, { text }) => sum + cells(text), 0);
    if (used > 0 && used + 1 + wide > width) {
      lines.push([...word]);
      used = wide;
    } else {
      line.push(...(used > 0 ? [blankBetween(line.at(-1), word[0])] : []), ...word);
      used += (used > 0 ? 1 : 0) + wide;
    }
  }
  return lines;
}

/** A blank is set like both its neighbours where they are set alike: a link's underline has no holes. */
function blankBetween(before: Run | undefined, after: Run | undefined): Run {
  const isSame = before !== undefined && after !== undefined && sameMarks(before, after);
  return { text: ' ', marks: isSame ? before.marks : {} };
}

function sameMarks({ marks: a }: Run, { marks: b }: Run): boolean {
  return a.strong === b.strong && a.em === b.em && a.del === b.del && a.code === b.code && a.href === b.href;
}
