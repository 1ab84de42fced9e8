/** Exit statuses of the command; 70 is EX_SOFTWARE of sysexits.h. */
export const exitStatus = Object.freeze({ answered: 0, notAnswered: 1, wrongUse: 2, defect: 70 });

/**
 * The one expected error: bad input or broken data. Its message is one line that says what is wrong with the
 * input, why, and what to type instead; it is shown without a stack trace and ends the command with status 2.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}
