import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { hyperlink, painterOf, runCutter, type Screen, terminalNotation } from '../../src/render/paint.ts';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { isContentStem, stemOf, wordsOf } from '../../src/search/words.ts';

describe('a run cut at the words that the question holds', () => {
  const stems = (question: string) => new Set(wordsOf(question).map(stemOf).filter(isContentStem));

  const matched = (question: string, text: string) =>
    runCutter(stems(question))({ text, marks: {} })
      .filter(({ marks }) => marks.strong)
      .map(({ text }) => text);

  it.each([
    ['who maintains it', 'A maintainer, maintained by others.', ['maintainer', 'maintained']],
    ['duplicate drivers', 'Duplicated C/Rust drivers', ['Duplicated', 'drivers']],
    ['broken builds', 'It broke — the naïve build’s driver breaks', ['broke', 'build’s', 'breaks']],
    ['broken builds, drivers', "the build's drivers", ["build's", 'drivers']],
    ['what of C++', 'C++, not C', ['C++']],
    ['дела', '«дела»', ['дела']],
    ['what is the', 'what is the matter', []],
    ['', 'anything', []],
  ])('tells the words of "%s" in "%s"', (question, text, words) => {
    expect(matched(question, text)).toEqual(words);
  });

  it('leaves a run whole that is longer than any to be read', () => {
    const longest = `${'a '.repeat(9_997)}broken`;
    expect(longest).toHaveLength(20_000);
    expect(matched('broken builds', longest)).toEqual(['broken']);
    expect(matched('broken builds', ` ${longest}`)).toEqual([]);
  });

  it('keeps the text and its marks', () => {
    const parts = runCutter(stems('broken builds'))({ text: 'a broken, built one', marks: { em: true } });
    expect(parts.map(({ text }) => text).join('')).toBe('a broken, built one');
    expect(parts.every(({ marks }) => marks.em)).toBe(true);
  });

  const parts = (text: string) =>
    runCutter(stems('broken builds'))({ text, marks: {} }).map(({ text, marks }) => [
      text,
      marks.strong === true,
    ]);

  it.each([
    [
      'it broke, as builds do',
      [
        ['it ', false],
        ['broke', true],
        [', as ', false],
        ['builds', true],
        [' do', false],
      ],
    ],
    [
      'builds “broke”',
      [
        ['builds', true],
        [' “', false],
        ['broke', true],
        ['”', false],
      ],
    ],
    [
      'broke builds',
      [
        ['broke', true],
        [' ', false],
        ['builds', true],
      ],
    ],
    ['neither — nor', [['neither — nor', false]]],
    ['', []],
  ])('cuts %j only where a word matches', (text, cut) => {
    expect(parts(text)).toEqual(cut);
  });

  it('makes a word strong once', () => {
    const run = { text: 'broken', marks: { strong: true, em: true } } as const;
    expect(runCutter(stems('broken builds'))(run)).toEqual([run]);
  });

  it('leaves what is no word of the policy as it is', () => {
    const run = { text: 'broken. ', marks: { isSign: true } } as const;
    expect(runCutter(stems('broken builds'))(run)).toEqual([run]);
  });

  it.each(['a broken one', ''])('leaves %j, each run itself, where nothing is asked', (text) => {
    const run = { text, marks: {} };
    expect(runCutter(new Set())(run)).toEqual([run]);
  });

  it.each([
    ['name', 'a userName', 'userName'],
    ['eclair', 'un éclair', 'éclair'],
    ['认证', '重新认证', '认证'],
  ])('reads a folder in its own language: "%s" in "%s"', (stem, text, word) => {
    const runs = runCutter(new Set([stem]), ENGLISH)({ text, marks: {} });
    expect(runs.filter(({ marks }) => marks.strong)).toEqual([{ text: word, marks: { strong: true } }]);
  });
});

const painter = painterOf(new Chalk({ level: 1 }));
const readable = (text: string) => text.replaceAll('\u001b', '\\e');

describe('a run on a terminal', () => {
  const painted = (text: string, marks = {}) => readable(painter({ text, marks }));

  it.each([
    ['plain', {}, 'a'],
    ['strong', { strong: true }, '\\e[1ma\\e[22m'],
    ['emphatic', { em: true }, '\\e[3ma\\e[23m'],
    ['struck out', { del: true }, '\\e[9ma\\e[29m'],
    ['code', { code: true }, '\\e[35ma\\e[39m'],
    ['strong code', { code: true, strong: true }, '\\e[1m\\e[35ma\\e[39m\\e[22m'],
    ['a link', { href: 'https://x.example/' }, '\\e]8;;https://x.example/\\e\\\\e[4ma\\e[24m\\e]8;;\\e\\'],
  ])('is set as %s', (_, marks, text) => {
    expect(painted('a', marks)).toBe(text);
  });

  it.each([':smile:', 'a: b', '&amp;', '*a*', '# a'])('keeps %j as it is, in text and in code', (text) => {
    expect(painted(text)).toBe(text);
    expect(painted(text, { code: true })).toBe(`\\e[35m${text}\\e[39m`);
  });
});

it('writes no byte of an address that is not printable ASCII', () => {
  expect(hyperlink('x', 'https://example.org/\u4e00\u0007\ud800%20')).toBe(
    '\u001b]8;;https://example.org/%E4%B8%80%07%20\u001b\\x\u001b]8;;\u001b\\',
  );
});

const run = (text: string, marks = {}) => ({ text, marks });

function notationFor(
  screen: Partial<Screen>,
  page: { source?: string } = { source: 'https://example.org/docs/p' },
) {
  return terminalNotation(
    { width: 80, isColored: true, isUtf8: true, hasHyperlinks: true, ...screen },
    page.source,
  );
}

describe('code on a terminal', () => {
  const { code, codeBlock } = notationFor({});

  it('stands without backticks', () => {
    expect(code('a\u0007')).toBe('a<U+0007>');
  });

  it('is as it is in blocks', () => {
    expect(codeBlock('a\u0007\nb')).toEqual([[run('a<U+0007>')], [run('b')]]);
  });
});

describe('a link on a terminal', () => {
  it('is a hyperlink, absolute, that keeps how its text is set', () => {
    const label = [run('the '), run('guide', { em: true })];
    expect(notationFor({}).link(label, '../guide')).toEqual([
      run('the ', { href: 'https://example.org/guide' }),
      run('guide', { em: true, href: 'https://example.org/guide' }),
    ]);
  });

  it('shows its URL where it has no text, and the address alone where that is one of mail', () => {
    expect(notationFor({}).link([], 'https://x.example/')).toEqual([
      run('https://x.example/', { href: 'https://x.example/' }),
    ]);
    expect(notationFor({}).link([], 'mailto:a@x.example')).toEqual([
      run('a@x.example', { href: 'mailto:a@x.example' }),
    ]);
    const url = 'https://x.example/?to=mailto:a';
    expect(notationFor({}).link([], url)).toEqual([run(url, { href: url })]);
  });

  it('is a footnote where the terminal has no hyperlinks, or the address is for no browser', () => {
    const footnote = [run('a'), run(' '), { text: '[1]', marks: { isSign: true } }];
    expect(notationFor({ hasHyperlinks: false }).link([run('a')], 'https://x.example/')).toEqual(footnote);
    expect(notationFor({}).link([run('a')], 'javascript:alert(1)')).toEqual(footnote);
    expect(notationFor({}, {}).link([run('a')], '../guide')).toEqual(footnote);
  });
});

it.each([
  ['https://example.org/', true],
  ['http://example.org/', true],
  ['mailto:somebody@example.org', true],
  ['javascript:alert(1)', false],
  ['javascript:https://example.org/', false],
  ['file:///etc/passwd', false],
  ['page.md', false],
])('may %s be handed to a terminal: %s', (url, expected) => {
  const [shown] = notationFor({}, {}).link([run('a')], url);
  expect(shown?.marks.href).toBe(expected ? url : undefined);
});

it.each([
  [true, '─', '• ', '│ '],
  [false, '-', '* ', '> '],
])('draws with UTF-8 %s', (isUtf8, line, bullet, quote) => {
  expect(notationFor({ isUtf8 })).toMatchObject({ line, rule: undefined, bullet, quote });
});
