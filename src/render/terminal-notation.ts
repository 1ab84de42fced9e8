import { withInvisibleNamed } from '../markdown/invisible.ts';
import { absoluteUrl } from '../markdown/links.ts';
import { typedSign } from './ascii.ts';
import type { Highlighter } from './highlight.ts';
import type { Run } from './layout/notation.ts';
import { type NotationWithFootnotes, plainNotation } from './text.ts';

/** The abilities of a terminal. */
export interface Screen {
  readonly isUtf8: boolean;
  /** Links are hyperlinks; else footnotes. */
  readonly hasHyperlinks: boolean;
}

const UNICODE = Object.freeze({ rule: '\u2500', bullet: '\u2022 ', quote: '\u2502 ', best: '\u258c ' });
const ASCII = Object.freeze({ rule: '-', bullet: '* ', quote: '> ', best: '| ' });

/** The characters to draw with: of Unicode where the locale writes UTF-8, else ASCII. `best` marks the answering passage. */
export function drawingIn(isUtf8: boolean) {
  return isUtf8 ? UNICODE : ASCII;
}

/** Makes text safe to show: controls are named, and punctuation that the locale lacks is typed in ASCII. */
export function textFor({ isUtf8 }: Pick<Screen, 'isUtf8'>): (text: string) => string {
  return (text) => (isUtf8 ? withInvisibleNamed(text) : withTypedSigns(withInvisibleNamed(text)));
}

/** Dashes, quotes and the like as they are typed in ASCII; letters stay as they are. */
function withTypedSigns(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => typedSign(character) ?? character);
}

/** Whether a terminal may be handed a URL to open. */
export function isLinkable(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url);
}

/** How Markdown reads on a terminal; its relative links start from `base`. */
export function terminalNotation(
  screen: Screen,
  highlight: Highlighter,
  base: string | undefined,
): NotationWithFootnotes {
  const plain = plainNotation();
  const drawing = drawingIn(screen.isUtf8);
  return {
    ...plain,
    text: textFor(screen),
    // Without backticks, as colour sets it off.
    code: withInvisibleNamed,
    link: (label, href) => {
      const url = withInvisibleNamed(absoluteUrl(href, base));
      if (!screen.hasHyperlinks || !isLinkable(url)) return plain.link(label, url);
      const shown: readonly Run[] =
        label.length > 0 ? label : [{ text: url.replace(/^mailto:/, ''), marks: {} }];
      return shown.map((run) => ({ ...run, marks: { ...run.marks, href: url } }));
    },
    codeBlock: (code, language) => {
      const highlighted = highlight(withInvisibleNamed(code), language);
      if (highlighted === undefined) return plain.codeBlock(withInvisibleNamed(code), language);
      return highlighted.map((line) => ({ text: line, marks: { painted: true } }));
    },
    rule: (width) => drawing.rule.repeat(width),
    tableRule: (width) => drawing.rule.repeat(width),
    bullet: drawing.bullet,
    quote: drawing.quote,
  };
}
