import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  createReadStream,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
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
      throw Object.assign(new Error(), { code: 'EISDIR' });
    }
    if (mode === 'overwrite' && isThere) {
      const target = realpathSync(path);
      await written(target, text, ownerOf(target));
    } else {
      hint = isThere ? 'add --force to overwrite it' : hint;
      if (isThere) throw Object.assign(new Error(), { code: 'EEXIST' });
      await written(path, text, undefined);
    }
  } catch (error) {
    throw new InputError(`cannot write "${path}": ${reason(error, 'its folder does not exist')}; ${hint}`);
  }
}

/** Of the file that is to be replaced. */
function ownerOf(path: string): Stats {
  const stat = lstatSync(path);
  if (!stat.isFile()) throw new InputError('it is not a file');
  // Opened for no more than to learn whether it may be written.
  closeSync(openSync(path, constants.O_WRONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK));
  return stat;
}

/**
 * Writes to a file beside, and gives it its name when it is whole. In one go, so that a signal comes before or after:
 * the handlers keep the system from ending us in between.
 */
async function written(path: string, text: string, replaced: Stats | undefined): Promise<void> {
  let endedBy: NodeJS.Signals | undefined;
  const onEnding = (signal: NodeJS.Signals) => {
    endedBy = signal;
  };
  for (const signal of ENDING) process.on(signal, onEnding);
  try {
    writeBeside(path, text, replaced);
  } finally {
    await new Promise(setImmediate);
    for (const signal of ENDING) process.off(signal, onEnding);
    if (endedBy !== undefined) process.kill(process.pid, endedBy);
  }
}

function writeBeside(path: string, text: string, replaced: Stats | undefined): void {
  const temporary = join(dirname(path), `.rustpolicy-${randomUUID()}`);
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: PRIVATE });
    if (replaced !== undefined) {
      keepOwner(temporary, replaced);
      renameSync(temporary, path);
    } else {
      nameNew(temporary, path);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** By a link, which unlike a rename takes nothing's place; by a rename where the disk knows no links. */
function nameNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
    renameSync(temporary, path);
  }
}

function keepOwner(path: string, { uid, gid, mode }: Stats): void {
  const own = lstatSync(path);
  try {
    if (own.uid !== uid || own.gid !== gid) chownSync(path, uid, gid);
  } catch {
    throw new InputError('it belongs to another user or group, which it would not keep');
  }
  chmodSync(path, mode & 0o7777);
}

function reason(error: unknown, missing = 'it does not exist'): string {
  if (error instanceof InputError) return error.message;
  return reasonOf(error, { ENOENT: missing, ENOTDIR: 'its folder is a file' });
}
