import { withoutInvisible } from '../markdown/invisible.ts';
import { describeProblem, type Problem } from '../policy/problem.ts';

const SEVERITIES = ['error', 'warning', 'note'] as const;

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
  const [errors, warnings, notes] = SEVERITIES.map((severity) => count(problems, severity));
  return { errors, warnings, notes, findings };
}

/** "2 errors, 1 warning", and notes where there are any. */
export function findingsCount(problems: readonly Problem[]): string {
  return SEVERITIES.map((severity) => ({ severity, number: count(problems, severity) }))
    .filter(({ severity, number }) => severity !== 'note' || number > 0)
    .map(({ severity, number }) => `${number} ${severity}${number === 1 ? '' : 's'}`)
    .join(', ');
}

function count(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}
