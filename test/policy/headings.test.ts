import { describe, expect, it } from 'vitest';
import { outline } from '../../src/policy/headings.ts';

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

describe('outline', () => {
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
});
