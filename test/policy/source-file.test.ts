import { describe, expect, it } from 'vitest';
import { parseFile, withPlainLineEnds } from '../../src/policy/source-file.ts';

const broken = (line: number, message: string) => ({
  file: 'a.md',
  line,
  severity: 'error',
  message: `${message} (file left out)`,
});

describe('a file', () => {
  it('is parsed into front matter and parts', () => {
    expect(parseFile({ path: 'a.md', text: '---\ntitle: A\n---\n# T\n\n## B\n\nb\n' })).toMatchObject({
      path: 'a.md',
      title: 'T',
      bodyLine: 4,
      parts: [{ heading: undefined }, { heading: 'B', line: 3 }],
    });
  });

  it.each([
    ['a.md', { kind: 'section', parts: [{}, { heading: 'A' }] }],
    ['elsewhere/a.md', { kind: 'elsewhere', parts: [{}, { heading: 'A' }] }],
    ['asked-as/a.md', { kind: 'asked-as', items: [{ text: 'b', line: 3 }] }],
  ])('is what its folder makes it: %s', (path, parsed) => {
    expect(parseFile({ path, text: '## A\n\n- b\n' })).toMatchObject(parsed);
  });

  it('holds no invisible character', () => {
    expect(parseFile({ path: 'a.md', text: '## A\u200bB\u001b\n' })).toMatchObject({
      parts: [{}, { heading: 'AB' }],
    });
  });

  it.each([
    ['front matter', '---\ntitle: A\n', 1, 'front matter is not closed; end it with a line ---'],
    ['nesting', `---\ntitle: A\n---\ntext\n${'>'.repeat(50)}\n`, 5, 'lists or quotes are nested too deep'],
    ['a block', '[\n'.repeat(2_000_000), 1, 'it holds a block of text too long to be read'],
  ])('is left out for its %s, with the reason', (_, text, line, message) => {
    expect(parseFile({ path: 'a.md', text })).toEqual(broken(line, message));
  });
});

it.each([
  ['Windows', 'a\r\nb\r\n', 'a\nb\n'],
  ['an old Macintosh', 'a\rb\r', 'a\nb\n'],
  ['Unix', 'a\nb\n', 'a\nb\n'],
  ['a program that marks its byte order', '\uFEFFa\n', 'a\n'],
])('takes the line ends of %s for the same', (_, text, plain) => {
  expect(withPlainLineEnds(text)).toBe(plain);
});

it('keeps a byte order mark within a text', () => {
  expect(withPlainLineEnds('a\uFEFF')).toBe('a\uFEFF');
});
