import { withoutInvisible } from '../markdown/invisible.ts';

/**
 * What is wrong with a folder: an error keeps a file, or a part of it, out of the policy, or misleads whoever asks;
 * with a warning all is read, but answers may be worse for it; a note needs nothing done.
 */
export interface Problem {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
}

/** `file:line: error: message`, as compilers print it, in one line that is safe to show. */
export function describeProblem({ file, line, severity, message }: Problem): string {
  return withoutInvisible(`${file}:${line}: ${severity}: ${message}`.replace(/\s+/g, ' '));
}

/** What a file, or a part of it, gives, and what is wrong with it. */
export interface Given<T> {
  readonly given: T;
  readonly problems: readonly Problem[];
}

/** An error at a line, from 1, of a file. */
export function errorAt({ path }: { readonly path: string }, line: number, message: string): Problem {
  return { file: path, line, severity: 'error', message };
}
