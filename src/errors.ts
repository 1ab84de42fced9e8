/** Exit statuses of the command; 70 is EX_SOFTWARE of sysexits.h. */
export const exitStatus = Object.freeze({ answered: 0, notAnswered: 1, wrongUse: 2, defect: 70 });

/**
 * The one expected error: bad input or broken data. Its message is one line that says what is wrong with the
 * input, why, and what to type instead; it is shown without a stack trace and ends the command with status 2.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EEXIST: 'it is there already',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'permission is denied',
  ELOOP: 'its links lead in a circle',
  ENXIO: 'it is not a regular file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** The code by which the system says why it refuses: `ENOENT`; undefined where the error is another. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Why the system refuses a file or folder, in words.
 *
 * @param own words for codes that mean something else in what was tried.
 */
export function reasonOf(error: unknown, own: Readonly<Record<string, string>> = {}): string {
  const code = errorCode(error);
  if (code === undefined) return String(error);
  return own[code] ?? REFUSALS[code] ?? `the system says ${code}`;
}
