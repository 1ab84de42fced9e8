import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/markdown/lex.ts';
import { layout } from '../../../src/render/layout/blocks.ts';
import { lineText, plainNotation } from '../../../src/render/text.ts';

const notation = plainNotation();

/** A table as it is laid out, as a person would see it, a line break first. */
function laidOut(markdown: string, width: number): string {
  const lines = layout(lex(markdown), { width, notation });
  return `\n${lines.map((line) => `${lineText(line)}\n`).join('')}`;
}

const PRICES = '| what | price |\n|---|--:|\n| a cat | 5 |\n| a horse | 5000 |\n';

describe('a table', () => {
  it('has columns as wide as their widest cell', () => {
    expect(laidOut(PRICES, 40)).toBe(`
what     price
-------  -----
a cat        5
a horse   5000
`);
  });

  it('fits exactly', () => {
    expect(laidOut(PRICES, 14)).toBe(laidOut(PRICES, 40));
  });

  it('is aligned as it says', () => {
    expect(
      laidOut('| left | mid | right |\n|:--|:-:|--:|\n| a | b | c |\n| aaaaa | bbbb | cccccc |\n', 40),
    ).toBe(`
left   mid    right
-----  ----  ------
a       b         c
aaaaa  bbbb  cccccc
`);
  });

  it('has its widest columns narrowed until it fits, and a blank line between rows of several', () => {
    const table = '| name | says |\n|---|---|\n| one | a long sentence of many words |\n| two | short |\n';
    expect(laidOut(table, 22)).toBe(`
name  says
----  ----------------
one   a long sentence
      of many words

two   short
`);
  });

  it('has cells that are missing, and none too many', () => {
    expect(laidOut('| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n', 40)).toBe('\na  b\n-  -\n1\n1  2\n');
  });

  it('sets its header in bold, and nothing else', () => {
    const lines = layout(lex('| a |\n|---|\n| b |\n'), { width: 40, notation });
    const bold = lines.map((runs) => runs.filter(({ marks }) => marks.strong).map(({ text }) => text));
    expect(bold).toEqual([['a'], [], []]);
  });

  it('counts columns, not characters', () => {
    expect(laidOut('| 漢字 | b |\n|---|---|\n| c | d |\n', 40)).toBe('\n漢字  b\n----  -\nc     d\n');
  });
});

describe('a table with no room for its columns', () => {
  const table = '| name | says |\n|---|---|\n| one | a sentence of words |\n| two | short |\n';

  it('is a list of its rows, by the names of the columns', () => {
    expect(laidOut(table, 15)).toBe(`
name: one
says: a
  sentence of
  words

name: two
says: short
`);
  });

  it('has columns still where none needs fewer than twelve', () => {
    expect(laidOut(table, 18)).toBe(`
name  says
----  ------------
one   a sentence
      of words

two   short
`);
    expect(laidOut(table, 17)).toContain('name: one\n');
  });

  it('never has a word cut for its columns', () => {
    const long = '| a | b |\n|---|---|\n| x | incomprehensibilities |\n';
    expect(laidOut(long, 24)).toBe('\na  b\n-  ---------------------\nx  incomprehensibilities\n');
    expect(laidOut(long, 23)).toBe('\na: x\nb:\n  incomprehensibilities\n');
  });

  it('has the other column narrowed where the widest is one word', () => {
    const long = '| a | b |\n|---|---|\n| incomprehensibilities | a sentence of words |\n';
    expect(laidOut(long, 36)).toBe(
      '\na                      b\n---------------------  -------------\nincomprehensibilities  a sentence of\n                       words\n',
    );
  });

  it.each([' ', '&nbsp;'])('leaves out the names of columns that have none: "%s"', (name) => {
    expect(laidOut(`| ${name} | says |\n|---|---|\n| one | incomprehensibilities |\n`, 20)).toBe(
      '\none\nsays:\n  incomprehensibilities\n',
    );
  });
});
