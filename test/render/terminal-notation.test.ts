import { describe, expect, it } from 'vitest';
import { isLinkable, type Screen, terminalNotation, textFor } from '../../src/render/terminal-notation.ts';

const run = (text: string, marks = {}) => ({ text, marks });

function notationFor(
  screen: Partial<Screen>,
  page: { source?: string } = { source: 'https://example.org/docs/p' },
) {
  return terminalNotation(
    { isUtf8: true, hasHyperlinks: true, ...screen },
    (code, language) => (language === 'c' ? [`<${code}>`, 'more'] : undefined),
    page.source,
  );
}

describe('text on a terminal', () => {
  it('has its signs as they are typed where the locale lacks them, and letters as they are', () => {
    expect(textFor({ isUtf8: false })('“é” — 中')).toBe('"é" -- 中');
    expect(textFor({ isUtf8: true })('“é” —')).toBe('“é” —');
  });

  it.each([true, false])('drives nothing, with UTF-8 %s', (isUtf8) => {
    expect(textFor({ isUtf8 })('a\u001b[2Jb')).toBe('a<U+001B>[2Jb');
  });
});

describe('code on a terminal', () => {
  const { code, codeBlock } = notationFor({});

  it('stands without backticks', () => {
    expect(code('a\u0007')).toBe('a<U+0007>');
  });

  it('is painted in blocks of a language that is known', () => {
    expect(codeBlock('a\u0007', 'c')).toEqual([
      run('<a<U+0007>>', { painted: true }),
      run('more', { painted: true }),
    ]);
  });

  it('is as it is in blocks of any other', () => {
    expect(codeBlock('a\u0007\nb', 'd')).toEqual([run('a<U+0007>'), run('b')]);
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
  ['file:///etc/passwd', false],
  ['page.md', false],
])('may %s be handed to a terminal: %s', (url, expected) => {
  expect(isLinkable(url)).toBe(expected);
});

it.each([
  [true, '───', '• ', '│ '],
  [false, '---', '* ', '> '],
])('draws with UTF-8 %s', (isUtf8, rule, bullet, quote) => {
  const notation = notationFor({ isUtf8 });
  expect([notation.rule(3), notation.tableRule(3)]).toEqual([rule, rule]);
  expect([notation.bullet, notation.quote]).toEqual([bullet, quote]);
});
