import { closeSync, fstatSync, readSync, writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import type { Output } from '../terminal/io.ts';

type Descriptor = 0 | 1 | 2;

/** Whether a descriptor may be a terminal: all of those are character devices, as is /dev/null. */
function isDevice(descriptor: Descriptor): boolean {
  return fstatSync(descriptor).isCharacterDevice();
}

export async function isTerminal(descriptor: Descriptor): Promise<boolean> {
  if (!isDevice(descriptor)) return false;
  // Only then: it brings in sockets, which take longer to load than an answer takes to find.
  const { isatty } = await import('node:tty');
  return isatty(descriptor);
}

/**
 * Closes the standard streams that are devices. As Node ends, it sets every terminal back to how it was at its start,
 * though it never changed it; but by then the program behind a pipe, less or fzf, has set it up for itself. Node leaves
 * alone what is closed.
 */
export function closeTerminals(): void {
  for (const descriptor of [0, 1, 2] as const) if (isDevice(descriptor)) closeSync(descriptor);
}

/**
 * One of the output streams. To look at `process.stdout` is to load what it needs: `stream` does so only when asked.
 *
 * @param onRefused called where a text cannot be written; without it, `write` rejects.
 */
export async function output(
  descriptor: 1 | 2,
  stream: () => WriteStream,
  onRefused?: () => void,
): Promise<Output> {
  const isOnTerminal = await isTerminal(descriptor);
  return {
    write: async (text) => {
      const written = write(descriptor, stream, text);
      await (onRefused === undefined ? written : written.catch(onRefused));
    },
    isTerminal: isOnTerminal,
    get columns() {
      return isOnTerminal ? stream().columns : undefined;
    },
  };
}

/** Writes all of a text; throws the system's error where that fails, EPIPE where its reader has gone. */
async function write(descriptor: 1 | 2, stream: () => WriteStream, text: string): Promise<void> {
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    // A full pipe that does not wait, as whoever else holds it has set it: a stream waits by itself.
    if (!isSystemError(error) || error.code !== 'EAGAIN') throw error;
    await writeToStream(stream(), rest);
  }
}

function writeToStream(stream: WriteStream, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // Errors come back through `write`; a listener keeps Node from throwing them a second time.
    stream.on('error', () => {});
    stream.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Standard input to its end, or a little more than `most` bytes of it, as it may have none. */
export async function readStandardInput(most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const isEnough = (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    return chunk.length === 0 || size > most;
  };
  try {
    const chunk = Buffer.allocUnsafe(65_536);
    while (!isEnough(Buffer.from(chunk.subarray(0, readSync(0, chunk)))));
  } catch (error) {
    // A pipe that does not wait: a stream waits by itself.
    if (!isSystemError(error) || error.code !== 'EAGAIN') throw error;
    for await (const chunk of process.stdin) if (isEnough(chunk)) break;
  }
  return Buffer.concat(chunks);
}

/** Whether an error is the system's, which refused a call. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
