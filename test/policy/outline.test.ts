import { describe, expect, it } from 'vitest';
import { outline } from '../../src/policy/outline.ts';

/** A file's outline in short: its title, then `heading: body` for each part. */
function shortly(markdown: string): (string | undefined)[] {
  const { title, parts } = outline(markdown);
  return [
    title,
    ...parts
      .filter(({ body, heading }) => heading ?? body.trim())
      .map((part) => `${part.heading}: ${part.body.trim()}`),
  ];
}

describe('an outline', () => {
  it('splits at second-level headings, under a title', () => {
    expect(shortly('# T\n\nintro\n\n## A\n\na\n\n## B\n\nb\n')).toEqual([
      'T',
      'undefined: intro',
      'A: a',
      'B: b',
    ]);
  });

  it('leaves deeper headings in their part', () => {
    expect(shortly('## A\n\na\n\n### deep\n\nd\n')).toEqual([undefined, 'A: a\n\n### deep\n\nd']);
  });

  it('takes no heading from a code fence', () => {
    expect(shortly('## A\n\n```\n## not one\n```\n')).toEqual([undefined, 'A: ```\n## not one\n```']);
  });

  it('splits at setext headings too', () => {
    expect(shortly('T\n=\n\nA\n-\n\na\n')).toEqual(['T', 'A: a']);
  });

  it('splits at the shallowest level below the title where there is no second one', () => {
    expect(shortly('# T\n\n### A\n\na\n\n### B\n\nb\n')).toEqual(['T', 'A: a', 'B: b']);
  });

  it('splits at first-level headings where there are several and nothing below', () => {
    expect(shortly('# A\n\na\n\n# B\n\nb\n')).toEqual([undefined, 'A: a', 'B: b']);
  });

  it('is one part where there is no heading', () => {
    expect(shortly('only words\n')).toEqual([undefined, 'undefined: only words']);
  });

  it('gives each part the definitions of its reference links, wherever they stand', () => {
    const text =
      '## A\n\n[one], [x][Two  b] and [three]\n\n[three]: /3\n\n## B\n\n[one]: </1 a> "t\\"t"\n[two B]: /2\n';
    expect(outline(text).parts.map(({ body }) => body.trim())).toEqual([
      '',
      '[one], [x][Two  b] and [three]\n\n[three]: /3\n\n[one]: </1 a> "t\\"t"\n[two b]: </2>',
      '[one]: </1 a> "t\\"t"\n[two B]: /2',
    ]);
  });

  it('counts lines from 1', () => {
    expect(outline('# T\n\nintro\n\n## A\n\na\n\n## B\n').parts.map(({ line }) => line)).toEqual([1, 5, 9]);
  });

  it.each([
    ['a second title', '# T\n\na\n\n# U\n\nb\n\n## A\n\nc\n', ['T', 'undefined: a', 'U: b', 'A: c']],
    ['a title below a section', '## A\n\na\n\n# T\n\nb\n', [undefined, 'A: a', 'T: b']],
    [
      'deeper headings before a title',
      '### A\n\na\n\n# T\n\nb\n',
      [undefined, 'undefined: ### A\n\na', 'T: b'],
    ],
    ['a title alone', '# T\n\na\n', ['T', 'undefined: a']],
    [
      'headings of two levels without a title',
      '### A\n\na\n\n#### B\n\nb\n',
      [undefined, 'A: a\n\n#### B\n\nb'],
    ],
  ])('knows %s', (_, markdown, parts) => {
    expect(shortly(markdown)).toEqual(parts);
  });

  it('takes the id that a heading states off it, and keeps it among the headings', () => {
    const { title, parts, headings } = outline('# T {#Top}\n\nintro\n\n## A {#MyId .class}\n\na\n');
    expect([title, ...parts.map(({ heading }) => heading)]).toEqual(['T', undefined, 'A']);
    expect(headings).toEqual([
      { markdown: 'T {#Top}', line: 1 },
      { markdown: 'A {#MyId .class}', line: 5 },
    ]);
  });

  it.each([
    ['a blank line', 'See [x].\n\n', 'See [x].\n\n[x]: </y>\n'],
    ['the end of a line', 'See [x].\n', 'See [x].\n\n[x]: </y>\n'],
  ])('puts definitions that a part lacks below it, after %s', (_, body, whole) => {
    expect(outline(`[x]: /y\n\n## A\n${body}## B\n`).parts[1]?.body).toBe(whole);
  });

  it('puts definitions that a part lacks below it, at the end of a file', () => {
    expect(outline('[x]: /y\n\n## A\nSee [x].').parts[1]?.body).toBe('See [x].\n\n[x]: </y>\n');
  });

  it('adds nothing to a part that refers to nothing', () => {
    const bodies = outline('[x]: /y\n\n## A\nSee x.\n\n## B\nSee [z].\n').parts.map(({ body }) => body);
    expect(bodies.slice(1)).toEqual(['See x.\n\n', 'See [z].\n']);
  });
});
