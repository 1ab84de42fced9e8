import type { Token, Tokens } from 'marked';
import { isKind } from '../../markdown/tokens.ts';

/** How a run of text is set off; formats decide what each looks like. */
export interface Marks {
  readonly strong?: true;
  readonly em?: true;
  readonly del?: true;
  readonly code?: true;
  /** The absolute URL that the run leads to. */
  readonly href?: string;
  /** The text is no word of the policy: a footnote's number, an indent, a marker. */
  readonly isSign?: true;
  /** The line is one of the frame's `best` token; a run of no text at its start says so. */
  readonly isBest?: true;
  /** The text is as the terminal takes it, escape codes and all. */
  readonly painted?: true;
}

/** Text that is set off in one way. A run of `\n` alone is a hard line break. */
export interface Run {
  readonly text: string;
  readonly marks: Marks;
}

/** A line of text: runs with single blanks between words, none at its ends but those of an indent. */
export type TextLine = readonly Run[];

/** Cuts a word that is wider than a line into parts of at most `width` columns, or leaves it whole. */
export type WordCutter = (word: readonly Run[], width: number) => readonly (readonly Run[])[];

/** How Markdown reads in one format: all in which formats differ. */
export interface Notation {
  /** Text that is no code. */
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  readonly del: (text: string) => string;
  /** The runs of a link; `label` are those of its text, empty where the text is the URL. */
  readonly link: (label: readonly Run[], href: string) => readonly Run[];
  /** A code block, a run a line. */
  readonly codeBlock: (text: string, language: string) => readonly Run[];
  /** One line across `width` columns. */
  readonly rule: (width: number) => string;
  /** The line between a table's header and its rows, below one column of `width`. */
  readonly tableRule: (width: number) => string;
  /** Stands before an item of a list without numbers. */
  readonly bullet: string;
  readonly longWord: WordCutter;
  /** Stands at the start of each line of a quote. */
  readonly quote: string;
}

/** The room that a block is laid out in, and how it reads there. */
export interface Frame {
  /** Columns, prefixes counted in. */
  readonly width: number;
  readonly notation: Notation;
  /** The block, or the item of a list, whose lines are to be marked `isBest`. */
  readonly best?: Token | undefined;
}

/** Inline tokens, as `lex` gives them, as runs. */
export function runsOf(tokens: readonly Token[], notation: Notation, marks: Marks = {}): Run[] {
  return tokens.flatMap((token) => runsOfToken(token, notation, marks));
}

function runsOfToken(token: Token, notation: Notation, marks: Marks): readonly Run[] {
  if (isKind(token, 'link')) return linkRuns(token, notation, marks);
  switch (token.type) {
    case 'strong':
      return runsOf(token.tokens ?? [], notation, { ...marks, strong: true });
    case 'em':
      return runsOf(token.tokens ?? [], notation, { ...marks, em: true });
    case 'del':
      return runsOf(token.tokens ?? [], notation, { ...marks, del: true }).map((run) => ({
        ...run,
        text: notation.del(run.text),
      }));
    case 'codespan':
      return [{ text: notation.code(token.text), marks: { ...marks, code: true } }];
    case 'br':
      return [{ text: '\n', marks }];
    case 'image':
      return notation.link(
        [{ text: token.text === '' ? 'image' : notation.text(token.text), marks }],
        token.href,
      );
    case 'escape':
    case 'html':
      return [{ text: notation.text(token.text), marks }];
    case 'checkbox':
      return [];
  }
  if ('tokens' in token && token.tokens !== undefined) return runsOf(token.tokens, notation, marks);
  return 'text' in token ? [{ text: notation.text(token.text), marks }] : [];
}

function linkRuns(token: Tokens.Link, notation: Notation, marks: Marks): readonly Run[] {
  const { href } = token;
  const label = runsOf(token.tokens, notation, marks);
  const isUrl = label.map(({ text }) => text).join('') === href.replace(/^mailto:/, '');
  return isUrl && href.startsWith('mailto:') ? label : notation.link(isUrl ? [] : label, href);
}
