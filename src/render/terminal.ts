import { Chalk, type ChalkInstance } from 'chalk';
import { type Passage, passagesOf } from '../policy/passages.ts';
import { type Citation, cited, type LexedSection, type Page, type PolicyText } from '../policy/policy.ts';
import type { Language } from '../search/words.ts';
import { onScreen } from './ascii.ts';
import { layout } from './layout/blocks.ts';
import { blanksFor, cells, widest } from './layout/cells.ts';
import { columns, GAP } from './layout/grid.ts';
import { BREAK, type TextLine, UNMARKED } from './layout/notation.ts';
import { fitted, wrapText } from './layout/wrap.ts';
import { showCommands } from './notice.ts';
import { hyperlink, painterOf, runCutter, type Screen, terminalNotation } from './paint.ts';
import { blocksText } from './text.ts';

/** The terminal, and all that is shown beside a section. */
export interface TerminalView extends Screen {
  /** Of a question, if one was asked. */
  readonly asked?: {
    /** Stems of its content words, corrected where they were misspelt; the words are bold. */
    readonly stems: ReadonlySet<string>;
    /** How the words of the answer are read; absent where as the bundled policy's. */
    readonly language?: Language;
    /** The passage that answers best, if one stands out; it is marked. */
    readonly passage: Passage | undefined;
  };
  /** Topics named below the answer. */
  readonly related: PolicyText['sections'];
  /** The folder that `--data` names, for the commands that show these. */
  readonly data?: string | undefined;
}

/**
 * Sections of a page on a terminal, each with source and related topics, the last with the revision; ends in a newline.
 * `hit` are the first and the last line of the passage that is marked, from 1.
 */
export function renderTerminal(
  page: Page,
  sections: readonly LexedSection[],
  view: TerminalView,
): { out: string; hit: readonly [first: number, last: number] | undefined } {
  const { asked, isUtf8, width } = view;
  const chalk = new Chalk({ level: view.isColored ? 1 : 0 });
  const bar = isUtf8 ? '\u258c ' : '| ';
  const paint = painterOf(chalk);
  const cut = runCutter(asked?.stems ?? new Set(), asked?.language);
  const strong = (text: string) => paint({ text, marks: { strong: true } });
  const painted = (line: TextLine) => line.flatMap(cut).map(paint).join('');
  const texts = sections.map((section) => {
    const citation = cited(page, section);
    const notation = terminalNotation(view, citation.base);
    // What is all there is needs no mark.
    const isOneOfMany = asked?.passage !== undefined && passagesOf(section.tokens).length > 1;
    const best = isOneOfMany ? asked.passage.token : undefined;
    const mark = best === undefined ? '' : bar;
    const margin = (line: TextLine) => (line[0]?.marks.isBest ? mark : blanksFor(mark));
    const lines = layout(section.tokens, { width: width - cells(mark), notation, best });
    return blocksText([
      wrapText(onScreen(citation.heading, isUtf8), width).map(strong),
      lines.map((line) => (margin(line) + painted(line)).trimEnd()),
      notation.footnotes().map((note) => chalk.dim(note)),
      closing(section === sections.at(-1) ? citation : { ...citation, revision: '' }, view, chalk),
    ]);
  });
  const out = texts.join('\n');
  return { out, hit: asked?.passage === undefined ? undefined : markedLines(out, bar.trimEnd()) };
}

/** The lines below a section: where it is from, and what else there is to look at. */
function closing({ url, path, revision }: Citation, view: TerminalView, chalk: ChalkInstance): string[] {
  const { width, isUtf8, related, data } = view;
  const dim = (text: string) => chalk.dim(onScreen(text, isUtf8));
  const linked = (url: string) => (view.hasHyperlinks ? hyperlink(dim(url), url) : dim(url));
  const dimLines = (lines: readonly string[]) => chalk.dim(fitted(onScreen(lines.join('\n'), isUtf8), width));
  return [
    url === undefined ? [] : linked(url),
    path === undefined ? [] : dim(path),
    revision === '' ? [] : dimLines([revision]),
    related.length === 0 ? [] : dimLines(['See also:', ...showCommands(related, data)]),
  ].flat();
}

/** The first and the last line that begin with a mark, from 1; undefined where none does. */
function markedLines(rendered: string, mark: string): readonly [number, number] | undefined {
  const lines = rendered.split('\n');
  const first = lines.findIndex((line) => line.startsWith(mark));
  return first === -1 ? undefined : [first + 1, lines.findLastIndex((line) => line.startsWith(mark)) + 1];
}

/** Columns. With fewer beside the names, headings stand below them. */
const LEAST_HEADING = 24;

/** All topics as a table, headings wrapped; where it is narrow, below their names. */
export function listTable({ page, sections }: PolicyText, { width, isUtf8, isColored }: Screen): string {
  const paint = painterOf(new Chalk({ level: isColored ? 1 : 0 }));
  const run = (text: string, marks = UNMARKED) => ({ text: onScreen(text, isUtf8), marks });
  const numberWidth = widest(sections.map(({ number }) => String(number).length));
  const nameWidth = widest(sections.map(({ name }) => cells(name)));
  const right = width - numberWidth - GAP;
  const beside = right - nameWidth - GAP;
  const lines = sections.flatMap((section) => {
    const { heading, path } = cited(page, section);
    const number = [run(String(section.number), { dim: true })];
    const name = [run(section.name, { strong: true })];
    const text = [run(heading), ...(path === undefined ? [] : [BREAK, run(path, { dim: true })])];
    return beside >= LEAST_HEADING
      ? columns([number, name, text], [numberWidth, nameWidth, beside], ['right'])
      : columns([number, [...name, BREAK, ...text]], [numberWidth, right], ['right']);
  });
  return lines.map((line) => `${line.map(paint).join('').trimEnd()}\n`).join('');
}
