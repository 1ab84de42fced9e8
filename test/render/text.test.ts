import { describe, expect, it } from 'vitest';
import {
  blocksText,
  lineText,
  listTabs,
  plainNotation,
  renderText,
  sectionText,
} from '../../src/render/text.ts';
import { lexed, namedSection } from '../section.ts';

describe('footnotes', () => {
  it('numbers each URL once, in order of first use', () => {
    const { footnote, footnotes } = plainNotation();
    expect(['a', 'b', 'a', 'c'].map(footnote)).toEqual([1, 2, 1, 3]);
    expect(footnotes()).toEqual(['[1] a', '[2] b', '[3] c']);
  });
});

const run = (text: string) => ({ text, marks: {} });
const text = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('');

describe('Markdown in plain characters', () => {
  const notation = plainNotation();

  it.each([
    ['a', '`a`'],
    ['', '``'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['`a``b', '``` `a``b ```'],
  ])('has the code %j as %s', (code, written) => {
    expect(notation.code(code)).toBe(written);
  });

  it('has text as it is', () => {
    expect(notation.text('a <b>')).toBe('a <b>');
  });

  it('has links as footnotes behind their text', () => {
    expect(text(notation.link([run('a '), run('link')], 'https://x.example/'))).toBe('a link [1]');
    expect(text(notation.link([], 'https://y.example/'))).toBe('https://y.example/');
    expect(text(notation.link([], 'a b c'))).toBe('a%20b%20c');
    expect(text(notation.link([run('again')], 'https://x.example/'))).toBe('again [1]');
  });

  it('has code blocks line by line', () => {
    expect(notation.codeBlock('a\n\n b')).toEqual([[run('a')], [run('')], [run(' b')]]);
  });

  it('has rules that no mail program takes for a signature or a patch', () => {
    expect(notation).toMatchObject({ rule: '* * *', line: '-', bullet: '- ', quote: '> ' });
  });
});

const PAGE = { title: 'Rules', source: 'https://example.org/docs/rules', revision: '12ab' };
const section = (body: string, heading = 'May I?', source = {}) =>
  lexed({ number: 1, name: 'a', anchor: 'may-i', heading, body, ...source });

describe('a section as text', () => {
  it('is its heading, its body, and where both are from', () => {
    expect(renderText(PAGE, section('No.\n\nNot *ever*.'), 80)).toBe(
      'May I?\n\nNo.\n\nNot ever.\n\nhttps://example.org/docs/rules#may-i\nRules, revision 12ab\n',
    );
  });

  it('leaves the revision to the last of several', () => {
    expect(renderText(PAGE, section('No.'), 80, false)).toBe(
      'May I?\n\nNo.\n\nhttps://example.org/docs/rules#may-i\n',
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
    expect(sectionText(PAGE, section('[a](../x.html), [b](https://b.example/), [a](../x.html)'), 80)).toBe(
      'a [1], b [2], a [1]\n\n[1] https://example.org/x.html\n[2] https://b.example/',
    );
  });

  it('has links that start from the page of its own file', () => {
    const own = section('[a](x.html)', 'May I?', { source: 'https://own.example/y/z' });
    expect(sectionText(PAGE, own, 80)).toBe('a [1]\n\n[1] https://own.example/y/x.html');
  });

  it('holds no controls, though entities may stand for them', () => {
    expect(sectionText(PAGE, section('a&#27;b'), 80)).not.toContain('\u001b');
  });
});

it('parts blocks by blank lines, and leaves out those that hold nothing', () => {
  expect(blocksText(['a\nb', '', 'c'])).toBe('a\nb\n\nc\n');
});

it('has no blanks at the end of a line', () => {
  expect(lineText([run('> ')])).toBe('>');
  expect(lineText([run('- '), run('a '), run('b  ')])).toBe('- a b');
});

describe('all topics as lines with tabs', () => {
  const noise = namedSection(9, 'noise', 'When is it “quiet” in here?');

  it('have number, name and heading', () => {
    expect(listTabs({ page: { title: 'R' }, sections: [noise], elsewhere: [] })).toBe(
      '9\tnoise\tWhen is it “quiet” in here?\n',
    );
  });

  it('say where a topic of a folder stands, and under what', () => {
    const placed = { ...noise, place: { file: 'flat/noise.md', line: 12 }, parents: ['The flat'] };
    expect(listTabs({ page: { title: 'R', folder: 'docs/' }, sections: [placed], elsewhere: [] })).toBe(
      '9\tnoise\tThe flat > When is it “quiet” in here?\tdocs/flat/noise.md:12\n',
    );
  });
});
