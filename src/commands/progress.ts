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

/** How far a load has come, in one line of a terminal. */
interface ProgressLine {
  readonly show: OnProgress;
  readonly clear: () => Promise<void>;
}

/**
 * Shows how far a load has come that takes over half a second, on standard error where that is a terminal. The line
 * is erased in the end, also where the load fails: what is said of that then stands alone.
 */
export async function withProgress<T>(
  io: Pick<Io, 'error' | 'now'>,
  load: (show: ProgressLine['show']) => T | Promise<T>,
): Promise<T> {
  const progress = progressLine(io);
  try {
    return await load(progress.show);
  } finally {
    await progress.clear();
  }
}

function progressLine({ error, now }: Pick<Io, 'error' | 'now'>): ProgressLine {
  const start = now();
  let shown: number | undefined;
  let writing: Promise<void> = Promise.resolve();
  return {
    show: (done, total) => {
      if (!error.isTerminal || now() < (shown === undefined ? start + TIMES.silence : shown + TIMES.pause))
        return;
      shown = now();
      writing = error.write(`${ERASE_LINE}reading: ${done} of ${total} files`);
    },
    clear: async () => {
      await writing;
      if (shown !== undefined) await error.write(ERASE_LINE);
    },
  };
}
