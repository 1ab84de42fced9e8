import type { OnProgress } from '../policy/folder.ts';
import type { Io } from '../terminal/io.ts';

const TIMES = Object.freeze({
  /** Milliseconds before anything is shown; what is shorter needs no news. */
  silence: 500,
  /** Milliseconds between two states, so that a terminal far away keeps up. */
  pause: 100,
});

/** Erases the line that the cursor is in, as every terminal since the VT100 does (ECMA-48, EL). */
const ERASE_LINE = '\r\u001B[K';

/**
 * Shows how far a load has come that takes over half a second, on standard error where that is a terminal. The line
 * is erased in the end, also where the load fails: what is said of that then stands alone.
 */
export async function withProgress<T>(
  { error, now }: Pick<Io, 'error' | 'now'>,
  load: (show: OnProgress) => T | Promise<T>,
): Promise<T> {
  let next = now() + TIMES.silence;
  let writing: Promise<void> | undefined;
  try {
    return await load((done, total) => {
      if (!error.isTerminal || now() < next) return;
      next = now() + TIMES.pause;
      writing = error.write(`${ERASE_LINE}reading: ${done} of ${total} files`);
    });
  } finally {
    await writing;
    if (writing !== undefined) await error.write(ERASE_LINE);
  }
}
