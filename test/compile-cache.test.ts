import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/rustpolicy.js', import.meta.url));
const ANSWER = ['ask', 'who fixes broken builds'];

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'rustpolicy-cache-'));

function answerWith(env: Readonly<Record<string, string>>, cwd?: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...ANSWER], {
    encoding: 'utf8',
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  return { stdout, stderr, status };
}

/** The files of a cache, in whatever folders Node keeps them. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** A cache as one run leaves it. */
function filledCache() {
  const folder = emptyFolder();
  const answer = answerWith({ XDG_CACHE_HOME: folder });
  return { folder, answer, files: filesIn(folder) };
}

const plain = answerWith({ NODE_DISABLE_COMPILE_CACHE: '1' });

it('is filled by a run, for its user alone, and the next answers from it alike', () => {
  const { folder, answer, files } = filledCache();
  expect(answer).toEqual(plain);
  expect(files.length).toBeGreaterThan(0);
  expect(readdirSync(folder)).toEqual(['rustpolicy']);
  expect(statSync(join(folder, 'rustpolicy')).mode & 0o077).toBe(0);
  expect(answerWith({ XDG_CACHE_HOME: folder })).toEqual(plain);
  expect(filesIn(folder)).toEqual(files);
});

it.each([
  ['empty', () => new Uint8Array()],
  ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
  ['all zeros', (bytes: Uint8Array) => new Uint8Array(bytes.length)],
  ['of another Node', (bytes: Uint8Array) => bytes.map((byte, at) => (at < 64 ? byte ^ 0xff : byte))],
])('does no harm with files that are %s', (_, broken) => {
  const { folder, files } = filledCache();
  for (const file of files) writeFileSync(file, broken(readFileSync(file)));
  expect(answerWith({ XDG_CACHE_HOME: folder })).toEqual(plain);
  expect(answerWith({ XDG_CACHE_HOME: folder })).toEqual(plain);
});

it('is left empty where Node is told to keep nothing', () => {
  const folder = emptyFolder();
  expect(answerWith({ XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(plain);
  expect(readdirSync(folder)).toEqual([]);
});

it('is done without where no home is known', () => {
  expect(answerWith({})).toEqual(plain);
});

it('is not kept in the folder that one works in, whatever the environment says', () => {
  const folder = emptyFolder();
  expect(answerWith({ XDG_CACHE_HOME: '.', HOME: '' }, folder)).toEqual(plain);
  expect(readdirSync(folder)).toEqual([]);
});

it('is not used where others may write to it', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'rustpolicy'));
  chmodSync(join(folder, 'rustpolicy'), 0o777);
  expect(answerWith({ XDG_CACHE_HOME: folder })).toEqual(plain);
  expect(filesIn(folder)).toEqual([]);
});
