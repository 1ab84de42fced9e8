import type { ChalkInstance } from 'chalk';
import { markedTerminal, type PaintedToken, type RendererContext } from 'marked-terminal';
import type { Passage } from '../policy/passages.ts';
import { baseOf, stemOf, wordsOf } from '../search/words.ts';
import type { Run } from './layout/notation.ts';

/** What an answer is shown as the answer to. */
export interface Asked {
  /** Stems of the question's content words, misspelt ones as what they were read as. */
  readonly stems: ReadonlySet<string>;
  /** The passage that answers best, if one stands out. */
  readonly passage: Passage | undefined;
}

/** A piece of a run, and whether the question holds its word. */
export interface Piece extends Run {
  readonly isMatch: boolean;
}

/** Cuts runs so that every word that the question holds too, in any of its forms, is a piece of its own. */
export function matcherOf(asked: ReadonlySet<string>): (run: Run) => Piece[] {
  const initials = new Set([...asked].map((stem) => stem[0]));
  // Stemming would take as long as all the rest of a run, and most words differ by their first letter already.
  const isAsked = (word: string) => initials.has(baseOf(word)[0]) && asked.has(stemOf(word));
  return (run) => {
    if (asked.size === 0 || run.marks.painted) return [{ ...run, isMatch: false }];
    const pieces: Piece[] = [];
    let between = '';
    for (const text of wordsAndBetween(run.text)) {
      if (!wordsOf(text).some(isAsked)) {
        between += text;
        continue;
      }
      if (between !== '') pieces.push({ text: between, marks: run.marks, isMatch: false });
      between = '';
      pieces.push({ text, marks: run.marks, isMatch: true });
    }
    return between === '' ? pieces : [...pieces, { text: between, marks: run.marks, isMatch: false }];
  };
}

/** A text's words, and what stands between them, in order. */
function wordsAndBetween(text: string): string[] {
  return /^[ -~]*$/.test(text) ? text.split(/([\w+#']+)/) : text.split(/([\p{L}\p{N}\p{M}_+#'\u2019]+)/u);
}

/** Puts escape codes on text that is laid out already; each call's codes end with its text. */
export interface Painter {
  readonly heading: (text: string) => string;
  readonly run: (run: Run | Piece) => string;
}

/**
 * Paints through marked-terminal's renderers, a run at a time. Of the 16 standard colours it uses magenta alone, the
 * one that the usual palettes keep readable on black and on white: in xterm's its contrast is 4 to 1 or more on both.
 */
export function painterOf(chalk: ChalkInstance): Painter {
  const { renderer } = markedTerminal({
    heading: chalk.bold,
    strong: chalk.bold,
    em: chalk.italic,
    del: chalk.strikethrough,
    // It hides colons from its own emoji search and brings them back only in whole paragraphs.
    codespan: (text) => chalk.magenta(text.replaceAll('*#COLON|*', ':')),
    showSectionPrefix: false,
    emoji: false,
    unescape: false,
  });
  // In place of marked's own parser: these few tokens hold nothing to parse, and to load it takes longer than all else.
  const context: RendererContext = {
    options: {},
    parser: {
      parseInline: (tokens) => tokens.map((token) => renderer[token.type].call(context, token)).join(''),
    },
  };
  const paint = (token: PaintedToken) => context.parser.parseInline([token]);
  return {
    heading: (text) => paint({ type: 'heading', depth: 2, text, tokens: [{ type: 'text', text }] }).trimEnd(),
    run: (run) => {
      if (run.marks.painted) return run.text;
      const painted = paint(markedToken(run));
      return run.marks.href === undefined ? painted : hyperlink(chalk.underline(painted), run.marks.href);
    },
  };
}

/** A painted text as an OSC 8 hyperlink; `url` may hold anything, only printable ASCII is written of it. */
export function hyperlink(text: string, url: string): string {
  const address = url.replace(/\p{Surrogate}/gu, '').replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** A run as the token that marked-terminal would have been given. */
function markedToken(run: Run | Piece): PaintedToken {
  const { text, marks } = run;
  const isMatch = 'isMatch' in run && run.isMatch;
  const kinds = (['strong', 'em', 'del'] as const).filter(
    (kind) => marks[kind] || (kind === 'strong' && isMatch),
  );
  return kinds.reduce<PaintedToken>((inner, type) => ({ type, text, tokens: [inner] }), {
    type: marks.code ? 'codespan' : 'text',
    text,
  });
}
