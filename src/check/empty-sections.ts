import { withoutComments } from '../markdown/comments.ts';
import type { Loaded } from '../policy/load.ts';
import type { Problem } from '../policy/problem.ts';
import { warningsAt } from './places.ts';

/** Sections that say nothing: they are found by their heading and then answer nothing. */
export function emptySections({ policy, places }: Loaded): Problem[] {
  return policy.sections.flatMap(({ heading, body }, at) =>
    withoutComments(body).trim() === ''
      ? warningsAt(places.sections[at], `section "${heading}" has no text`)
      : [],
  );
}
