import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/policy/source-file.ts';

const problem = (line: number, message: string) => ({ file: 'a.md', line, severity: 'error', message });

describe('a file', () => {
  it('is parsed into front matter and parts', () => {
    expect(parseFile({ path: 'a.md', text: '---\ntitle: A\n---\n# T\n\n## B\n\nb\n' }).value).toMatchObject({
      path: 'a.md',
      title: 'T',
      bodyLine: 4,
      parts: [{ heading: { text: 'B' }, line: 6 }],
    });
  });

  it.each([
    ['a.md', { kind: 'section', parts: [{ heading: { text: 'A' } }] }],
    ['elsewhere/a.md', { kind: 'elsewhere', parts: [{ heading: { text: 'A' } }] }],
    ['asked-as/a.md', { kind: 'asked-as', items: [{ text: 'b', line: 3 }] }],
  ])('is what its folder makes it: %s', (path, parsed) => {
    expect(parseFile({ path, text: '## A\n\n- b\n' }).value).toMatchObject(parsed);
  });

  it('holds no invisible character', () => {
    expect(parseFile({ path: 'a.md', text: '## A\u200bB\u001b\n' }).value).toMatchObject({
      parts: [{ heading: { text: 'AB' } }],
    });
  });

  it.each([
    ['headings', '## B\n'.repeat(20_001), 'it has over 20,000 headings; split it'],
    ['lines', '\n'.repeat(100_001), 'it has over 100,000 lines; split it'],
    ['a table', `a\n${'|-'.repeat(2_000_000)}`, 'it holds a block of text too long to be read'],
  ])('is left out for its %s, with the reason', (_, text, message) => {
    const problems = [problem(1, `${message} (file left out)`)];
    expect(parseFile({ path: 'a.md', text })).toEqual({ value: undefined, problems });
  });

  it.each([
    ['an unquoted colon', '---\ntitle: Cellar\nnote: dark: bring a lamp\n---\nDown.\n', 3, 'Cellar', 5],
    ['TOML', '+++\ntitle = "Cellar"\n+++\nDown.\n', 1, 'Cellar', 4],
    ['no end', '---\ntitle: Cellar\n\nDown.\n', 1, 'Cellar', 4],
    ['a comment above', '<!-- 2024 -->\n\n---\ntitle: Cellar\n---\nDown.\n', 3, 'Cellar', 6],
    ['a blank line above', '\n---\nnumber: 1\n---\nDown.\n', 2, undefined, 5],
  ])('loses its front matter alone for %s', (_, text, line, title, bodyLine) => {
    const { value, problems } = parseFile({ path: 'a.md', text });
    expect([value?.fields.get('title'), value?.bodyLine, value?.body]).toEqual([title, bodyLine, 'Down.\n']);
    const what = title === undefined ? 'front matter' : 'front matter but for its title';
    expect(problems).toEqual([problem(line, expect.stringContaining(`(${what} left out)`))]);
  });

  it.each(['script', 'style'])('ends where a %s begins that never ends, which is said', (name) => {
    const text = `---\ntitle: T\n---\n## A\n\na\n\n<${name} x="y">\nrun();\n\n## B\n\nb\n`;
    const { value, problems } = parseFile({ path: 'a.md', text });
    expect(value?.parts.map(({ body }) => body)).toEqual(['a']);
    const message = 'a script or style begins and does not end; close it (all from here on left out)';
    expect(problems).toEqual([problem(8, message)]);
  });

  it.each([
    ['ends in its block', '<script>\nrun();\n</script>\n\na\n', 'a'],
    ['stands in a block that ends', '<div>\n<style>\nb {}\n</div>\n\na\n', 'a'],
    ['stands in code', '```\n<script>\n```\n', '```\n<script>\n```'],
    ['closes itself', '<script src="x" />\n\na\n', 'a'],
    ['is another', '<scripture>\n\na', '<scripture>\n\na'],
  ])('goes on behind a script or style that %s', (_, text, body) => {
    const { value, problems } = parseFile({ path: 'a.md', text });
    expect([value?.parts.map((part) => part.body.trim().replace('<div>', '').trim()), problems]).toEqual([
      [body],
      [],
    ]);
  });

  it('of elsewhere/ is left out where its front matter cannot be read', () => {
    const { value, problems } = parseFile({ path: 'elsewhere/a.md', text: '---\n: [\n---\nAsk there.\n' });
    expect([value, problems.length]).toEqual([undefined, 1]);
  });
});
