import { describe, expect, it } from 'vitest';
import { checkFolder, findingsCount, findingsJson, findingsText } from '../../src/check/findings.ts';
import { describeProblem, type Problem } from '../../src/policy/policy.ts';

/** A folder given as path -> text, with the names of other files in it. */
function folderOf(files: Readonly<Record<string, string>>, others: readonly string[] = []) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const paths = new Set([...Object.keys(files), ...others]);
  const folders = [...paths].flatMap((path) =>
    [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index)),
  );
  return {
    path: '.',
    has: (path: string) => paths.has(path) || folders.includes(path),
    name: 'folder',
    sources,
    markdown: sources.map(({ path }) => path),
    others,
    problems: [],
  };
}

function findings(...folder: Parameters<typeof folderOf>): string[] {
  return checkFolder(folderOf(...folder), false).map(describeProblem);
}

describe('a check', () => {
  it('finds nothing in a sound folder', () => {
    const files = {
      'index.md':
        '---\ntitle: Rules\n---\n# Rules\n\nSee [one](docs/a.md#apples), [docs](docs), ![](a%20b.png).\n',
      'docs/a.md': '## Apples\n\n[up](../index.md) and [down](#deep)\n\n### Deep\n\n.\n',
      'asked-as/a.md': '- which apples\n',
    };
    expect(findings(files, ['a b.png'])).toEqual([]);
  });

  it('names what the loader leaves out', () => {
    expect(findings({ 'a.md': '---\nx: [\n---\na\n', 'b.md': '## B\n\nb' })).toEqual([
      expect.stringMatching(/^a\.md:3: error: front matter is not YAML/),
    ]);
  });

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

  it('finds anchors that come again on a page', () => {
    const twice = '## Same\n\n.\n\n## Same\n\n.\n';
    expect(findings({ 'a.md': twice, 'b.md': '## Same\n\n.\n' })).toEqual([
      'a.md:5: warning: anchor "same" is that of a.md:1 already; change one of the headings',
    ]);
  });

  it('takes an id that ends in a number for no repetition', () => {
    const text = '## Step\n\n.\n\n## First {#step-1}\n\n.\n\n## Again {#step-1}\n\n.\n';
    expect(findings({ 'a.md': text })).toEqual([
      'a.md:9: warning: anchor "step-1" is that of a.md:5 already; change one of the headings',
    ]);
  });

  it('finds sections without text', () => {
    expect(findings({ 'a.md': '## A\n\n<!-- later -->\n\n## B\n\nb\n' })).toEqual([
      'a.md:1: warning: section "A" has no text',
    ]);
  });

  it('finds characters that cannot be seen, and shows none', () => {
    expect(findings({ 'a.md': '---\ntitle: x\n---\n## A\n\nb\u200Bc\u202E\u200B\u001b[2J\n' })).toEqual([
      'a.md:6: warning: U+200B, U+202E, U+001B cannot be seen and is read as if it were not there; delete it',
    ]);
  });

  it('finds phrasings that are listed twice', () => {
    const files = {
      'a.md': '## Apples\n\nApples are red.\n',
      'b.md': '## Pears\n\nPears are green.\n',
      'asked-as/a.md': '- which apples\n- Which *apples*?\n',
      'asked-as/b.md': '- which pears\n\n- which apples\n',
    };
    expect(findings(files).filter((line) => line.includes('is listed'))).toEqual([
      'asked-as/a.md:2: warning: "Which apples?" is listed twice, first at asked-as/a.md:1',
      'asked-as/b.md:3: error: "which apples" is listed for "a" as well, at asked-as/a.md:1; take one out',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t\n'],
    ['front matter', '---\nquestion: what is this\n---\n'],
    ['a title', '# Title\n'],
  ])('finds a file of %s alone', (_, text) => {
    expect(findings({ 'a.md': text, 'b.md': '## B\n\nb' })).toEqual([
      'a.md:1: warning: it has no text, so that nothing leads to it; write some, or delete it',
    ]);
  });

  it('lets index.md say no more than what the page is', () => {
    const files = { 'index.md': '---\ntitle: Rules\n---\n', 'b.md': '## B\n\nb' };
    expect(findings(files)).toEqual([]);
    expect(findings({ ...files, 'index.md': '' })).toEqual([
      expect.stringMatching(/^index\.md:1: .*has no text/),
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
    ['titel', 'title'],
    ['Title', 'title'],
    ['quetsion', 'question'],
    ['sourc', 'source'],
  ])('finds "%s" for %s in front matter', (typed, key) => {
    expect(findings({ 'a.md': `---\n${typed}: x\ntags: y\n---\nPlums.\n` })).toEqual([
      `a.md:2: warning: "${typed}" in front matter is not read; is "${key}" meant?`,
    ]);
  });

  it.each(['tags', 'sources', 'titles', 'tile-size', 'search'])(
    'knows that "%s" is no key of ours',
    (key) => {
      expect(findings({ 'a.md': `---\n${key}: x\n---\nPlums.\n` })).toEqual([]);
    },
  );

  it('finds headings of several stop words that no phrasing leads to', () => {
    const text = '## About us\n\nWe.\n\n## Use\n\nIt.\n\n## From here to there\n\nFar.\n';
    expect(findings({ 'a.md': text, 'asked-as/here.md': '- who are the team\n' })).toMatchObject([
      expect.stringMatching(/^a\.md:1: warning: heading "About us" holds stop words alone/),
    ]);
  });

  it('leaves marks of direction in Hebrew and Arabic', () => {
    expect(findings({ 'a.md': '## Fruit\n\n\u05e4\u05e8\u05d9 (A)\u200f.\n' })).toEqual([]);
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

  it('finds front matter below other text, and no heading that is like it', () => {
    const files = {
      'a.md': '## A\n\na\n\n---\ntitle: late\n---\n\nb\n',
      'b.md': '## B\n\nb\n\nsource: below\n---\n\nc\n',
    };
    expect(findings(files)).toEqual([
      'a.md:6: warning: front matter must be the first thing in the file; here it is a heading',
    ]);
  });

  it('finds a list of phrasings that lists none', () => {
    expect(findings({ 'b.md': '## B\n\nb', 'asked-as/b.md': 'what is b\n' })).toEqual([
      'asked-as/b.md:1: warning: it lists no phrasing; write each behind a "- "',
    ]);
  });
});

describe('notes', () => {
  const files = {
    'a.md': '## Apples\n\nRed.\n\n## Pears\n',
    'b.md': 'Plums.\n',
    'asked-as/apples.md': '- which apples\n',
  };

  it('name each topic, where it stands and how many phrasings it has, among the faults', () => {
    expect(checkFolder(folderOf(files), true).map(describeProblem)).toEqual([
      'a.md:1: note: topic "apples", 1 phrasing',
      'a.md:5: note: topic "pears", 0 phrasings',
      'a.md:5: warning: section "Pears" has no text',
      'b.md:1: note: topic "b", 0 phrasings',
    ]);
  });

  it('are made only where they are asked for', () => {
    expect(findings(files)).toEqual(['a.md:5: warning: section "Pears" has no text']);
  });
});

describe('printed findings', () => {
  const problem = (severity: Problem['severity'], file = 'a.md'): Problem => ({
    file,
    line: 2,
    severity,
    message: `it is ${severity}\u200b`,
  });

  it('are lines', () => {
    expect(findingsText([problem('error'), problem('warning')])).toBe(
      'a.md:2: error: it is error\na.md:2: warning: it is warning\n',
    );
    expect(findingsText([])).toBe('');
  });

  it('are one line for what repeats in a file, unless all are asked for', () => {
    const link = (line: number, file = 'a.md'): Problem => ({
      ...{ file, line, severity: 'error' },
      message: `link to "x${line}.md": there is no file "x${line}.md"`,
    });
    const all = [link(1), problem('error'), link(2), link(3), link(4), link(9, 'b.md')];
    expect(findingsText(all).split('\n')).toEqual([
      'a.md:1: error: link to "x1.md": there is no file "x1.md" (and 3 more of this kind in the file)',
      'a.md:2: error: it is error',
      'b.md:9: error: link to "x9.md": there is no file "x9.md"',
      '',
    ]);
    expect(findingsText(all, true).split('\n')).toHaveLength(7);
    expect(findingsText(all.slice(0, 4)).split('\n')).toHaveLength(5);
  });

  it('are a document, without invisible characters', () => {
    expect(findingsJson([problem('warning', 'b\u202e.md'), problem('error'), problem('note')])).toEqual({
      errors: 1,
      warnings: 1,
      notes: 1,
      findings: [
        { file: 'b.md', line: 2, severity: 'warning', message: 'it is warning' },
        { file: 'a.md', line: 2, severity: 'error', message: 'it is error' },
        { file: 'a.md', line: 2, severity: 'note', message: 'it is note' },
      ],
    });
  });

  it.each([
    [0, 0, 0, '0 errors, 0 warnings'],
    [1, 1, 0, '1 error, 1 warning'],
    [2, 1, 1, '2 errors, 1 warning, 1 note'],
    [0, 0, 2, '0 errors, 0 warnings, 2 notes'],
  ])('are counted: %i, %i and %i', (errors, warnings, notes, text) => {
    const problems = [
      ...Array.from({ length: errors }, () => problem('error')),
      ...Array.from({ length: warnings }, () => problem('warning')),
      ...Array.from({ length: notes }, () => problem('note')),
    ];
    expect(findingsCount(problems)).toBe(text);
  });
});
