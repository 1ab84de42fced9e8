import { closeSync, fstatSync, readSync, writeSync } from 'node:fs';
import { errorCode } from '../errors.ts';
import type { Output } from '../terminal/io.ts';

/** To look at one of them is to load what it needs: only when it is asked for. */
const STREAMS = { 1: () => process.stdout, 2: () => process.stderr };

/** Whether a descriptor may be a terminal: all of those are character devices, as is /dev/null. */
function isDevice(descriptor: number): boolean {
  return fstatSync(descriptor).isCharacterDevice();
}

export async function isTerminal(descriptor: 0 | 1 | 2): Promise<boolean> {
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
  for (const descriptor of [0, 1, 2]) if (isDevice(descriptor)) closeSync(descriptor);
}

/**
 * One of the output streams.
 *
 * @param onRefused called where a text cannot be written; without it, `write` rejects.
 */
export async function output(descriptor: 1 | 2, onRefused?: () => void): Promise<Output> {
  const isOnTerminal = await isTerminal(descriptor);
  return {
    write: (text) => write(descriptor, text).catch(onRefused),
    isTerminal: isOnTerminal,
    get columns() {
      return isOnTerminal ? STREAMS[descriptor]().columns : undefined;
    },
  };
}

/** Writes all of a text; throws the system's error where that fails, EPIPE where its reader has gone. */
async function write(descriptor: 1 | 2, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    // A full pipe that does not wait, as whoever else holds it has set it: a stream waits by itself.
    if (errorCode(error) !== 'EAGAIN') throw error;
    const stream = STREAMS[descriptor]();
    await new Promise<void>((resolve, reject) => {
      // Errors come back through `write`; a listener keeps Node from throwing them a second time.
      stream.on('error', () => {});
      stream.write(bytes.subarray(written), (error) => (error ? reject(error) : resolve()));
    });
  }
}

/** What standard input gives to its end, or a little more than `most` bytes of it, as it may have none. */
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
    // Standard input may be a pipe that does not wait: a stream waits by itself.
    if (errorCode(error) !== 'EAGAIN') throw error;
    for await (const chunk of process.stdin) if (isEnough(chunk)) break;
  }
  return Buffer.concat(chunks);
}
