import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, InputError, reasonOf } from '../errors.ts';
import { readDescriptor } from './streams.ts';

/**
 * The bytes of a file, which may be a pipe or a device; reading stops once it has more than `most`.
 *
 * @throws InputError when it cannot be read.
 */
export async function readMessage(path: string, most: number): Promise<Buffer> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    return await readDescriptor(descriptor, most);
  } catch (error) {
    const hint = /^https?:/i.test(path)
      ? 'rustpolicy opens no connection: save the message, and name its file'
      : 'name a saved message, or - for standard input';
    throw new InputError(`cannot read "${path}": ${reason(error)}; ${hint}`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const PRIVATE = 0o600;

/** Signals that may end a run while it writes. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a whole file or nothing: a reader finds what was there before, or all of the text. A new file is its user's
 * alone; what is overwritten keeps its mode, owner and group.
 *
 * @throws InputError when a file is there and not to be overwritten, be it a link to nothing; when what is there is no
 * file, may not be written, or would change hands; or when the system refuses.
 */
export async function writeDraft(path: string, text: string, mode: 'create' | 'overwrite'): Promise<void> {
  let hint = 'name another file with -o';
  try {
    const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isThere && statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      hint = `name a file in it: -o ${join(path, 'draft.eml')}`;
      throw new InputError('it is a folder');
    }
    if (isThere && mode === 'create') {
      hint = 'add --force to overwrite it';
      throw new InputError('it is there already');
    }
    // In one go, so that a signal comes before or after: these keep the system from ending us in between.
    for (const signal of ENDING) process.once(signal, endBy);
    if (isThere) overwrite(realpathSync(path), text);
    else create(path, text);
    // What came meanwhile is heard of now.
    await new Promise(setImmediate);
  } catch (error) {
    throw new InputError(`cannot write "${path}": ${reason(error, 'its folder does not exist')}; ${hint}`);
  } finally {
    for (const signal of ENDING) process.off(signal, endBy);
  }
}

function endBy(signal: NodeJS.Signals): void {
  process.kill(process.pid, signal);
}

function overwrite(path: string, text: string): void {
  const old = lstatSync(path);
  if (!old.isFile()) throw new InputError('it is not a file');
  // Opened for no more than to learn whether it may be written.
  closeSync(openSync(path, constants.O_WRONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK));
  writeBeside(path, text, (temporary) => {
    try {
      chownSync(temporary, old.uid, old.gid);
    } catch {
      throw new InputError('it belongs to another user or group, which it would not keep');
    }
    chmodSync(temporary, old.mode & 0o7777);
    renameSync(temporary, path);
  });
}

function create(path: string, text: string): void {
  writeBeside(path, text, (temporary) => {
    try {
      // Unlike a rename it takes nothing's place.
      linkSync(temporary, path);
    } catch (error) {
      // Not every disk knows links.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
      renameSync(temporary, path);
    }
  });
}

/** Writes to a file beside, which is given its name when it is whole. */
function writeBeside(path: string, text: string, name: (temporary: string) => void): void {
  const temporary = join(dirname(path), `.rustpolicy-${randomUUID()}`);
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: PRIVATE });
    name(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function reason(error: unknown, missing = 'it does not exist'): string {
  if (error instanceof InputError) return error.message;
  return reasonOf(error, { ENOENT: missing, ENOTDIR: 'its folder is a file' });
}

/** Milliseconds that git may take; it answers in a few. */
const PATIENCE = 2_000;

/** The address that git signs commits with; undefined where it has none, or there is no git. */
export async function gitAddress(): Promise<string | undefined> {
  // Only here, as a draft needs no program.
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => {
    execFile('git', ['config', '--get', 'user.email'], { timeout: PATIENCE }, (error, address) => {
      resolve(error === null ? address.trim() : undefined);
    });
  });
}
