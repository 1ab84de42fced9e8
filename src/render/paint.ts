import type { ChalkInstance } from 'chalk';
import { markedTerminal, type PaintedToken, type RendererContext } from 'marked-terminal';
import { hyperlink } from '../terminal/hyperlinks.ts';
import type { Run } from './layout/run.ts';
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
