import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { errorCode, InputError, reasonOf } from '../errors.ts';

/**
 * The bytes of a file, which may be a pipe or a device; reading stops once it has more than `most`.
 *
 * @throws InputError when it cannot be read.
 */
export async function readMessage(path: string, most: number): Promise<Buffer> {
  try {
    // Up to the byte behind, so that too much is seen.
    return await buffer(fs.createReadStream(path, { end: most }));
  } catch (error) {
    const hint = /^https?:/i.test(path)
      ? 'rustpolicy opens no connection: save the message, and name its file'
      : 'name a saved message, or - for standard input';
    throw new InputError(`cannot read "${path}": ${reasonOf(error, FOLDER_IS_FILE)}; ${hint}`);
  }
}

const FOLDER_IS_FILE = { ENOTDIR: 'its folder is a file' };

const ANOTHER = 'name another file with -o';

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
  const endBy = (signal: NodeJS.Signals) => process.kill(process.pid, signal);
  try {
    const isThere = fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isThere && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new InputError(`it is a folder; name a file in it: -o ${join(path, 'draft.eml')}`);
    if (isThere && mode === 'create')
      throw new InputError('it is there already; add --force to overwrite it');
    // In one go, so that a signal comes before or after: these keep the system from ending us in between.
    for (const signal of ENDING) process.once(signal, endBy);
    if (isThere) overwrite(fs.realpathSync(path), text);
    else writeBeside(path, text, giveName);
    // What came meanwhile is heard of now.
    await new Promise(setImmediate);
  } catch (error) {
    const words = { ENOENT: 'its folder does not exist', ...FOLDER_IS_FILE };
    const why = error instanceof InputError ? error.message : `${reasonOf(error, words)}; ${ANOTHER}`;
    throw new InputError(`cannot write "${path}": ${why}`);
  } finally {
    for (const signal of ENDING) process.off(signal, endBy);
  }
}

function overwrite(path: string, text: string): void {
  const old = fs.lstatSync(path);
  if (!old.isFile()) throw new InputError(`it is not a file; ${ANOTHER}`);
  const { O_WRONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
  // Opened for no more than to learn whether it may be written.
  fs.closeSync(fs.openSync(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK));
  writeBeside(path, text, (temporary) => {
    try {
      fs.chownSync(temporary, old.uid, old.gid);
    } catch {
      throw new InputError(`it belongs to another user or group, which it would not keep; ${ANOTHER}`);
    }
    fs.chmodSync(temporary, old.mode & 0o7777);
    fs.renameSync(temporary, path);
  });
}

function giveName(temporary: string, path: string): void {
  try {
    // Unlike a rename it takes nothing's place.
    fs.linkSync(temporary, path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    // Not every disk knows links.
    fs.renameSync(temporary, path);
  }
}

/** Writes to a file beside, private, which gets its name when it is whole. */
function writeBeside(path: string, text: string, name: (temporary: string, path: string) => void): void {
  const temporary = join(dirname(path), `.rustpolicy-${randomUUID()}`);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
    name(temporary, path);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** The address that git signs commits with; undefined where it has none, or there is no git. */
export async function gitAddress(): Promise<string | undefined> {
  // Only here, as a draft needs no program.
  const { spawnSync } = await import('node:child_process');
  // It answers in a few milliseconds.
  const { status, stdout } = spawnSync('git', ['config', '--get', 'user.email'], { timeout: 2_000 });
  return status === 0 ? stdout.toString().trim() : undefined;
}
