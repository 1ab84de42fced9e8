import type { ChalkInstance } from 'chalk';
import { Marked, Parser, type Token } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { hyperlink } from '../terminal/hyperlinks.ts';
import type { Run } from './layout/runs.ts';
import type { Piece } from './matches.ts';

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
  const extension = markedTerminal({
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
  const parser = new Parser(new Marked(extension).defaults);
  return {
    heading: (text) =>
      parser
        .parse([{ type: 'heading', raw: text, depth: 2, text, tokens: [{ type: 'text', raw: text, text }] }])
        .trimEnd(),
    run: (run) => {
      if (run.marks.painted) return run.text;
      const painted = parser.parseInline([markedToken(run)]);
      return run.marks.href === undefined ? painted : hyperlink(chalk.underline(painted), run.marks.href);
    },
  };
}

/** A run as the token that marked-terminal would have been given. */
function markedToken(run: Run | Piece): Token {
  const { text, marks } = run;
  const isMatch = 'isMatch' in run && run.isMatch;
  const kinds = (['strong', 'em', 'del'] as const).filter(
    (kind) => marks[kind] || (kind === 'strong' && isMatch),
  );
  return kinds.reduce<Token>((inner, type) => ({ type, raw: text, text, tokens: [inner] }), {
    type: marks.code ? 'codespan' : 'text',
    raw: text,
    text,
  });
}
