import { expect, it } from 'vitest';
import type { Problem } from '../../src/policy/problem.ts';
import { findingsCount, findingsJson, findingsText } from '../../src/render/findings.ts';

const problem = (severity: Problem['severity'], file = 'a.md'): Problem => ({
  file,
  line: 2,
  severity,
  message: `it is ${severity}\u200b`,
});

it('gives findings as lines', () => {
  expect(findingsText([problem('error'), problem('warning')])).toBe(
    'a.md:2: error: it is error\na.md:2: warning: it is warning\n',
  );
  expect(findingsText([])).toBe('');
});

it('gives findings as a document, without what shows nothing', () => {
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
])('counts %i, %i and %i', (errors, warnings, notes, text) => {
  const problems = [
    ...Array.from({ length: errors }, () => problem('error')),
    ...Array.from({ length: warnings }, () => problem('warning')),
    ...Array.from({ length: notes }, () => problem('note')),
  ];
  expect(findingsCount(problems)).toBe(text);
});
