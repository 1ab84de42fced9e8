import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runOf } from './loaded-files.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ANSWER = ['ask', 'who', 'fixes', 'broken', 'builds'];
/** A folder of Markdown, a small one. */
const FOLDER = join(ROOT, 'test/render/constructs');
const ON_TERMINAL = ['--format', 'terminal', '--color', 'always'];

const untouched = runOf(ROOT, ANSWER);

/** What can be seen of a run from outside. */
function seen({ stdout, stderr, status }: ReturnType<typeof runOf>) {
  return { stdout, stderr, status };
}

/** A copy of the built program, to be broken. */
let copy: string;
const compiled = () => readdirSync(join(copy, 'dist/compiled'), { encoding: 'utf8' });
const inCompiled = (name: string) => join(copy, 'dist/compiled', name);

function copied(): void {
  copy = mkdtempSync(join(tmpdir(), 'rustpolicy-code-'));
  for (const folder of ['bin', 'dist']) cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
}

describe('what V8 made of the code', () => {
  it.each([
    [ANSWER],
    [[...ANSWER, ...ON_TERMINAL]],
    [['list']],
    [['show', '4']],
    [['--version']],
    [['mail', 'who', 'fixes', 'broken', 'builds']],
    [['complete', '--', 'show', 'br']],
  ])('is there, and V8 takes it, for all that is loaded by %j', (args) => {
    const { loaded } = runOf(ROOT, args);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter(({ isOpened, isTaken }) => !isOpened || !isTaken)).toEqual([]);
  });
});

describe('what V8 made of the code, in another place or broken,', () => {
  beforeEach(copied);
  afterEach(() => rmSync(copy, { recursive: true }));

  it.each([
    ['version', process.version, 'v20.0.0'],
    ['processor', process.arch, 'mips'],
  ])('is not opened where it is of another %s', (_, ours, other) => {
    for (const name of compiled()) renameSync(inCompiled(name), inCompiled(name.replace(ours, other)));
    const run = runOf(copy, ANSWER);
    expect(run.loaded.some(({ isOpened }) => isOpened)).toBe(false);
    expect(seen(run)).toEqual(seen(untouched));
  });

  it('is not opened for code of which one byte is another', () => {
    const main = join(copy, 'dist/main.js');
    const code = readFileSync(main, 'utf8');
    const at = code.indexOf('revision ') + 1;
    writeFileSync(main, `${code.slice(0, at)}E${code.slice(at + 1)}`);
    const run = runOf(copy, ['--version']);
    expect(run.loaded).toEqual([{ file: 'main.js', isOpened: false, isTaken: false }]);
    expect(run.stdout).toContain('rEvision');
  });

  it.each([
    ['empty', () => new Uint8Array()],
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ['all zeros', (bytes: Uint8Array) => new Uint8Array(bytes.length)],
    ['of another V8', (bytes: Uint8Array) => bytes.map((byte, at) => (at < 16 ? byte ^ 0xff : byte))],
  ])('does no harm where it is %s', (_, broken) => {
    for (const name of compiled()) writeFileSync(inCompiled(name), broken(readFileSync(inCompiled(name))));
    const run = runOf(copy, ANSWER);
    expect(run.loaded.map(({ isOpened, isTaken }) => [isOpened, isTaken])).toContainEqual([true, false]);
    expect(run.loaded.some(({ isTaken }) => isTaken)).toBe(false);
    expect(seen(run)).toEqual(seen(untouched));
  });

  it('is done without where it is missing', () => {
    rmSync(join(copy, 'dist/compiled'), { recursive: true });
    expect(seen(runOf(copy, ANSWER))).toEqual(seen(untouched));
  });

  it('tells of a defect by names that are the same everywhere', () => {
    writeFileSync(join(copy, 'dist/search.bin'), '');
    const { stderr, status } = runOf(copy, ANSWER);
    expect(status).toBe(70);
    expect(stderr).toMatch(/^ +at .*\brustpolicy\/main\.js:\d+:\d+/m);
    expect(stderr).not.toContain(ROOT);
  });
});

it('is built without a path of the machine that built it', () => {
  const files = filesBelow(join(ROOT, 'dist'));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => readFileSync(file).includes(ROOT.slice(0, -1)))).toEqual([]);
});

describe('nothing is written, made or removed', () => {
  let home: string;
  beforeAll(() => {
    copied();
    home = join(copy, 'home');
    mkdirSync(home);
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it.each([
    [['ask', 'who fixes broken builds']],
    [['ask', 'who fixes broken builds', ...ON_TERMINAL]],
    [['ask', 'who fixes brokne builds', '--format', 'json']],
    [['ask', 'best carbonara recipe', '--why']],
    [['list']],
    [['show', '4', '--format', 'mail']],
    [['show', '1', '--data', FOLDER]],
    [['mail', '--topic', '4']],
    [['check', FOLDER]],
    [['completion', 'bash']],
    [['complete', '--', 'show', '--data', FOLDER, '']],
    [['--help']],
    [['nosuch']],
  ])('by %j', (args) => {
    const before = states(copy);
    const preload = ['--require', fileURLToPath(new URL('no-writing.cjs', import.meta.url))];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [...preload, join(copy, 'bin/rustpolicy.js'), ...args],
      {
        encoding: 'utf8',
        cwd: home,
        env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home, XDG_CACHE_HOME: join(home, 'cache') },
      },
    );
    expect([0, 1, 2]).toContain(status);
    expect(stdout + stderr).not.toContain('WRITING');
    expect(states(copy)).toEqual(before);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => statSync(path).isFile());
}

/** All that a folder holds, and when each was last changed. */
function states(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (name) => `${name} ${statSync(join(folder, name)).mtimeMs}`,
  );
}
