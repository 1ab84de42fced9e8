import { Lexer, type Token, type Tokens } from 'marked';

/** A stretch of a file under one heading, before it is anybody's section. */
export interface Part {
  /** Markdown of the heading's own text; undefined for text before the first heading. */
  readonly heading: string | undefined;
  readonly body: string;
  /** The line of the split text, from 1, on which the part starts. */
  readonly line: number;
}

/** A file's parts: what stands before and under the title, then one part a heading. */
export interface Outline {
  /** The text of the `#` heading, if the file has one above its sections. */
  readonly title: string | undefined;
  readonly parts: readonly Part[];
}

/**
 * Splits Markdown at its `##` headings; where it has none, at the shallowest level that occurs more than as a
 * title. Deeper headings stay in their part, and what looks like a heading in a code fence is none.
 */
export function outline(markdown: string): Outline {
  // Only block tokens: their `raw` joined is the text, and inline syntax cannot hold a heading.
  const tokens = new Lexer({ gfm: true }).blockTokens(markdown);
  const level = splitLevel(tokens.filter(isHeading).map((token) => token.depth));
  let title: string | undefined;
  const parts: Part[] = [];
  let open: { heading: string | undefined; raw: string[]; line: number } = {
    heading: undefined,
    raw: [],
    line: 1,
  };
  let line = 1;
  for (const token of tokens) {
    if (isHeading(token) && token.depth <= Math.min(level, 6)) {
      const isTitle =
        token.depth < level && title === undefined && parts.length === 0 && open.heading === undefined;
      if (isTitle) {
        title = token.text;
      } else {
        parts.push({ ...open, body: open.raw.join('') });
        open = { heading: token.text, raw: [], line };
      }
    } else {
      open.raw.push(token.raw);
    }
    line += token.raw.split('\n').length - 1;
  }
  parts.push({ ...open, body: open.raw.join('') });
  return { title, parts: parts.map(({ heading, body, line }) => ({ heading, body, line })) };
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

/** Infinity where there is nothing to split at: no heading, or the title alone. */
function splitLevel(depths: readonly number[]): number {
  if (depths.includes(2)) return 2;
  const hasTitle = depths[0] === 1 && depths.indexOf(1, 1) === -1;
  return Math.min(...(hasTitle ? depths.slice(1) : depths));
}
