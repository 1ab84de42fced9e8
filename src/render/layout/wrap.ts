import { runsWidth, widest } from './cells.ts';
import { mayBreak, unbreakables } from './ideographs.ts';
import type { Marks, Run, TextLine, WordCutter } from './notation.ts';

/** Runs between which no line may break, and whether a blank stands before them in the text. */
interface Word {
  readonly runs: readonly Run[];
  readonly afterBlank: boolean;
}

/** Cuts no word, for text that is copied from: half a name or half a URL is of no use. */
export const leaveWhole: WordCutter = (word) => [word];

/**
 * Breaks runs into lines of at most `width` columns, greedily, at white space and between ideographs: a word that is
 * wider, as a URL may be, stands on a line of its own unless `cut` takes it apart. Always at least one line.
 */
export function wrap(runs: readonly Run[], width: number, cut: WordCutter = leaveWhole): TextLine[] {
  return hardLines(runs).flatMap((line) =>
    filled(
      words(line).flatMap((word) =>
        runsWidth(word.runs) > width ? parts(word, cut(word.runs, width)) : [word],
      ),
      width,
    ).map(joined),
  );
}

/** A text that is set off in no way, wrapped like that. */
export function wrapText(text: string, width: number, cut?: WordCutter): string[] {
  return wrap([{ text, marks: {} }], width, cut).map((runs) => runs.map(({ text }) => text).join(''));
}

function parts({ afterBlank }: Word, cut: readonly (readonly Run[])[]): Word[] {
  return cut.map((runs, at) => ({ runs, afterBlank: at === 0 && afterBlank }));
}

/** The widest of the words that `wrap` would not break, in columns. */
export function widestWord(runs: readonly Run[]): number {
  return widest(
    hardLines(runs)
      .flatMap(words)
      .map((word) => runsWidth(word.runs)),
  );
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
  const found: { runs: Run[]; afterBlank: boolean }[] = [];
  let open: { runs: Run[]; afterBlank: boolean } | undefined;
  for (const { text, marks } of runs) {
    // The separators stay in the list, so that a blank at a run's edge ends a word too. No-break spaces are not among them.
    let isBlank = true;
    for (const piece of text.split(/([ \t\n\r\f\v]+)/)) {
      isBlank = !isBlank;
      if (isBlank) {
        open = undefined;
        continue;
      }
      for (const part of marks.code ? [piece] : unbreakables(piece)) {
        const before = open?.runs.at(-1)?.text;
        const run = { text: part, marks };
        if (open === undefined || before === undefined || (!marks.code && mayBreak(before, part))) {
          open = { runs: [run], afterBlank: open === undefined };
          found.push(open);
        } else {
          open.runs.push(run);
        }
      }
    }
  }
  return found;
}

/** Words in lines of at most `room` columns, each as long as may be. */
export function filled(all: readonly Word[], room: number): TextLine[] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const word of all) {
    const line = lines.at(-1) ?? [];
    const wide = runsWidth(word.runs);
    const gap = used > 0 && word.afterBlank ? 1 : 0;
    if (used > 0 && used + gap + wide > room) {
      lines.push([...word.runs]);
      used = wide;
    } else {
      if (gap > 0) line.push(blankBetween(line.at(-1), word.runs[0]));
      for (const run of word.runs) line.push(run);
      used += gap + wide;
    }
  }
  return lines;
}

/** A blank between two runs with the same marks has them too, so that a link's underline has no gaps. */
function blankBetween(before: Run | undefined, after: Run | undefined): Run {
  const isSame = before !== undefined && after !== undefined && sameMarks(before, after);
  return { text: ' ', marks: isSame ? before.marks : {} };
}

/** The line with neighbouring runs of the same marks made one. */
function joined(runs: readonly Run[]): TextLine {
  const line: { text: string; readonly marks: Marks }[] = [];
  for (const run of runs) {
    const last = line.at(-1);
    if (last !== undefined && sameMarks(last, run)) last.text += run.text;
    else line.push({ ...run });
  }
  return line;
}

const MARKS = ['strong', 'em', 'del', 'code', 'painted', 'href'] as const satisfies (keyof Marks)[];

function sameMarks({ marks: a }: Run, { marks: b }: Run): boolean {
  return a === b || MARKS.every((mark) => a[mark] === b[mark]);
}
