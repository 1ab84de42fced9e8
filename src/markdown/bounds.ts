const LIMIT = Object.freeze({
  /**
   * Characters of one section. Of `*x*` and blank lines as many are 30,000 paragraphs, which take a second to lex and to lay
   * out. A book's longest chapters have a hundred thousand, and headings to be split at.
   */
  section: 150_000,
  /**
   * Marks that may open something in one paragraph: marked looks for the end of each in all that follows. Some thousands
   * take it seconds, a hundred kilobytes of them an hour. A page's longest paragraphs have dozens.
   */
  openings: 1_000,
  /** As many are too many where they are so large a share of all characters: thousands of such headings take seconds. */
  dense: 60,
  share: 0.45,
  /** Openings times characters of the text that an end is looked for in: what takes a second or so. */
  steps: 20_000_000,
});

const OPENINGS = /[*_~([<!\\`&@]/g;

/** Whether a section is longer than any that is meant to be read, so that it is to be shown as it stands. */
export function isOverlong(section: string): boolean {
  return section.length > LIMIT.section;
}

/** Whether a paragraph holds more openings than any that is meant to be read, so that it is to be taken as it stands. */
export function isOverMarked(text: string): boolean {
  if (text.length <= LIMIT.dense) return false;
  const openings = text.match(OPENINGS)?.length ?? 0;
  const most = openings > text.length * LIMIT.share ? LIMIT.dense : LIMIT.openings;
  return openings > most || openings * text.length > LIMIT.steps;
}

/** Lines, and characters, that a block may be looked for in; what is beyond begins another. */
export const WINDOW = Object.freeze({
  /** A heading that is underlined: marked looks for the line below from every line above. */
  heading: { lines: 30, length: 5_000 },
  /** For each line that goes on lazily marked copies all before it. */
  quote: { lines: 300, length: 100_000 },
  list: { lines: 2_000, length: 100_000 },
});

const BULLETS: readonly string[] = ['*', '+', '-'];

/** The start of a text that a list may take, up to an item where it can: what is beyond begins another. */
export function listWindow(text: string): string {
  const own = text.trimStart().charAt(0);
  const others = BULLETS.filter((bullet) => bullet !== own);
  const window = firstLines(text, WINDOW.list, others);
  // Whole, or up to a blank line or another bullet, which end it.
  const isEnded = window.endsWith('\n\n') || others.includes(text.charAt(window.length));
  if (window.length === text.length || isEnded) return window;
  const item = Math.max(...[...'-*+123456789'].map((sign) => window.lastIndexOf(`\n${sign}`)));
  return item <= 0 ? window : window.slice(0, item + 1);
}

/**
 * A text's first lines, at most so many, and so many characters but for the first; none behind a blank line that ends
 * every list and quote, or from one on that begins with a bullet of another list (CommonMark 5.3).
 */
export function firstLines(text: string, most: typeof WINDOW.list, bullets: readonly string[] = []): string {
  let end = 0;
  for (let line = 0; line < most.lines && end < text.length; line += 1) {
    if (line > 0 && bullets.includes(text.charAt(end)) && /[ \t]\S/.test(text.slice(end + 1, end + 3)))
      return text.slice(0, end);
    const next = text.indexOf('\n', end);
    const stop = next === -1 ? text.length : next + 1;
    if (stop > most.length) return text.slice(0, end || stop);
    if (next === end && /[^\s*+\-\d]/.test(text.charAt(stop))) return text.slice(0, stop);
    end = stop;
  }
  return text.slice(0, end);
}
