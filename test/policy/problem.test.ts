import { expect, it } from 'vitest';
import { describeProblem, errorAt } from '../../src/policy/problem.ts';

it('describes a problem in a line as compilers do', () => {
  expect(describeProblem({ file: 'a.md', line: 3, severity: 'warning', message: 'it is odd' })).toBe(
    'a.md:3: warning: it is odd',
  );
});

it('keeps to one line without controls, whatever a file is called', () => {
  expect(describeProblem(errorAt({ path: 'a\n\nb\u001b[2J.md' }, 1, 'x\ty'))).toBe('a b[2J.md:1: error: x y');
});
