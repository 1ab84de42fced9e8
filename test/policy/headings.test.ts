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

  it('counts lines from 1', () => {
    expect(outline('# T\n\nintro\n\n## A\n\na\n\n## B\n').parts.map(({ line }) => line)).toEqual([1, 5, 9]);
  });
});
