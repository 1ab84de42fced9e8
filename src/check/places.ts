import type { Place } from '../policy/place.ts';
import type { Problem } from '../policy/problem.ts';

/** An error where the place is known. */
export function errorsAt(place: Place | undefined, message: string): Problem[] {
  return place === undefined ? [] : [{ file: place.file, line: place.line, severity: 'error', message }];
}

/** A warning where the place is known. */
export function warningsAt(place: Place | undefined, message: string): Problem[] {
  return errorsAt(place, message).map((problem) => ({ ...problem, severity: 'warning' }));
}

/** A note where the place is known. */
export function notesAt(place: Place | undefined, message: string): Problem[] {
  return errorsAt(place, message).map((problem) => ({ ...problem, severity: 'note' }));
}
