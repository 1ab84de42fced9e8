import { describe, expect, it } from 'vitest';
import { outline } from '../../src/policy/outline.ts';
import { load, topics } from './topics.ts';

/** A file's parts in short: `heading: body` for each. */
function shortly(markdown: string): string[] {
  return outline(markdown).parts.map(({ heading, body }) => `${heading?.text ?? ''}: ${body}`);
}

describe('an outline', () => {
  it('splits at second-level headings, under a title', () => {
    expect(shortly('# T\n\nintro\n\n## A\n\na\n\n## B\n\nb\n')).toEqual(['T: intro', 'A: a', 'B: b']);
  });

  it('leaves deeper headings in their part', () => {
    expect(shortly('## A\n\na\n\n### deep\n\nd\n')).toEqual(['A: a\n\n### deep\n\nd']);
  });

  it('takes no heading from a code fence', () => {
    expect(shortly('## A\n\n```\n## not one\n```\n')).toEqual(['A: ```\n## not one\n```']);
  });

  it.each([
    ['a script', '<script>\nrun("<h1>x</h1>");\n\nstop();\n</script>\n\n', 11],
    ['an anchor and a style', '<a name="top"></a>\n<style>a { b: c }</style>\n\n', 8],
    ['a table of contents', '[[toc]]\n\n', 7],
    ['a comment', '<!-- made -->\n\n', 7],
  ])('has no part for %s above the title', (_, above, line) => {
    const text = `---\ntitle: Zip guide\n---\n\n${above}# zip\n\nSmall.\n\n## Use\n\nx\n`;
    expect(topics(text)).toEqual([`${line} a: Zip guide > zip`, `${line + 4} use: Zip guide > zip > Use`]);
    const [{ body = '' } = {}] = load({ 'a.md': text }).policy.sections;
    expect(body).not.toMatch(/run|stop|b: c|toc/i);
  });

  it('reads scripts and styles that never end in time', () => {
    const text = `<div>\n${'<script><style>'.repeat(60_000)}\n\n# A\n\nx\n`;
    expect(topics(text)).toEqual(['4 a: A']);
  }, 15_000);

  it('splits at setext headings too', () => {
    expect(shortly('T\n=\n\nA\n-\n\na\n')).toEqual(['A: a']);
  });

  it('splits at the shallowest level below the title where there is no second one', () => {
    expect(shortly('# T\n\n### A\n\na\n\n### B\n\nb\n')).toEqual(['A: a', 'B: b']);
  });

  it('splits at first-level headings where there are several and nothing below', () => {
    expect(shortly('# A\n\na\n\n# B\n\nb\n')).toEqual(['A: a', 'B: b']);
  });

  it('is one part where there is no heading', () => {
    expect(shortly('only words\n')).toEqual([': only words']);
  });

  it('gives each part the definitions of its reference links, wherever they stand', () => {
    const text =
      '## A\n\n[one], [x][Two  b] and [three]\n\n[three]: /3\n\n## B\n\n[one]: </1 a> "t\\"t"\n[two B]: /2\n';
    expect(shortly(text)).toEqual([
      'A: [one], [x][Two  b] and [three]\n\n[three]: /3\n\n[one]: </1 a> "t\\"t"\n\n[two B]: /2',
      'B: [one]: </1 a> "t\\"t"\n[two B]: /2',
    ]);
  });

  it.each([
    ['a list', '- a\n\n  [y]: /y "t"'],
    ['an item', '- [y]: /y "t"'],
    ['a quote in a quote', '> > [y]: /y "t"\n> lazy\nlines'],
    ['details', '<details>\n\n[y]: /y "t"\n\n</details>'],
  ])('gives each part the definitions that stand in %s elsewhere, and its own no second time', (_, text) => {
    const parts = shortly(`## A\n\n[y]\n\n${text}\n\n## B\n\n[y]\n`);
    expect(parts).toEqual([`A: [y]\n\n${text}`, 'B: [y]\n\n[y]: /y "t"']);
  });

  it.each(['[y]: /first', '> [y]: /first'])('takes the first definition of a label: %s', (first) => {
    const text = `## A\n\n${first}\n\n## B\n\n[y]\n\n[y]: /second\n\nb\n`;
    expect(shortly(text).at(-1)).toBe('B: [y]\n\nb\n\n[y]: /first');
  });

  it('gives each part the footnotes that it calls, with their links, and not those that these call', () => {
    const text = '## A\n\nOne[^1].\n\n## B\n\nb\n\n[^1]: See [x][y] and[^2].\n[^2]: Two.\n\n[y]: /y\n';
    expect(shortly(text)).toEqual(['A: One[^1].\n\n[^1]: See [x][y] and[^2].\n\n[y]: /y', 'B: b\n\n[y]: /y']);
  });

  it.each([
    ['blank lines', '\n\n\nText.\n\n## A\n\na\n', 4],
    ['front matter and blank lines', '---\ntitle: T\n---\n\n\nText.\n', 6],
    ['a comment and an anchor', '<!-- made -->\n\n<a id="x"></a>\n\nText.\n', 5],
  ])('tells the line of a text without heading below %s', (_, text, line) => {
    expect(load({ 'a.md': text }).policy.sections[0]?.place.line).toBe(line);
  });

  it('counts lines from 1', () => {
    expect(outline('# T\n\nintro\n\n## A\n\na\n\n## B\n').parts.map(({ line }) => line)).toEqual([1, 5, 9]);
  });

  it.each([
    ['a second title', '# T\n\na\n\n# U\n\nb\n\n## A\n\nc\n', ['T: a', 'U: b', 'A: c']],
    ['a title below a section', '## A\n\na\n\n# T\n\nb\n', ['A: a', 'T: b']],
    ['deeper headings before a title', '### A\n\na\n\n# T\n\nb\n', [': ### A\n\na', 'T: b']],
    ['a title alone', '# T\n\na\n', ['T: a']],
    ['headings of two levels without a title', '### A\n\na\n\n#### B\n\nb\n', ['A: a\n\n#### B\n\nb']],
  ])('knows %s', (_, markdown, parts) => {
    expect(shortly(markdown)).toEqual(parts);
  });

  it('takes the id that a heading states off it, and keeps it among the headings', () => {
    const { title, headings } = outline('# T {#Top}\n\nintro\n\n## A {#MyId .class}\n\na\n');
    expect(title).toBe('T');
    expect(headings).toMatchObject([
      { text: 'T', id: 'Top' },
      { text: 'A', id: 'MyId' },
    ]);
  });

  it('leaves badges out of headings by their definitions', () => {
    const [part] = outline('# Tea [![new][badge]][page]\n\na\n\n[badge]: b.svg\n[page]: /p\n').parts;
    expect(part?.heading).toMatchObject({ text: 'Tea', anchorText: 'Tea ' });
  });

  it.each(['See [x].\n\n', 'See [x].\n', 'See [x].'])(
    'puts definitions that a part lacks below it: %j',
    (body) => {
      expect(shortly(`[x]: /y\n\n## A\n${body}`)[0]).toBe('A: See [x].\n\n[x]: /y');
    },
  );

  it('adds nothing to a part that refers to nothing', () => {
    const parts = shortly('[x]: /y\n\n## A\nSee x.\n\n## B\nSee [z].\n');
    expect(parts).toEqual(['A: See x.', 'B: See [z].']);
  });
});

const LONG = 'A word and more of them. '.repeat(200);

describe('a long section', () => {
  const text = (filling: string) =>
    `# Zoo\n\n## Birds {#b}\n\nLead.\n\n### Food\n\n${filling}\n\n#### Seeds\n\nMany.\n\n### Night\n\nDark.\n\n## Food\n\nAll.\n`;

  it('is split at its deeper headings, and its lead stays', () => {
    expect(topics(text('Little.'))).toEqual(['3 birds: Zoo > Birds', '19 food: Zoo > Food']);
    expect(topics(text(LONG))).toEqual([
      '3 birds: Zoo > Birds',
      '7 birds-food: Zoo > Birds > Food',
      '11 seeds: Zoo > Birds > Food > Seeds',
      '15 night: Zoo > Birds > Night',
      '19 food: Zoo > Food',
    ]);
  });

  it.each([
    ['4,000 characters', 'x'.repeat(3_990), 'x'.repeat(4_001)],
    ['60 lines', 'x\n'.repeat(50), 'x\n'.repeat(61)],
  ])('is one of over %s', (_, short, long) => {
    const count = (filling: string) => topics(`## A\n\n${filling}\n\n### B\n\nb\n`).length;
    expect([count(short.slice(50)), count(long)]).toEqual([1, 2]);
  });

  it('keeps names and anchors of what was there when it is split', () => {
    const named = (filling: string) =>
      load({ 'a.md': text(filling) }).policy.sections.map(({ name, anchor }) => `${name}#${anchor}`);
    expect(named('Little.')).toEqual(['birds#b', 'food#food-1']);
    expect(named(LONG)).toEqual(expect.arrayContaining(named('Little.')));
  });

  it('is split at headings in details too, and only then', () => {
    const folded = (filling: string) =>
      `# Notes\n\n<details>\n\n# Contents\n\n</details>\n\n## Old {#o}\n\nx\n\n<details><summary>More</summary>\n\n## One\n\n${filling}\n\n<h3>Two</h3>\n\nb\n\n</details>\n\ny\n\n## Next\n\nz\n`;
    expect(topics(folded('a'))).toEqual(['1 a: Notes', '9 old: Notes > Old', '27 next: Notes > Next']);
    const [, whole] = load({ 'a.md': folded('a') }).policy.sections;
    expect(whole?.body).toBe(
      'x\n\n<details><summary>More</summary>\n\n## One\n\na\n\n<h3>Two</h3>\n\nb\n\n</details>\n\ny',
    );
    expect(topics(folded(LONG))).toEqual([
      '1 a: Notes',
      '9 old: Notes > Old',
      '15 one: Notes > Old > One',
      '19 two: Notes > Old > One > Two',
      '27 next: Notes > Next',
    ]);
    const [, lead] = load({ 'a.md': folded(LONG) }).policy.sections;
    expect(lead?.body.replace(/\s+/g, ' ')).toBe('x <details><summary>More</summary> </details> y');
  });

  it('is no topic itself where nothing stands above its first deeper heading', () => {
    expect(topics(`## A\n\n<!-- x -->\n\n---\n\n### B\n\n${LONG}\n\n### C\n\nc\n`)).toEqual([
      '7 b: A > B',
      '11 c: A > C',
    ]);
  });
});

describe('a body', () => {
  const body = (text: string) => load({ 'a.md': text }).policy.sections[0]?.body;

  it('holds the footnotes that it calls, one word and several lines long', () => {
    const text =
      '## A\n\nNinety[^1] or[^n].\n\n## B\n\nx\n\n[^1]: Thirty.\n[^n]: One,\n    two.\n[^3]: No.\n';
    expect(body(text)).toBe('Ninety[^1] or[^n].\n\n[^1]: Thirty.\n\n[^n]: One,\n    two.');
  });

  it('lacks what all of a file would repeat to many times its size', () => {
    const note = `[^1]: ${'x'.repeat(50_000)}`;
    const text = `${Array.from({ length: 1_000 }, (_, at) => `## H${at}\n\nx[^1]\n`).join('\n')}\n${note}\n`;
    const bodies = load({ 'a.md': text }).policy.sections.map((section) => section.body);
    expect([bodies[0], bodies.at(-1)]).toEqual([`x[^1]\n\n${note}`, 'x[^1]']);
    expect(bodies.join('').length).toBeLessThan(5 * text.length + 100_000);
  });

  it('has headings without what they state of themselves', () => {
    const text = '## A\n\n### b {#b-id .c}\n\n[c](d){#e}\n\n#### set {a} {/*f*/} ##\n\n### {x}\n\n`y {#z}`\n';
    expect(outline(text).parts[0]?.body).toBe(
      '### b\n\n[c](d){#e}\n\n#### set {a} ##\n\n### {x}\n\n`y {#z}`',
    );
  });

  it('has no rule at its edges', () => {
    expect(body('## A\n\n---\n\nx\n\n***\n\ny\n\n---\n\n## B\n\nz\n')).toBe('x\n\n***\n\ny');
  });
});
