import { describe, expect, it } from 'vitest';
import { newFootnotes } from '../../src/render/footnotes.ts';
import { plainNotation } from '../../src/render/plain-notation.ts';

const run = (text: string) => ({ text, marks: {} });
const text = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('');

describe('Markdown in plain characters', () => {
  const notation = plainNotation(newFootnotes());

  it.each([
    ['a', '`a`'],
    ['', '``'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['`a``b', '``` `a``b ```'],
  ])('has the code %j as %s', (code, written) => {
    expect(notation.code(code)).toBe(written);
  });

  it('has what is struck out between tildes, and text as it is', () => {
    expect(notation.del('a')).toBe('~~a~~');
    expect(notation.text('a <b>')).toBe('a <b>');
  });

  it('has links as footnotes behind their text', () => {
    expect(text(notation.link([run('a '), run('link')], 'https://x.example/'))).toBe('a link [1]');
    expect(text(notation.link([], 'https://y.example/'))).toBe('[2]');
    expect(text(notation.link([run('again')], 'https://x.example/'))).toBe('again [1]');
  });

  it('has code blocks line by line', () => {
    expect(notation.codeBlock('a\n\n b', 'c')).toEqual([run('a'), run(''), run(' b')]);
  });

  it('has rules that no mail program takes for a signature or a patch', () => {
    expect(notation.rule(80)).toBe('* * *');
    expect(notation.tableRule(5)).toBe('-----');
    expect([notation.bullet, notation.quote]).toEqual(['- ', '> ']);
  });

  it('leaves long words whole', () => {
    const word = [run('a'.repeat(100))];
    expect(notation.longWord(word, 10)).toEqual([word]);
  });
});
