import { blanksFor, cells, runsWidth, widest } from './cells.ts';
import { isSpaced, mayBreak, pieces } from './ideographs.ts';
import { BREAK, plain, type Run, type TextLine, UNMARKED, type WordCutter } from './notation.ts';

/** Runs between which no line may break, and what stands before them in the text: a blank, a hard break, or neither. */
interface Word {
  readonly runs: readonly Run[];
  readonly before?: ' ' | '\n' | undefined;
}

/**
 * Breaks runs into lines of at most `width` columns, greedily, at white space and between ideographs: a word that is
 * wider, as a URL may be, stands on a line of its own unless `cut` takes it apart. Always at least one line.
 */
export function wrap(runs: readonly Run[], width: number, cut?: WordCutter): TextLine[] {
  const narrowed = ({ runs, before }: Word): Word[] => {
    // Without a cutter it is text to copy from: half a name or half a URL is of no use.
    if (cut === undefined || runsWidth(runs) <= width) return [{ runs, before }];
    return cut(runs, width).map((part, at) => ({ runs: part, before: at === 0 ? before : undefined }));
  };
  return filled(words(runs).flatMap(narrowed), width);
}

/** A text that is set off in no way, wrapped like that. */
export function wrapText(text: string, width: number, cut?: WordCutter): string[] {
  return wrap([plain(text)], width, cut).map(([run]) => run?.text ?? '');
}

/** A term that takes more than this share of the line has its text below, set in. */
const MOST_TERM = 0.6;

/**
 * Lines broken at words where they are wider than the columns; of `  term  text` the further lines start below the text.
 */
export function fitted(text: string, columns: number): string {
  return text.replace(/.+/g, (line) => (cells(line) <= columns ? line : hung(line, columns)));
}

function hung(line: string, columns: number): string {
  const rest = line.replace(/^(.*\S {2,}|\s*)/, '');
  const term = line.slice(0, line.length - rest.length);
  const isBeside = cells(term) <= columns * MOST_TERM;
  const indent = isBeside ? blanksFor(term) : '    ';
  const text = wrapText(rest, columns - indent.length).join(`\n${indent}`);
  return isBeside ? term + text : `${term.trimEnd()}\n${indent}${text}`;
}

/** As many of a text's words as one line has room for, and three dots where there are more. */
export function firstLine(text: string, width: number): string {
  const [line = '', ...more] = wrapText(text, width);
  return more.length === 0 ? line : `${line} ...`;
}

/** The widest of the words that `wrap` would not break, in columns. */
export function widestWord(runs: readonly Run[]): number {
  return widest(words(runs).map((word) => runsWidth(word.runs)));
}

function words(runs: readonly Run[]): Word[] {
  const found: Word[] = [];
  let open: Run[] = [];
  let last: string | undefined;
  for (const run of runs) {
    const { marks } = run;
    if (run === BREAK) found.push({ runs: [], before: '\n' });
    // Blanks are in the list, so that one at a run's edge ends a word too. No-break spaces are not among them. At an edge of
    // code they stand beside an empty part, which makes them code.
    const parts = run.text.split(/([ \t\n\r\f\v]+)/);
    const written = marks.code ? parts : parts.filter((part) => part !== '');
    const all = marks.code || isSpaced(run.text) ? written : written.flatMap(pieces);
    for (const text of all) {
      if (text !== '' && ' \t\n\r\f\v'.includes(text.charAt(0))) {
        last = undefined;
        continue;
      }
      if (last === undefined || (!marks.code && mayBreak(last, text))) {
        open = [];
        found.push({ runs: open, before: last === undefined ? ' ' : undefined });
      }
      append(open, { text, marks });
      last = text;
    }
  }
  return found;
}

/** Words in lines of at most `room` columns, each as long as may be; neighbours with the same marks are one run. */
export function filled(all: readonly Word[], room: number): TextLine[] {
  let line: Run[] = [];
  const lines = [line];
  let used = 0;
  for (const { runs, before } of all) {
    const wide = runsWidth(runs);
    const gap = used > 0 && before === ' ' ? 1 : 0;
    if (before === '\n' || (used > 0 && used + gap + wide > room)) {
      line = [];
      lines.push(line);
      used = wide;
    } else {
      // A blank between two runs with the same marks has them too, so that a link's underline has no gaps.
      const marks = line.at(-1)?.marks === runs[0]?.marks ? runs[0]?.marks : undefined;
      if (gap > 0) append(line, { text: ' ', marks: marks ?? UNMARKED });
      used += gap + wide;
    }
    for (const run of runs) append(line, run);
  }
  return lines;
}

/** Puts a run behind others, with the last of them in one where they are set off alike. */
export function append(line: Run[], run: Run): void {
  const last = line.at(-1);
  if (last?.marks === run.marks) line[line.length - 1] = { text: last.text + run.text, marks: run.marks };
  else line.push(run);
}
