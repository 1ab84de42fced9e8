import { describe, expect, it } from 'vitest';
import { tooDeepLine } from '../../src/policy/nesting.ts';
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

const MOST = 40;

/** Lists in each other, an item a line, to a depth. */
const lists = (depth: number, marker = '-') =>
  Array.from({ length: depth }, (_, at) => `${' '.repeat((marker.length + 1) * at)}${marker} a`).join('\n');

describe('lists and quotes in each other', () => {
  it.each([
    ['lists', lists(MOST), lists(MOST + 1), MOST + 1],
    ['numbered lists', lists(MOST, '1.'), lists(MOST + 1, '1.'), MOST + 1],
    ['lists of large numbers', lists(MOST, '123456789)'), lists(MOST + 1, '123456789)'), MOST + 1],
    ['lists of stars', lists(MOST, '*'), lists(MOST + 1, '*'), MOST + 1],
    ['quotes', `${'>'.repeat(MOST)} a`, `${'>'.repeat(MOST + 1)} a`, 1],
    ['quotes with blanks', `${'> '.repeat(MOST)}a`, `${'> '.repeat(MOST + 1)}a`, 1],
    ['markers on one line', `${'- '.repeat(MOST)}a`, `${'- '.repeat(MOST + 1)}a`, 1],
    ['numbers on one line', `${'1. '.repeat(MOST)}a`, `${'1. '.repeat(MOST + 1)}a`, 1],
    ['signs after tabs', `${'>\t'.repeat(MOST)}a`, `${'>\t'.repeat(MOST + 1)}a`, 1],
    ['empty items', `${'- '.repeat(MOST - 1)}-\n+ a`, `${'- '.repeat(MOST)}+`, 1],
    ['empty numbered items', `${'- '.repeat(MOST - 1)}1.`, `${'- '.repeat(MOST)}1.`, 1],
    [
      'quotes in lists',
      `${lists(30)}\n${' '.repeat(60)}${'>'.repeat(10)}`,
      `${lists(30)}\n${' '.repeat(60)}${'>'.repeat(11)}`,
      31,
    ],
  ])('of %s may be forty', (_, deep, tooDeep, line) => {
    expect(tooDeepLine(deep)).toBeUndefined();
    expect(tooDeepLine(tooDeep)).toBe(line);
  });

  it('are counted on from the line that they stand in', () => {
    expect(tooDeepLine(`# A\n\ntext\n\n${'>'.repeat(MOST + 1)}`)).toBe(5);
  });

  it('end with a list of less indent, and with text that has none', () => {
    expect(tooDeepLine(Array(50).fill('- a').join('\n'))).toBeUndefined();
    expect(tooDeepLine(`${lists(MOST)}\n${lists(MOST)}`)).toBeUndefined();
    const back = `${lists(30)}\ntext\n${' '.repeat(80)}${'> '.repeat(30)}a`;
    expect(tooDeepLine(back)).toBeUndefined();
  });

  it('go on past text that is set in, and past blank lines', () => {
    const deep = `${lists(30)}\n\n${' '.repeat(62)}text\n\n${' '.repeat(62)}${'> '.repeat(11)}a`;
    expect(tooDeepLine(deep)).toBe(34);
  });
});

describe('what is neither list nor quote', () => {
  it.each([
    ['a rule', '- '.repeat(100)],
    ['a rule of stars, set in', `  ${'*'.repeat(100)}`],
    ['words joined by dashes', 'a-'.repeat(100)],
    ['signs without a blank behind them', '-'.repeat(100).concat('a')],
    ['numbers without a blank behind them', '1.'.repeat(100).concat('a')],
    ['signs behind a word', `a ${'> '.repeat(100)}`],
    ['numbers of ten digits', '1234567890. '.repeat(100)],
  ])('is no nesting: %s', (_, text) => {
    expect(tooDeepLine(text)).toBeUndefined();
  });

  it('takes a line that begins a list for one though it is of dashes alone', () => {
    expect(tooDeepLine(`${'- '.repeat(MOST + 1)}a -`)).toBe(1);
  });
});
