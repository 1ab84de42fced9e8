import type { ChalkInstance } from 'chalk';
import { markedTerminal } from 'marked-terminal';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import { absoluteUrl } from '../markdown/links.ts';
import { POLICY_ENGLISH } from '../search/policy-english.ts';
import { ASCII, baseOf, termsIn, wordsOf } from '../search/words.ts';
import { onScreen } from './ascii.ts';
import { type Notation, plain, type Run } from './layout/notation.ts';
import { append } from './layout/wrap.ts';
import { plainNotation } from './text.ts';

/** The abilities of a terminal. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly isColored: boolean;
  readonly isUtf8: boolean;
  /** Links are hyperlinks; else footnotes. */
  readonly hasHyperlinks: boolean;
}

const UNICODE = Object.freeze({ line: '\u2500', bullet: '\u2022 ', quote: '\u2502 ' });
const TYPED = Object.freeze({ line: '-', bullet: '* ', quote: '> ' });

/** How Markdown reads on a terminal; its relative links start from `base`. */
export function terminalNotation({ isUtf8, hasHyperlinks }: Screen, base?: string) {
  const notation = plainNotation(undefined, withInvisibleNamed);
  return {
    ...notation,
    ...(isUtf8 ? UNICODE : TYPED),
    rule: undefined,
    text: (text) => onScreen(text, isUtf8),
    // Without backticks, as colour sets it off.
    code: withInvisibleNamed,
    link: (label, href) => {
      const url = withInvisibleNamed(absoluteUrl(href, base));
      // No other URL may be handed to a terminal to open.
      if (!hasHyperlinks || !/^(https?:\/\/|mailto:)/i.test(url)) return notation.link(label, url);
      const shown = label.length > 0 ? label : [plain(url.replace(/^mailto:/, ''))];
      return shown.map(({ text, marks }) => ({ text, marks: { ...marks, href: url } }));
    },
  } satisfies Notation;
}

/** UTF-16 units of a run whose words are told apart: of longer ones, without a blank, words take minutes to find. */
const LONGEST = 20_000;

/** Cuts runs so that every word of the question, whose content words have these stems, is a run of its own, and strong. */
export function runCutter(stems: ReadonlySet<string>, language = POLICY_ENGLISH): (run: Run) => Run[] {
  const { wordTerms, stemOf, piecesOf } = language;
  // A word alone has no opening to be taken off.
  const termsOf = language === POLICY_ENGLISH ? wordsOf : (piece: string) => termsIn(wordTerms(piece));
  const initials = new Set([...stems].map((stem) => stem[0]));
  // First the initials: most words differ in them, and to stem all words would take as long as the rest of a run.
  const isAsked = (word: string) =>
    (language !== POLICY_ENGLISH || initials.has(baseOf(word)[0])) && stems.has(stemOf(word));
  return (run) => {
    const { text, marks } = run;
    if (stems.size === 0 || marks.isSign || text.length > LONGEST) return [run];
    const matching = { ...marks, strong: true } as const;
    const parts: Run[] = [];
    for (const piece of wordsAndBetween(text).flatMap(piecesOf)) {
      append(parts, { text: piece, marks: termsOf(piece).some(isAsked) ? matching : marks });
    }
    return parts.filter(({ text }) => text !== '');
  };
}

/** A text cut into words and the text between them, in order. */
function wordsAndBetween(text: string): string[] {
  return ASCII.test(text) ? text.split(/([\w+#']+)/) : text.split(/([\p{L}\p{N}\p{M}_+#'\u2019]+)/u);
}

/**
 * Adds escape codes to text that is laid out already, the codes of emphasis through marked-terminal's renderers; they end
 * where the text does. Magenta is the only colour used: of the 16 standard ones it is the one that is readable on black and
 * on white. In xterm's palette its contrast is 4 to 1 or more on both.
 */
export function painterOf(chalk: ChalkInstance): (run: Run) => string {
  const { renderer } = markedTerminal({ strong: chalk.bold, em: chalk.italic, del: chalk.strikethrough });
  // In place of marked's parser, which takes longer to load than all the rest: what a token holds is painted already.
  const emphasized = (text: string, kind: keyof typeof renderer) =>
    renderer[kind].call({ parser: { parseInline: () => text } }, {});
  return ({ text, marks }) => {
    const inner = marks.code ? chalk.magenta(text) : text;
    const styled = (['strong', 'em', 'del'] as const).filter((kind) => marks[kind]).reduce(emphasized, inner);
    const whole = marks.dim ? chalk.dim(styled) : styled;
    return marks.href === undefined ? whole : hyperlink(chalk.underline(whole), marks.href);
  };
}

/** A painted text as an OSC 8 hyperlink; `url` may hold anything, only printable ASCII is written of it. */
export function hyperlink(text: string, url: string): string {
  const address = url.replace(/\p{Surrogate}/gu, '').replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}
