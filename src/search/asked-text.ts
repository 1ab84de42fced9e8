import { InputError } from '../errors.ts';
import { withoutInvisible } from '../markdown/invisible.ts';

const LIMIT = Object.freeze({
  /** UTF-16 units: far beyond any question, and still ranked at once. */
  question: 100_000,
});

/** So many bytes are read to tell whether a question is too long: a UTF-16 unit takes at most three in UTF-8. */
export const MOST_BYTES = 3 * LIMIT.question;

/**
 * A question as it is looked up and echoed: in one line, without characters that show nothing or command a terminal,
 * and well-formed Unicode, so that it can stand in any output.
 *
 * @throws InputError when it is longer than any question.
 */
export function askedText(typed: string): string {
  if (typed.length > LIMIT.question) {
    throw new InputError(
      'the question is over 100,000 characters; ask in a sentence or two, or answer a mail with: rustpolicy mail --reply FILE',
    );
  }
  return withoutInvisible(typed).toWellFormed().replace(/\s+/g, ' ').trim();
}
