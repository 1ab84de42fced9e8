import { describe, expect, it } from 'vitest';
import { describeProblem, errorAt, revisionLine } from '../../src/policy/policy.ts';

describe('problem', () => {
  it('describes a problem in a line as compilers do', () => {
    expect(describeProblem({ file: 'a.md', line: 3, severity: 'warning', message: 'it is odd' })).toBe(
      'a.md:3: warning: it is odd',
    );
  });

  it('keeps to one line without controls, whatever a file is called', () => {
    expect(describeProblem(errorAt({ path: 'a\n\nb\u001b[2J.md' }, 1, 'x\ty'))).toBe(
      'a b[2J.md:1: error: x y',
    );
  });
});

describe('revision', () => {
  it.each([
    [{ title: 'P' }, 'P'],
    [{ title: 'P', revision: '12ab' }, 'P, revision 12ab'],
    [{ title: 'P', updated: '2025-04-02' }, 'P, 2025-04-02'],
    [{ title: 'P', revision: '12ab', updated: '2025-04-02' }, 'P, revision 12ab, 2025-04-02'],
  ])('of %j is "%s"', (page, line) => {
    expect(revisionLine(page)).toBe(line);
  });
});
