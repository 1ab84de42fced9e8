import { describe, expect, it } from 'vitest';
import { findings } from './checked.ts';

describe('of links, a check', () => {
  it.each([
    ['a file', '[x](gone.md)', 'link to "gone.md": there is no file "gone.md"'],
    ['an image', '![x](gone.png "t")', 'link to "gone.png": there is no file "gone.png"'],
    ['a file from a sub-folder', '[x](../b/gone.md)', undefined],
    ['a heading', '[x](#gone)', 'link to "#gone": there is no heading "#gone"'],
    ["another file's heading", '[x](b.md#gone)', 'link to "b.md#gone": there is no heading "#gone"'],
    ['a definition', '[x]\n\n[x]: gone.md', 'link to "gone.md": there is no file "gone.md"'],
  ])('finds a link to %s that does not exist', (_, link, message) => {
    const found = findings({ 'a.md': `## A\n\n${link}\n`, 'b.md': '## B\n\nb' });
    expect(found).toEqual(message === undefined ? [] : [`a.md:3: error: ${message}`]);
  });

  it.each([
    'https://example.org/gone.md',
    'mailto:a@example.org',
    '/gone.md',
    '//example.org/gone.md',
    '../outside.md',
    '.github/hidden.md',
    '#A',
    '#top',
    '#html',
    'b',
    'b.html',
    'b.md?plain=1#b',
  ])('has nothing to say of a link to %s', (href) => {
    expect(findings({ 'a.md': `## A\n\n<a id="html"></a>\n\n[x](${href})\n`, 'b.md': '## B\n\nb' })).toEqual(
      [],
    );
  });

  it('knows the ids that headings state, as they are written', () => {
    const text = '## A {#MyId}\n\n[x](#MyId) [y](#myid) [z](#a) [b](#B-c)\n\n### D {.x #B-c e=f}\n\n.\n';
    const dead = ['#myid', '#a'].map((id) => `a.md:3: error: link to "${id}": there is no heading "${id}"`);
    expect(findings({ 'a.md': text })).toEqual(dead);
    const page = '---\nsource: https://example.org/page\n---\n';
    expect(findings({ 'a.md': page + text })).toEqual(dead.map((line) => line.replace(':3:', ':6:')));
  });

  it.each([
    ['a quote', '> ### Peel\n>\n> Off.\n'],
    ['a list in a quote', '> - ### Peel\n>\n>   Off.\n'],
    ['a list item below its text', '- First:\n\n  ### Peel\n\n  Off.\n'],
    ['an item beside one with a heading', '- ### A\n\n  a\n- b\n\n  ### Peel\n'],
    ['details', '<details>\n<summary>More</summary>\n\n### Peel\n\nOff.\n\n</details>\n'],
    ['HTML in details', '<details>\n<summary>More</summary>\n\n<h3>Peel</h3>\n\nOff.\n\n</details>\n'],
    ['HTML with its own id', '<h3 id="peel">How</h3>\n\nOff.\n'],
  ])('knows headings in %s', (_, text) => {
    expect(findings({ 'a.md': `## Apples\n\n[x](#peel) [y](#peel-1)\n\n${text}` })).toEqual([
      'a.md:3: error: link to "#peel-1": there is no heading "#peel-1"',
    ]);
  });

  it('counts headings in quotes among those of the same words', () => {
    const text = '## Apples\n\n[x](#peel-1) [y](#peel-2)\n\n> ### Peel\n\n## Peel\n\nOff.\n';
    expect(findings({ 'a.md': text }).filter((line) => line.includes('error'))).toEqual([
      'a.md:3: error: link to "#peel-2": there is no heading "#peel-2"',
    ]);
  });

  it('has nothing to say of a link to the folder itself, or to one in it', () => {
    const up = '## B\n\n[x](.) [y](./) [z](..) [w](../)\n';
    expect(findings({ 'a.md': up.replace(/ \[z.*/, ''), 'c/b.md': up, 'c/d/e.md': up })).toEqual([]);
  });

  it('looks at links to files of a folder whose index.md names its address, where one of them leads to a file', () => {
    const index = '---\nsource: https://example.org/page\n---\n# T\n\n[x](1-a.md)\n';
    const part = '## A\n\n[y](gone.md)\n';
    expect(findings({ 'index.md': index, '1-a.md': part })).toEqual([
      '1-a.md:3: error: link to "gone.md": there is no file "gone.md"',
    ]);
    expect(findings({ 'index.md': index.replace('[x](1-a.md)', 'x'), '1-a.md': part })).toEqual([]);
  });

  it('looks at links to files of a page of its own, where it links to a file of the folder', () => {
    const page = '---\nsource: https://example.org/a\n---\n## A\n\n[x](b.md) [y](gone.md)\n';
    expect(findings({ 'a.md': page, 'b.md': '## B\n\nb' })).toEqual([
      'a.md:6: error: link to "gone.md": there is no file "gone.md"',
    ]);
    expect(findings({ 'a.md': page.replace('[x](b.md)', 'x'), 'b.md': '## B\n\n[a](a.md)' })).toEqual([]);
  });

  it('leaves files that are published beside the page to the site', () => {
    const index = '---\nsource: https://example.org/page\n---\n# T\n\n[x](Other.md) [y](#b) [z](#gone)\n';
    expect(findings({ 'index.md': index, 'b.md': '## B\n\nb' })).toEqual([
      'index.md:6: error: link to "#gone": there is no heading "#gone"',
    ]);
  });

  it('tells links apart by line', () => {
    expect(
      findings({ 'a.md': '---\ntitle: x\n---\n## A\n\none\ntwo [x](y.md)\n\n- three\n- [z](z.md)\n' }),
    ).toEqual([
      'a.md:7: error: link to "y.md": there is no file "y.md"',
      'a.md:10: error: link to "z.md": there is no file "z.md"',
    ]);
  });

  it('tells a link that comes again in a list by its own line', () => {
    expect(findings({ 'a.md': '## A\n\n- one [x](y.md)\n- two [x](y.md)\n' })).toEqual([
      'a.md:3: error: link to "y.md": there is no file "y.md"',
      'a.md:4: error: link to "y.md": there is no file "y.md"',
    ]);
  });

  it('finds links that lead nowhere, and references that nothing defines', () => {
    const text =
      '## Apples\n\n[red]() and ![](), [green][g]; a[0][1] and `[b][c]`\n\n[blue][d]\n\n[d]: https://d.example/\n';
    expect(findings({ 'a.md': text })).toEqual([
      'a.md:3: warning: link "red" leads nowhere',
      'a.md:3: warning: nothing defines the reference "[g]"',
    ]);
  });

  it.each([
    ['a reference by its own text', '[coll][] and [x][y]', ['[coll]', '[y]']],
    ['a footnote', 'Text[^zip], then.[^1]', ['[^zip]', '[^1]']],
  ])('finds %s that nothing defines', (_, text, labels) => {
    const found = labels.map((label) => `a.md:3: warning: nothing defines the reference "${label}"`);
    expect(findings({ 'a.md': `## Apples\n\n${text}\n` })).toEqual(found);
  });

  it.each([
    ['types', 'An array[], an int[][], a Map[K][] and a[0][].'],
    ['tasks', '- [x] done\n- [ ] open'],
    ['code', 'See `[coll][]` and `Text[^zip]`.\n\n    [coll][] Text[^zip]'],
    ['patterns', 'Any of [^abc], gr[^ae]y, /[^zip]+/ or x[^a]*.'],
    ['what is escaped', 'See \\[coll][].'],
    [
      'what is defined',
      'Text[^Zip], [schema][^zip] and [coll][].\n\n[^zip]: Z.\n\n[coll]: https://c.example/',
    ],
  ])('finds no reference in %s', (_, text) => {
    expect(findings({ 'a.md': `## Apples\n\n${text}\n` })).toEqual([]);
  });

  it.each(['[^', '[^a', 'a[^', '[a][', '[a][]'])('looks through a megabyte of `%s`', (opening) => {
    const text = opening.repeat(1_000_000 / opening.length);
    expect(findings({ 'a.md': text }).filter((line) => line.includes('error'))).toEqual([]);
  });

  it('finds links that show no text, but for marks of headings and images', () => {
    const text = '## Apples\n\n[](b.md) [](#apples) ![](b.png) [![](b.png)](b.md) [](gone.md)\n';
    expect(findings({ 'a.md': text, 'b.md': '## B\n\nb' }, ['b.png'])).toEqual([
      'a.md:3: error: link to "gone.md": there is no file "gone.md"',
      'a.md:3: warning: link to "b.md" has no text',
    ]);
  });

  it('leaves what stands under a heading to its sections, and marks of a site to the site', () => {
    const files = {
      'a.md':
        '# Part\n\n# Fruit\n\n## Apples\n\n[x](b.md#r-peel.cut), [y](notes), [z](#no), [r](c.md#r-peel.cut)\n',
      'b.md': '## Peel\n\nr[peel.cut]\n\nCut.\n',
      'c.md': '## Core\n\nOut.\n',
    };
    expect(findings(files, ['notes'])).toEqual(['a.md:7: error: link to "#no": there is no heading "#no"']);
    expect(findings({ 'a.md': '## A\n\n[x](#r-peel.cut)\n' })).toHaveLength(1);
  });
});
