import type { ChalkInstance } from 'chalk';
import { Lexer, Marked, Parser, type Token } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { absoluteUrl } from '../markdown/absolute-links.ts';
import { type Page, type Section, sectionUrl } from '../policy/policy.ts';
import { newFootnotes } from './footnotes.ts';
import { type Line, layout } from './layout/blocks.ts';
import type { Marks, Notation, Run } from './layout/runs.ts';
import { wrap } from './layout/wrap.ts';
import { plainNotation } from './plain-notation.ts';
import { revisionLine } from './revision.ts';

/** What a terminal answer is painted for. */
export interface TerminalView {
  /** Columns. */
  readonly width: number;
  /** Its `level` is 0 where colour is off. */
  readonly chalk: ChalkInstance;
  /** Topics named below the answer. */
  readonly related: readonly Section[];
}

/** A section as it is shown on a terminal, with source, revision and related topics; ends in a newline. */
export function renderTerminal(page: Page, section: Section, view: TerminalView): string {
  const { width, chalk } = view;
  const footnotes = newFootnotes();
  const parser = terminalParser(chalk);
  const notation: Notation = {
    ...plainNotation({ ...footnotes, number: (href) => footnotes.number(absoluteUrl(href, page.source)) }),
    code: (text) => text,
    codeBlock: (text, lang) =>
      parser
        .parse([{ type: 'code', raw: text, text, lang }])
        .trimEnd()
        .split('\n')
        .map(unindented),
    rule: (columns) => '-'.repeat(columns),
  };
  const paint = (line: Line) =>
    `${line.prefix}${line.runs.map((run) => paintRun(run, parser)).join('')}`.trimEnd();
  const heading = wrap([{ text: section.heading, marks: {} }], width).map((runs) =>
    parser.parse([{ type: 'heading', raw: '', depth: 2, text: '', tokens: runs.map(textToken) }]).trimEnd(),
  );
  const body = layout(new Lexer({ gfm: true }).lex(section.body), { width, notation }).map(paint);
  const notes = footnotes.urls().map((url, at) => chalk.dim(`[${at + 1}] ${url}`));
  const blocks = [heading, body, notes, closing(page, section, view)];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** marked's parser over marked-terminal's renderers, in the 16 standard colours. */
function terminalParser(chalk: ChalkInstance): Parser {
  const extension = markedTerminal({
    heading: chalk.bold,
    firstHeading: chalk.bold,
    strong: chalk.bold,
    em: chalk.italic,
    del: chalk.strikethrough,
    codespan: chalk.cyan,
    code: chalk.cyan,
    showSectionPrefix: false,
    emoji: false,
    tab: 4,
  });
  return new Parser(new Marked(extension).defaults);
}

function paintRun({ text, marks }: Run, parser: Parser): string {
  return parser.parseInline([markedToken(text, marks)]);
}

/** A run as the token that marked-terminal would have been given. */
function markedToken(text: string, marks: Marks): Token {
  const leaf: Token = marks.code ? { type: 'codespan', raw: text, text } : textToken({ text, marks });
  const kinds = (['strong', 'em', 'del'] as const).filter((kind) => marks[kind]);
  return kinds.reduce<Token>((inner, type) => ({ type, raw: text, text, tokens: [inner] }), leaf);
}

function textToken({ text }: Run): Token {
  return { type: 'text', raw: text, text };
}

/** marked-terminal indents code by itself, as the layout does. */
function unindented(line: string): string {
  return line.replace(/^ {4}/, '');
}

function closing(page: Page, section: Section, { width, chalk, related }: TerminalView): string[] {
  const url = sectionUrl(page, section);
  const wrapDim = (text: string) =>
    wrap([{ text, marks: {} }], width).map((runs) => chalk.dim(runs.map(({ text }) => text).join('')));
  return [
    ...(url === undefined ? [] : wrapDim(url)),
    ...wrapDim(revisionLine(page)),
    ...related.flatMap(({ name, heading }) => wrapDim(`See also: ${heading} (rustpolicy show ${name})`)),
  ];
}
