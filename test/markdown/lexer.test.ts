import { describe, expect, it } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { tokensText } from '../../src/markdown/tokens-text.ts';

const kinds = (markdown: string) => lex(markdown).map(({ type }) => type);
const strongIn = (markdown: string) => JSON.stringify(lex(markdown)).includes('"strong"');

describe('a paragraph', () => {
  it.each(['_a*', '~a~~ ', 'a*_', '[a](', 'a <!-- b '])(
    'of %j a hundred thousand times is taken as it stands, at once',
    (opening) => {
      const paragraph = opening.repeat(100_000).trim();
      expect(tokensText(lex(paragraph)).trim()).toBe(paragraph);
    },
  );

  it('keeps its emphasis up to a thousand openings, and beside one that has more', () => {
    const words = '**strong** and word '.repeat(240);
    expect(strongIn(words)).toBe(true);
    expect(strongIn(`${words.repeat(2)}\n\nAnd **strong**.`)).toBe(true);
    expect(strongIn(words.repeat(2))).toBe(false);
  });
});

describe('a line of dashes', () => {
  it('underlines a heading where it has no column, however many follow', () => {
    expect(new Set(kinds('a\n-\n'.repeat(30_000)))).toEqual(new Set(['heading']));
  });

  it.each(['|a|b|\n|-|-|\n|c|d|', 'a | b\n--- | ---', 'a\n:-:', 'a\n|-\nb'])(
    'rules the table %j',
    (table) => {
      expect(kinds(table)).toEqual(['table']);
    },
  );
});
