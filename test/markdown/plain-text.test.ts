import { describe, expect, it } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { tokensText } from '../../src/markdown/tokens-text.ts';

describe('plainText', () => {
  it.each([
    ['**bold** and *em* and `code`', 'bold and em and code'],
    ['[text](https://example.org)', 'text'],
    ['![alt](i.png)', 'alt'],
    ['a &amp; b &mdash; c', 'a & b \u2014 c'],
    ['`&amp;` stays', '&amp; stays'],
    ['\\*not em\\*', '*not em*'],
    ['two\n  lines', 'two lines'],
  ])('%j reads %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});

describe('tokensText', () => {
  it('gives the words of lists, tables, quotes and code', () => {
    const tokens = lex('- one\n- two\n\n> three\n\n| a | b |\n|---|---|\n| four | five |\n\n    six\n');
    expect(tokensText(tokens).split(/\s+/).filter(Boolean)).toEqual([
      'one',
      'two',
      'three',
      'a',
      'b',
      'four',
      'five',
      'six',
    ]);
  });
});
