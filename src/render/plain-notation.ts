import type { Footnotes } from './footnotes.ts';
import type { Notation } from './layout/notation.ts';
import { widest } from './layout/widest.ts';
import { leaveWhole } from './layout/wrap.ts';

/** How inline Markdown reads where there is nothing but characters: code in backticks, links as footnotes. */
export function plainNotation(footnotes: Footnotes): Notation {
  return {
    text: (text) => text,
    code: inBackticks,
    del: (text) => `~~${text}~~`,
    link: (label, href) => {
      const mark = { text: `[${footnotes.number(href)}]`, marks: {} };
      return label.length === 0 ? [mark] : [...label, { text: ' ', marks: {} }, mark];
    },
    codeBlock: (text) => text.split('\n').map((line) => ({ text: line, marks: {} })),
    // Not dashes: on a line of their own they end the message for git.
    rule: () => '* * *',
    tableRule: (width) => '-'.repeat(width),
    bullet: '- ',
    longWord: leaveWhole,
    quote: '> ',
  };
}

/** A code span's fence is longer than any run of backticks in it (CommonMark 6.1). */
function inBackticks(code: string): string {
  const longest = widest((code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${code}${fence}` : `${fence} ${code} ${fence}`;
}
