import type { ChalkInstance } from 'chalk';
import { markedTerminal, type PaintedToken, type RendererContext } from 'marked-terminal';
import type { Passage } from '../policy/passages.ts';
import { baseOf, type Language, POLICY_ENGLISH } from '../search/words.ts';
import type { Run } from './layout/notation.ts';

/** The words of an answer that the question holds too, and the passage that answers it. */
export interface QuestionMatch {
  /** Stems of the question's content words, corrected where they were misspelt. */
  readonly stems: ReadonlySet<string>;
  /** How the words of the answer are read; absent where as the bundled policy's. */
  readonly language?: Language;
  /** The passage that answers best, if one stands out. */
  readonly passage: Passage | undefined;
}

/** A part of a run, and whether it is a word of the question. */
export interface RunPart extends Run {
  readonly isMatch: boolean;
}

/** Cuts a run so that every word of the question, in any of its forms, is a part of its own. */
export type RunCutter = (run: Run) => RunPart[];

/** The cutter for a question, whose content words have these stems. */
export function runCutter(stems: ReadonlySet<string>, language = POLICY_ENGLISH): RunCutter {
  const { termsOf, stemOf, piecesOf } = language;
  const initials = new Set([...stems].map((stem) => stem[0]));
  // First the initials: most words differ in them, and to stem all words would take as long as the rest of a run.
  const isAsked = (word: string) =>
    (language !== POLICY_ENGLISH || initials.has(baseOf(word)[0])) && stems.has(stemOf(word));
  return (run) => {
    if (stems.size === 0 || run.marks.painted || run.marks.isNumber) return [{ ...run, isMatch: false }];
    const parts: RunPart[] = [];
    let between = '';
    for (const text of wordsAndBetween(run.text).flatMap(piecesOf)) {
      if (!termsOf(text).some(isAsked)) {
        between += text;
        continue;
      }
      if (between !== '') parts.push({ text: between, marks: run.marks, isMatch: false });
      between = '';
      parts.push({ text, marks: run.marks, isMatch: true });
    }
    return between === '' ? parts : [...parts, { text: between, marks: run.marks, isMatch: false }];
  };
}

/** A text cut into words and the text between them, in order. */
function wordsAndBetween(text: string): string[] {
  return /^[ -~]*$/.test(text) ? text.split(/([\w+#']+)/) : text.split(/([\p{L}\p{N}\p{M}_+#'\u2019]+)/u);
}

/** Adds escape codes to text that is laid out already; the codes end where the text does. */
export interface Painter {
  readonly heading: (text: string) => string;
  readonly run: (run: Run | RunPart) => string;
}

/**
 * Paints through marked-terminal's renderers, a run at a time. Magenta is the only colour used: of the 16 standard ones
 * it is the one that is readable on black and on white. In xterm's palette its contrast is 4 to 1 or more on both.
 */
export function painterOf(chalk: ChalkInstance): Painter {
  const { renderer } = markedTerminal({
    heading: chalk.bold,
    strong: chalk.bold,
    em: chalk.italic,
    del: chalk.strikethrough,
    // marked-terminal hides colons in code from its emoji, and brings them back only in whole paragraphs.
    codespan: (text) => chalk.magenta(text.replaceAll('*#COLON|*', ':')),
    showSectionPrefix: false,
    emoji: false,
    unescape: false,
  });
  // In place of marked's parser, which takes longer to load than all the rest: these tokens hold nothing to parse.
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

/** The token of marked that reads like a run. */
function markedToken(run: Run | RunPart): PaintedToken {
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
