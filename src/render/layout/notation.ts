import type { Token } from 'marked';
import { isKind } from '../../markdown/tokens.ts';
import { blanksFor } from './cells.ts';

/** How a run of text is set off; formats decide what each looks like. */
export interface Marks {
  readonly strong?: true;
  readonly em?: true;
  readonly del?: true;
  readonly code?: true;
  readonly dim?: true;
  /** The absolute URL that the run leads to. */
  readonly href?: string;
  /** The text is no word of the policy: a footnote's number, an indent, a marker. */
  readonly isSign?: true;
  /** The line is one of the frame's `best` token; a run of no text at its start says so. */
  readonly isBest?: true;
}

/** Of text that is set off in no way. Runs whose marks are one object are set off alike. */
export const UNMARKED: Marks = Object.freeze({});

/** Text that is set off in one way. */
export interface Run {
  readonly text: string;
  readonly marks: Marks;
}

/** A hard line break. */
export const BREAK: Run = Object.freeze({ text: '\n', marks: UNMARKED });

export function plain(text: string): Run {
  return { text, marks: UNMARKED };
}

/** A line of text: runs with single blanks between words, none at its ends but those of an indent. */
export type TextLine = readonly Run[];

/** A run before the text of a line: an indent, a marker, a quote mark. */
export function sign(text: string): Run {
  return { text, marks: { isSign: true } };
}

/** Lines behind a prefix, the further ones set in by as much, or behind what is given for them. */
export function behind(prefix: string, lines: readonly TextLine[], further = blanksFor(prefix)) {
  return lines.map((line, at) => [sign(at === 0 ? prefix : further), ...line]);
}

/** Lines of several blocks, between two blocks a blank one where they are loose. */
export function stack(blocks: readonly (readonly TextLine[])[], isLoose: boolean): TextLine[] {
  return blocks.flatMap((lines, at) => (at > 0 && isLoose ? [[], ...lines] : lines));
}

/** Cuts a word that is wider than a line into parts of at most `width` columns, or leaves it whole. */
export type WordCutter = (word: readonly Run[], width: number) => readonly (readonly Run[])[];

/** How Markdown reads in one format: all in which formats differ. */
export interface Notation {
  /** Text that is no code. */
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  /** The runs of a link; `label` are those of its text, empty where the text is the URL. */
  readonly link: (label: readonly Run[], href: string) => readonly Run[];
  /** The lines of a code block. */
  readonly codeBlock: (text: string) => readonly TextLine[];
  /** The sign that lines are drawn of: one across the text, or below a column's head. */
  readonly line: string;
  /** Stands in place of a line across the text. */
  readonly rule?: string | undefined;
  /** Stands before an item of a list without numbers. */
  readonly bullet: string;
  /** Words stay whole without it. */
  readonly longWord?: WordCutter;
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
export function runsOf(tokens: readonly Token[], notation: Notation, marks = UNMARKED): Run[] {
  return tokens.flatMap((token) => runsOfToken(token, notation, marks));
}

function runsOfToken(token: Token, notation: Notation, marks: Marks): readonly Run[] {
  if (isKind(token, 'strong', 'em', 'del')) {
    const runs = runsOf(token.tokens, notation, { ...marks, [token.type]: true });
    return token.type === 'del' ? runs.map((run) => ({ ...run, text: `~~${run.text}~~` })) : runs;
  }
  if (isKind(token, 'codespan'))
    return [{ text: notation.code(token.text), marks: { ...marks, code: true } }];
  if (isKind(token, 'br')) return [BREAK];
  if (isKind(token, 'image')) {
    const text = token.text === '' ? 'image' : notation.text(token.text);
    return notation.link([{ text, marks }], token.href);
  }
  if (isKind(token, 'link')) {
    const { href } = token;
    const label = runsOf(token.tokens, notation, marks);
    const isMail = href.startsWith('mailto:');
    const isUrl = label.map(({ text }) => text).join('') === (isMail ? href.slice('mailto:'.length) : href);
    return isUrl && isMail ? label : notation.link(isUrl ? [] : label, href);
  }
  if ('tokens' in token && token.tokens !== undefined) return runsOf(token.tokens, notation, marks);
  return 'text' in token ? [{ text: notation.text(token.text), marks }] : [];
}
