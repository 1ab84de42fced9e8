import type { ChalkInstance } from 'chalk';
import type { Token } from 'marked';
import { type Passage, passagesOf, passageToken } from '../policy/passages.ts';
import { cited, type LexedSection, type Page, revisionLine, type Section } from '../policy/policy.ts';
import { type Highlighter, highlighterFor } from './highlight.ts';
import { layout } from './layout/blocks.ts';
import { cells } from './layout/cells.ts';
import type { TextLine } from './layout/notation.ts';
import { wrapText } from './layout/wrap.ts';
import { showCommands } from './no-answer.ts';
import { hyperlink, painterOf, type QuestionMatch, runCutter } from './paint.ts';
import { drawingIn, type Screen, terminalNotation, textFor } from './terminal-notation.ts';
import { blocksText } from './text.ts';

// By this module alone: every file that a run loads takes a third of a millisecond.
export { Chalk } from 'chalk';
export { highlighterFor } from './highlight.ts';

/** The terminal, and all that is shown beside a section. */
export interface TerminalView extends Screen {
  /** Columns. */
  readonly width: number;
  /** Its `level` is 0 where colour is off. */
  readonly chalk: ChalkInstance;
  /** For code of all sections that are shown together; one that is shown alone has its own. */
  readonly highlight?: Highlighter;
  /** Of a question, if one was asked: its words are bold, and the passage that answers it best is marked. */
  readonly asked: QuestionMatch | undefined;
  /** Topics named below the answer. */
  readonly related: readonly Section[];
  /** The folder that `--data` names, for the commands that show these. */
  readonly data?: string | undefined;
  /** False before another section of the page, which then tells the revision. */
  readonly isLast?: boolean;
}

/** A section as it is shown on a terminal, with source, revision and related topics; ends in a newline. */
export async function renderTerminal(page: Page, section: LexedSection, view: TerminalView): Promise<string> {
  const { heading } = painterOf(view.chalk);
  const title = wrapText(textFor(view)(cited(page, section).heading), view.width).map(heading);
  const body = await bodyLines(page, section, view);
  return blocksText([title, ...body, closing(page, section, view)]);
}

/** The first and the last of a rendered section's lines that are marked, from 1; undefined where none is. */
export function markedLines(rendered: string, isUtf8: boolean): readonly [number, number] | undefined {
  const isMarked = (line: string) => line.startsWith(drawingIn(isUtf8).best.trimEnd());
  const lines = rendered.split('\n');
  const first = lines.findIndex(isMarked);
  return first === -1 ? undefined : [first + 1, lines.findLastIndex(isMarked) + 1];
}

/** The lines of the section's body, and those of its footnotes. */
async function bodyLines(page: Page, section: LexedSection, view: TerminalView): Promise<string[][]> {
  const { tokens } = section;
  const painter = painterOf(view.chalk);
  const highlight = view.highlight ?? (await highlighterFor(tokens, view.chalk));
  const notation = terminalNotation(view, highlight, cited(page, section).base);
  const best = bestToken(section, view.asked?.passage);
  const mark = best === undefined ? '' : drawingIn(view.isUtf8).best;
  const cut = runCutter(view.asked?.stems ?? new Set(), view.asked?.language);
  const lines = layout(tokens, { width: view.width - cells(mark), notation, best });
  const margin = (line: TextLine) =>
    line.some(({ marks }) => marks.isBest) ? mark : ' '.repeat(cells(mark));
  const painted = (line: TextLine) => withoutTrailingBlanks(line).flatMap(cut).map(painter.run).join('');
  return [
    lines.map((line) => (margin(line) + painted(line)).trimEnd()),
    notation.footnotes().map((url, at) => view.chalk.dim(`[${at + 1}] ${url}`)),
  ];
}

/** The block, or the item of a list, that answers the question best; undefined where there is no other. */
function bestToken(section: LexedSection, passage: Passage | undefined): Token | undefined {
  if (passage === undefined || passagesOf(section.tokens).length < 2) return undefined;
  return passageToken(section.tokens, passage);
}

/** Runs without blanks at their end, which could not be taken off any more when escape codes stand behind them. */
function withoutTrailingBlanks(runs: TextLine): TextLine {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(0, last + 1).map((run, at) => (at === last ? { ...run, text: run.text.trimEnd() } : run));
}

function closing(page: Page, section: Section, view: TerminalView): string[] {
  const { width, chalk, related, hasHyperlinks, isLast = true } = view;
  const { url, path } = cited(page, section);
  const dim = (line: string) => chalk.dim(textFor(view)(line));
  return [
    url === undefined ? [] : hasHyperlinks ? hyperlink(dim(url), url) : dim(url),
    path === undefined ? [] : dim(path),
    isLast ? wrapText(textFor(view)(revisionLine(page)), width).map(dim) : [],
    related.length === 0 ? [] : [dim('See also:'), ...showLines(view).map((line) => chalk.dim(line))],
  ].flat();
}

/** The commands that show the related topics, with the headings beside them, or below where there is no room. */
function showLines(view: TerminalView): string[] {
  const shown = showCommands(view.related, view.data).map(
    ([command, heading]) => [command, textFor(view)(heading)] as const,
  );
  const lines = shown.map((columns) => columns.join('  '));
  if (lines.every((line) => cells(line) <= view.width)) return lines;
  return shown.flatMap(([command, heading]) => [
    command.trimEnd(),
    ...wrapText(heading, view.width - 4).map((line) => `    ${line}`),
  ]);
}
