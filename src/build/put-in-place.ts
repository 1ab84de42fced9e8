import { rename, rm } from 'node:fs/promises';
import { errorCode } from '../errors.ts';

/**
 * Puts a folder in the place of another, or of none. Others may do the same meanwhile: what the last one puts stays, and
 * is whole.
 *
 * @param folder on the same disk as `place`; what was there is put beside it for a moment.
 * @throws Error when the system refuses it; what was there stays.
 */
export async function putInPlace(folder: string, place: string): Promise<void> {
  const old = `${folder}.old`;
  for (;;) {
    await renamed(place, old, 'ENOENT');
    try {
      // Not where another came in between, which file systems tell in two ways.
      if (await renamed(folder, place, 'ENOTEMPTY', 'EEXIST')) return;
    } catch (error) {
      await renamed(old, place, 'ENOENT');
      throw error;
    } finally {
      await rm(old, { recursive: true, force: true });
    }
  }
}

/** Whether a folder could be renamed; false where it could not for one of the reasons that are expected. */
async function renamed(from: string, to: string, ...expected: unknown[]): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (expected.includes(errorCode(error))) return false;
    throw error;
  }
}
