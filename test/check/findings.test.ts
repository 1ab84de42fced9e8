import { describe, expect, it } from 'vitest';
import { checkFolder, findingsCount, findingsJson, findingsText, inShort } from '../../src/check/findings.ts';
import { describeProblem, type Problem, problemAt } from '../../src/policy/policy.ts';
import { findings, folderOf } from './checked.ts';

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

  it('finds front matter below other text, and no heading that is like it', () => {
    const files = {
      'a.md': '## A\n\na\n\n---\ntitle: late\n---\n\nb\n',
      'b.md': '## B\n\nb\n\nsource: below\n---\n\nc\n',
      'c.md': '## C\n\nc\n\n---\ntitle: late\n---\n\n## D\n\nd\n',
    };
    expect(findings(files)).toEqual([
      'a.md:6: warning: front matter must be the first thing in the file; here it is a heading',
      'c.md:6: warning: section "title: late" has no text',
      'c.md:6: warning: front matter must be the first thing in the file; here it is a heading',
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
  const problem = (severity: Problem['severity'], file = 'a.md') =>
    problemAt({ file, line: 2 }, severity, `it is ${severity}\u200b`);

  it('are lines', () => {
    expect(findingsText([problem('error'), problem('warning')])).toBe(
      'a.md:2: error: it is error\na.md:2: warning: it is warning\n',
    );
    expect(findingsText([])).toBe('');
  });

  const link = (line: number, file: string, to = `x${line}.md`): Problem => ({
    ...{ file, line, severity: 'error' },
    message: `link to "${to}": there is no file "${to.replace(/^.*\//, '')}"`,
  });

  it('are one line for what is of a kind in a file', () => {
    const all = [link(1, 'a.md'), problem('error'), link(3, 'a.md'), link(9, 'b.md')];
    expect(findingsText(inShort(all)).split('\n')).toEqual([
      'a.md:1: error: link to "x1.md": there is no file "x1.md" (and 1 more like it: line 3)',
      'a.md:2: error: it is error',
      'b.md:9: error: link to "x9.md": there is no file "x9.md"',
      '',
    ]);
  });

  it('are one line for what is dead in many files, by whatever path', () => {
    const files = ['a.md', 'b/a.md', 'b/b.md', 'b/c.md'];
    const all = files.flatMap((file) => [
      link(1, file),
      link(2, file, file.startsWith('b/') ? '../gone.md' : 'gone.md'),
    ]);
    const [, gone] = findingsText(inShort([...all, link(9, 'd.md', './gone.md')])).split('\n');
    expect(gone).toBe(
      'a.md:2: error: link to "gone.md": there is no file "gone.md" (and 4 more like it: b/a.md:2, b/b.md:2, b/c.md:2, ...)',
    );
  });

  it('stay apart by file where only two hold the same', () => {
    const all = ['a.md', 'b.md'].flatMap((file) => [link(1, file), link(2, file)]);
    expect(findingsText(inShort(all)).match(/^\w.md:1: .*\(and 1 more like it: line 2\)$/gm)).toHaveLength(2);
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
