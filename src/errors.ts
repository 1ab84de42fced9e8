/**
 * Exit statuses of the command; 70 is EX_SOFTWARE of sysexits.h.
 *
 * @internal
 */
export const exitStatus = Object.freeze({ answered: 0, notAnswered: 1, wrongUse: 2, defect: 70 });

/**
 * The one expected error: bad input or broken data, as a folder that cannot be read or a question that is too long. Its
 * message is one line that says what is wrong, why, and what to give instead; the command shows it without a stack trace
 * and ends with status 2.
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

/**
 * The code by which the system says why it refuses: `ENOENT`; undefined where the error is another.
 *
 * @internal
 */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Why the system refuses a file or folder, in words.
 *
 * @param own words for codes that mean something else in what was tried.
 * @internal
 */
export function reasonOf(error: unknown, own: Readonly<Record<string, string>> = {}): string {
  const code = errorCode(error);
  if (code === undefined) return String(error);
  return own[code] ?? REFUSALS[code] ?? `the system says ${code}`;
}
