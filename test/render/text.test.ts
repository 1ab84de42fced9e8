import { describe, expect, it } from 'vitest';
import { lexed } from '../../src/policy/lexed.ts';
import { bodyText, lineText, renderText } from '../../src/render/text.ts';

const PAGE = { title: 'Rules', source: 'https://example.org/docs/rules', revision: '12ab' };
const section = (body: string, heading = 'May I?', source = {}) =>
  lexed({ number: 1, name: 'a', anchor: 'may-i', heading, body, ...source });

describe('a section as text', () => {
  it('is its heading, its body, and where both are from', () => {
    expect(renderText(PAGE, section('No.\n\nNot *ever*.'), 80)).toBe(
      'May I?\n\nNo.\n\nNot ever.\n\nhttps://example.org/docs/rules#may-i\nRules, revision 12ab\n',
    );
  });

  it('says of its source what is known', () => {
    expect(renderText({ title: 'Rules' }, section('No.'), 80)).toBe('May I?\n\nNo.\n\nRules\n');
  });

  it('has no gap where there is no body', () => {
    expect(renderText({ title: 'Rules' }, section(''), 80)).toBe('May I?\n\nRules\n');
  });

  it('is wrapped, heading and body', () => {
    expect(renderText({ title: 'R' }, section('one two three', 'a heading of words'), 9)).toBe(
      'a heading\nof words\n\none two\nthree\n\nR\n',
    );
  });
});

describe('the text of a body', () => {
  it('has its links as footnotes, absolute, each once', () => {
    expect(bodyText(PAGE, section('[a](../x.html), [b](https://b.example/), [a](../x.html)'), 80)).toBe(
      'a [1], b [2], a [1]\n\n[1] https://example.org/x.html\n[2] https://b.example/',
    );
  });

  it('has links that start from the page of its own file', () => {
    const own = section('[a](x.html)', 'May I?', { source: 'https://own.example/y/z' });
    expect(bodyText(PAGE, own, 80)).toBe('a [1]\n\n[1] https://own.example/y/x.html');
  });

  it('holds no controls, though entities may stand for them', () => {
    expect(bodyText(PAGE, section('a&#27;b'), 80)).not.toContain('\u001b');
  });
});

it('has no blanks at the end of a line', () => {
  expect(lineText({ prefix: '> ', runs: [] })).toBe('>');
  expect(
    lineText({
      prefix: '- ',
      runs: [
        { text: 'a ', marks: {} },
        { text: 'b  ', marks: {} },
      ],
    }),
  ).toBe('- a b');
});
