import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, InputError, reasonOf } from '../errors.ts';

/**
 * The bytes of a file, which may be a pipe or a device; reading stops once it has more than `most`.
 *
 * @throws InputError when it cannot be read.
 */
export async function readMessageFile(path: string, most: number): Promise<Uint8Array> {
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of createReadStream(path)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) break;
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const hint = /^https?:/i.test(path)
      ? 'rustpolicy opens no connection: save the message, and name its file'
      : 'name a saved message, or - for standard input';
    throw new InputError(`cannot read "${path}": ${reason(error)}; ${hint}`);
  }
}

/** Writes a whole file or nothing; see the two below. */
export function writeDraft(path: string, text: string, mode: 'create' | 'overwrite'): Promise<void> {
  return mode === 'create' ? createFile(path, text) : overwriteFile(path, text);
}

/**
 * Writes a file that was not there; nothing is left of it where that fails.
 *
 * @throws InputError when it is there, be it as a link to nothing, or cannot be written.
 */
async function createFile(path: string, text: string): Promise<void> {
  try {
    // `wx` neither opens what is there nor follows a link.
    await writeWhole(path, text, 0o666);
  } catch (error) {
    const isThere = errorCode(error) === 'EEXIST';
    const hint = isThere ? 'add --force to overwrite it' : 'name another file with -o';
    throw new InputError(`cannot write "${path}": ${reason(error)}; ${hint}`);
  }
}

/**
 * Writes a file in the place of one that may be there, all at once: a reader finds the old text or the new.
 *
 * @throws InputError when what is there is no file, or it cannot be written.
 */
async function overwriteFile(path: string, text: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined) return createFile(path, text);
  try {
    const target = await realpath(path);
    const { mode, isFile } = await statOf(target);
    if (!isFile) throw new InputError(`cannot write "${path}": it is not a file; name another with -o`);
    const temporary = join(dirname(target), `.rustpolicy-${randomUUID()}`);
    await writeWhole(temporary, text, mode);
    await rename(temporary, target).catch(async (error: unknown) => {
      await rm(temporary, { force: true });
      throw error;
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot write "${path}": ${reason(error)}; name another file with -o`);
  }
}

async function statOf(path: string): Promise<{ mode: number; isFile: boolean }> {
  const stat = await lstat(path);
  return { mode: stat.mode & 0o777, isFile: stat.isFile() };
}

async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    await rm(path, { force: true });
    throw error;
  }
}

function reason(error: unknown): string {
  return reasonOf(error, { ENOENT: 'it, or its folder, does not exist', ENOTDIR: 'its folder is a file' });
}
