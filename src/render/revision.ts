import type { Page } from '../policy/policy.ts';

/** The page and its revision with the date, as far as they are known: `Rust kernel policy, revision …, 2025-04-02`. */
export function revisionLine({ title, revision, updated }: Page): string {
  return [title, revision === undefined ? undefined : `revision ${revision}`, updated]
    .filter((part) => part !== undefined)
    .join(', ');
}
