import { Chalk, type ChalkInstance } from 'chalk';
import type { Token } from 'marked';
import { type Passage, passagesOf, passageToken } from '../policy/passages.ts';
import {
  cited,
  type LexedSection,
  type Page,
  type PolicyText,
  revisionLine,
  type Section,
} from '../policy/policy.ts';
import { onScreen } from './ascii.ts';
import { highlighterFor } from './highlight.ts';
import { layout } from './layout/blocks.ts';
import { cells, padded, widest } from './layout/cells.ts';
import type { TextLine } from './layout/notation.ts';
import { wrapText } from './layout/wrap.ts';
import { showCommands } from './no-answer.ts';
import {
  drawingIn,
  hyperlink,
  painterOf,
  type QuestionMatch,
  runCutter,
  type Screen,
  terminalNotation,
} from './paint.ts';
import { blocksText } from './text.ts';

// Chalk by this module alone: every file that a run loads takes a third of a millisecond.
export { Chalk };

/** The terminal, and all that is shown beside a section. */
export interface TerminalView extends Screen {
  /** Columns. */
  readonly width: number;
  readonly isColored: boolean;
  /** Of a question, if one was asked: its words are bold, and the passage that answers it best is marked. */
  readonly asked?: QuestionMatch | undefined;
  /** Topics named below the answer. */
  readonly related: readonly Section[];
  /** The folder that `--data` names, for the commands that show these. */
  readonly data?: string | undefined;
}

/**
 * Sections of a page on a terminal, each with source and related topics, the last with the revision; ends in a newline.
 * `hit` are the first and the last line of the passage that is marked, from 1.
 */
export async function renderTerminal(
  page: Page,
  sections: readonly LexedSection[],
  view: TerminalView,
): Promise<{ out: string; hit: readonly [first: number, last: number] | undefined }> {
  const { asked, isUtf8, width } = view;
  const chalk = new Chalk({ level: view.isColored ? 1 : 0 });
  const tokens = sections.flatMap((section) => section.tokens);
  const highlight = await highlighterFor(tokens, chalk);
  const paint = painterOf(chalk);
  const cut = runCutter(asked?.stems ?? new Set(), asked?.language);
  const painted = (line: TextLine) => withoutTrailingBlanks(line).flatMap(cut).map(paint).join('');
  const texts = sections.map((section) => {
    const { heading, base } = cited(page, section);
    const notation = terminalNotation(view, highlight, base);
    const best = bestToken(section, asked?.passage);
    const mark = best === undefined ? '' : notation.best;
    const margin = (line: TextLine) => (line[0]?.marks.isBest ? mark : ' '.repeat(cells(mark)));
    const lines = layout(section.tokens, { width: width - cells(mark), notation, best });
    return blocksText([
      wrapText(onScreen(heading, isUtf8), width).map((text) => paint({ text, marks: { strong: true } })),
      lines.map((line) => (margin(line) + painted(line)).trimEnd()),
      notation.footnotes().map((url, at) => chalk.dim(`[${at + 1}] ${url}`)),
      closing(page, section, { ...view, chalk, isLast: section === sections.at(-1) }),
    ]);
  });
  const out = texts.join('\n');
  return { out, hit: asked?.passage === undefined ? undefined : markedLines(out, isUtf8) };
}

/** The block, or the item of a list, that answers the question best; undefined where there is no other. */
function bestToken({ tokens }: LexedSection, passage: Passage | undefined): Token | undefined {
  return passage === undefined || passagesOf(tokens).length < 2 ? undefined : passageToken(tokens, passage);
}

/** Runs without blanks at their end, which could not be taken off any more when escape codes stand behind them. */
function withoutTrailingBlanks(runs: TextLine): TextLine {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(0, last + 1).map((run, at) => (at === last ? { ...run, text: run.text.trimEnd() } : run));
}

function closing(
  page: Page,
  section: Section,
  view: TerminalView & { chalk: ChalkInstance; isLast: boolean },
): string[] {
  const { width, chalk, isUtf8, related } = view;
  const { url, path } = cited(page, section);
  const dim = (line: string) => chalk.dim(onScreen(line, isUtf8));
  return [
    url === undefined ? [] : view.hasHyperlinks ? hyperlink(dim(url), url) : dim(url),
    path === undefined ? [] : dim(path),
    view.isLast ? wrapText(onScreen(revisionLine(page), isUtf8), width).map(dim) : [],
    related.length === 0 ? [] : ['See also:', ...showLines(view)].map((line) => chalk.dim(line)),
  ].flat();
}

/** The commands that show the related topics, with the headings beside them, or below where there is no room. */
function showLines({ related, data, width, isUtf8 }: TerminalView): string[] {
  const shown = showCommands(related, data).map(
    ([command, heading]) => [command, onScreen(heading, isUtf8)] as const,
  );
  const lines = shown.map((columns) => columns.join('  '));
  if (lines.every((line) => cells(line) <= width)) return lines;
  return shown.flatMap(([command, heading]) => [
    command.trimEnd(),
    ...wrapText(heading, width - 4).map((line) => `    ${line}`),
  ]);
}

function markedLines(rendered: string, isUtf8: boolean): readonly [number, number] | undefined {
  const isMarked = (line: string) => line.startsWith(drawingIn(isUtf8).best.trimEnd());
  const lines = rendered.split('\n');
  const first = lines.findIndex(isMarked);
  return first === -1 ? undefined : [first + 1, lines.findLastIndex(isMarked) + 1];
}

const TABLE = Object.freeze({
  gap: 2,
  /** Columns. With fewer beside the names, headings stand below them. */
  leastHeading: 24,
});

/** All topics as a table, headings wrapped; where it is narrow, below their names. */
export function listTable(
  { page, sections }: PolicyText,
  { width, isUtf8, isColored }: Pick<TerminalView, 'width' | 'isUtf8' | 'isColored'>,
): string {
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const numberWidth = widest(sections.map(({ number }) => String(number).length));
  const nameWidth = widest(sections.map(({ name }) => cells(name)));
  const beside = numberWidth + nameWidth + 2 * TABLE.gap;
  const isBeside = width - beside >= TABLE.leastHeading;
  const indent = isBeside ? beside : numberWidth + TABLE.gap;
  const wrapped = (text: string) => wrapText(onScreen(text, isUtf8), width - indent);
  const rows = sections.flatMap((section) => {
    const number = chalk.dim(String(section.number).padStart(numberWidth));
    const handle = `${number}${' '.repeat(TABLE.gap)}${chalk.bold(section.name)}`;
    const { heading, path } = cited(page, section);
    const place = path === undefined ? [] : wrapped(path).map((line) => chalk.dim(line));
    const lines = [...(isBeside ? [] : ['']), ...wrapped(heading), ...place];
    return lines.map((line, at) => padded(at === 0 ? handle : '', indent) + line);
  });
  return rows.map((line) => `${line.trimEnd()}\n`).join('');
}
