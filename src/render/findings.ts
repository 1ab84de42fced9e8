import { withoutInvisible } from '../markdown/invisible.ts';
import { describeProblem, type Problem } from '../policy/problem.ts';

/** A line for each finding, `file:line: error: message`. */
export function findingsText(problems: readonly Problem[]): string {
  return problems.map((problem) => `${describeProblem(problem)}\n`).join('');
}

/** The document that `check` prints. */
export function findingsJson(problems: readonly Problem[]) {
  const findings = problems.map(({ file, message, ...rest }) => ({
    file: withoutInvisible(file),
    ...rest,
    message: withoutInvisible(message),
  }));
  return { errors: count(problems, 'error'), warnings: count(problems, 'warning'), findings };
}

/** "2 errors, 1 warning" */
export function findingsCount(problems: readonly Problem[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => ({ severity, number: count(problems, severity) }))
    .map(({ severity, number }) => `${number} ${severity}${number === 1 ? '' : 's'}`)
    .join(', ');
}

function count(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}
