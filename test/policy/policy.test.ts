import { describe, expect, it } from 'vitest';
import { cited, describeProblem, problemAt, revisionLine } from '../../src/policy/policy.ts';
import { section } from '../section.ts';

describe('a problem', () => {
  it('is described in a line as compilers do', () => {
    expect(describeProblem({ file: 'a.md', line: 3, severity: 'warning', message: 'it is odd' })).toBe(
      'a.md:3: warning: it is odd',
    );
  });

  it('keeps to one line without controls, whatever its file is called', () => {
    expect(describeProblem(problemAt({ file: 'a\n\nb\u001b[2J.md', line: 1 }, 'error', 'x\ty'))).toBe(
      'a b[2J.md:1: error: x y',
    );
  });
});

describe('the revision', () => {
  it.each([
    [{ title: 'P' }, 'P'],
    [{ title: 'P', revision: '12ab' }, 'P, revision 12ab'],
    [{ title: 'P', updated: '2025-04-02' }, 'P, 2025-04-02'],
    [{ title: 'P', revision: '12ab', updated: '2025-04-02' }, 'P, revision 12ab, 2025-04-02'],
  ])('of %j is "%s"', (page, line) => {
    expect(revisionLine(page)).toBe(line);
  });
});

describe('where a section stands', () => {
  it('is said in a line, whatever its file is named', () => {
    const place = { file: 'a\n---\tb.md', line: 3 };
    expect(cited({ title: 'P', folder: 'docs' }, { ...section(1, 'A', ''), place }).path).toBe(
      'docs/a --- b.md:3',
    );
  });
});

describe('the URL of a section', () => {
  const sectionUrl = (...about: Parameters<typeof cited>) => cited(...about).url;
  const source = 'https://example.org/p';

  it('is that of its own page, else of the policy', () => {
    expect(sectionUrl({ title: 'P', source }, section(1, 'A', ''))).toBe(`${source}#n1`);
    const own = { ...section(1, 'A', ''), source: 'https://example.org/own' };
    expect(sectionUrl({ title: 'P', source }, own)).toBe('https://example.org/own#n1');
    expect(sectionUrl({ title: 'P' }, section(1, 'A', ''))).toBeUndefined();
  });

  it.each([
    ['MyId', 'MyId'],
    ['größe', 'größe'],
    ['C++', 'C++'],
    ['a>b"c', 'a%3Eb%22c'],
    ['c#', 'c%23'],
  ])('holds the anchor %s as %s', (anchor, fragment) => {
    expect(sectionUrl({ title: 'P', source }, { ...section(1, 'A', ''), anchor })).toBe(
      `${source}#${fragment}`,
    );
  });
});
