import { describe, expect, it } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { absoluteUrl, labelsIn, parsedUrl, withAbsoluteLinks } from '../../src/markdown/links.ts';

const PAGE = 'https://rust-for-linux.com/rust-kernel-policy';

describe('the address of a link', () => {
  it.each([
    ['Rust-reference-drivers.md', PAGE, 'https://rust-for-linux.com/rust-reference-drivers'],
    ['Rust-reference-drivers.md#Nova', PAGE, 'https://rust-for-linux.com/rust-reference-drivers#Nova'],
    ['#anchor', PAGE, `${PAGE}#anchor`],
    ['../x/y.png', 'https://example.org/a/b/c', 'https://example.org/a/x/y.png'],
    ['Other.md', 'https://example.org/docs/Page.md', 'https://example.org/docs/Other.md'],
    ['Other.md', 'https://example.org/docs/page.html', 'https://example.org/docs/Other.html'],
    ['https://lore.kernel.org/all/x@y/', PAGE, 'https://lore.kernel.org/all/x@y/'],
    ['mailto:a@b.example', PAGE, 'mailto:a@b.example'],
    ['Other.md', undefined, 'Other.md'],
  ])('%s on %s leads to %s', (href, source, url) => {
    expect(absoluteUrl(href, source)).toBe(url);
  });
});

it('takes an address apart, however often one is', () => {
  // V8 optimizes what is called often.
  for (let times = 0; times < 20_000; times += 1)
    expect(parsedUrl('http://ü/')?.hostname ?? times).toBe('xn--tda');
  expect(parsedUrl('http://')).toBeUndefined();
});

describe('Markdown with absolute links', () => {
  const absolute = (markdown: string) => withAbsoluteLinks({ body: markdown, tokens: lex(markdown) }, PAGE);

  it.each([
    ['an inline link', '[a](B.md)', '[a](https://rust-for-linux.com/b)'],
    ['a link with a title', '[a](<B.md> "t")', '[a](<https://rust-for-linux.com/b> "t")'],
    ['a link whose text is its file', '[B.md](B.md)', '[B.md](https://rust-for-linux.com/b)'],
    [
      'two links to one file',
      '[a](B.md) [c](B.md)',
      '[a](https://rust-for-linux.com/b) [c](https://rust-for-linux.com/b)',
    ],
    [
      'an image in a link',
      '[![x](i.png)](B.md)',
      '[![x](https://rust-for-linux.com/i.png)](https://rust-for-linux.com/b)',
    ],
    ['a definition', '[a][1]\n\n[1]: B.md\n', '[a][1]\n\n[1]: https://rust-for-linux.com/b\n'],
    ['a link in a quoted list', '> - [a](B.md)\n', '> - [a](https://rust-for-linux.com/b)\n'],
  ])('rewrites %s', (_, markdown, expected) => {
    expect(absolute(markdown)).toBe(expected);
  });

  it.each([
    ['code', 'see `[a](B.md)`'],
    ['a fence', '```\n[a](B.md)\n```\n'],
    ['an absolute link', '[a](https://example.org/B.md)'],
  ])('leaves %s as it is', (_, markdown) => {
    expect(absolute(markdown)).toBe(markdown);
  });

  it('rewrites a link behind the same text in code', () => {
    expect(absolute('`[a](B.md)` [a](B.md)')).toBe('`[a](B.md)` [a](https://rust-for-linux.com/b)');
  });
});
describe('labels of reference links', () => {
  it.each([
    ['[text][Label], [short] and [collapsed][]', ['text', 'label', 'short', 'collapsed']],
    ['[a  long\nlabel]', ['a long label']],
    ['[escaped \\] bracket]', ['escaped \\] bracket']],
    ['none (at) all', []],
  ])('in %j are %j, as definitions are keyed by', (markdown, labels) => {
    expect([...labelsIn(markdown)].filter((label) => label.trim() !== '')).toEqual(labels);
  });
});

it.each([
  ['b.md#x', 'pets/b.md#x'],
  ['../b.md', 'b.md'],
  ['../../b.md', '../b.md'],
  ['#x', 'pets/cats.md#x'],
  ['a b.pdf', 'pets/a%20b.pdf'],
  ['/b', '/b'],
  ['https://b.example/c d', 'https://b.example/c%20d'],
])('shows %j from a file of a folder as a path from the folder', (href, path) => {
  expect(absoluteUrl(href, 'pets/cats.md')).toBe(path);
});

it.each([
  ['x y.md', 'my%20docs/x%20y.md'],
  ['x%20y.md', 'my%20docs/x%20y.md'],
  ['#x', 'my%20docs/100%25%20%23%3F.md#x'],
])('shows %j from a file with blanks and signs in its path as an address', (href, address) => {
  expect(absoluteUrl(href, 'my docs/100% #?.md')).toBe(address);
});

it('leaves a title that holds the address as it is', () => {
  const body = '![s](s.png "s.png") and [a](a.md "see a.md")';
  expect(withAbsoluteLinks({ body, tokens: lex(body) }, 'https://x.example/d/f')).toBe(
    '![s](https://x.example/d/s.png "s.png") and [a](https://x.example/d/a "see a.md")',
  );
});
