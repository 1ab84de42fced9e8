import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageFolders } from '../../src/build/package-files.ts';
import { preparedFiles } from '../../src/build/prepare-data.ts';
import { runOf } from './loaded-files.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const dist = (name: string) => join(ROOT, 'dist', name);
const metafile: { outputs: Record<string, { inputs: object }> } = JSON.parse(
  readFileSync(dist('metafile.json'), 'utf8'),
);

/** The files of dist/ that a run of the built program loads as code. */
function loadedBy(args: readonly string[]): string[] {
  return runOf(ROOT, args).loaded.map(({ file }) => file);
}

function packagesIn(files: readonly string[]): string[] {
  const inputs = files.flatMap((file) => Object.keys(metafile.outputs[`dist/${file}`]?.inputs ?? {}));
  return packageFolders(inputs).map((folder) => folder.replace('node_modules/', ''));
}

const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(dist(file)).size, 0) / 1000;

const CORE = ['stemmer'];
const QUESTION = ['ask', 'who', 'fixes', 'broken', 'builds'];

describe('a run loads no package but those it needs', () => {
  it.each([
    [['complete', '--', 'show', 'br'], []],
    [['--version'], CORE],
    [['--help'], ['commander', 'fast-string-truncated-width', 'fast-string-width', ...CORE]],
    [['list'], CORE],
    [QUESTION, CORE],
    [
      ['ask', 'who', 'fixes', 'brokne', 'builds'],
      [...CORE, 'fuse.js'],
    ],
    [[...QUESTION, '--format', 'mail'], CORE],
    [['show', 'broken-builds'], CORE],
    [
      [...QUESTION, '--format', 'terminal', '--color', 'always', '--no-pager'],
      ['ansi-regex', 'chalk', ...CORE, 'marked-terminal'],
    ],
  ])('rustpolicy %j', (args, packages) => {
    expect(packagesIn(loadedBy(args))).toEqual([...packages].sort());
  });
});

describe('a run loads no more code than', () => {
  it.each([
    [20, ['complete', '--', 'show', 'br']],
    [65, ['list']],
    [65, ['--version']],
    [65, QUESTION],
  ])('%i kB for rustpolicy %j', (most, args) => {
    const loaded = kilobytes(loadedBy(args));
    expect(loaded).toBeGreaterThan(0);
    expect(loaded).toBeLessThan(most);
  });
});

it('has no file of code over 170 kB: of packages only what is used is bundled', () => {
  const files = readdirSync(dist('')).filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((name) => kilobytes([name]) > 170)).toEqual([]);
});

it('is built behind the last change of its sources', () => {
  const sources = ['src', 'data'].flatMap((name) =>
    readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(ROOT, name, path),
    ),
  );
  const built = statSync(dist('main.js')).mtimeMs;
  expect(sources.filter((path) => statSync(path).mtimeMs > built)).toEqual([]);
});

it('is built whole below folders that are named as packages are', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-build-'));
  const clone = join(folder, 'commander/chalk');
  for (const name of ['src', 'bin', 'data', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(clone, name), { recursive: true, filter: isQuick });
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  await promisify(execFile)('npm', ['run', 'build'], { cwd: clone });
  expect(namesIn(join(clone, 'dist'))).toEqual(namesIn(dist('')));
  expect(runOf(clone, QUESTION)).toMatchObject({ stdout: runOf(ROOT, QUESTION).stdout, stderr: '' });
  expect(readdirSync(clone).filter((name) => name.startsWith('.'))).toEqual([]);
  for (const [name, content] of Object.entries(await preparedFiles(join(clone, 'data'))))
    expect(Buffer.from(content).equals(readFileSync(join(clone, 'dist', name))), name).toBe(true);
  rmSync(folder, { recursive: true });
});

/** The names in a `dist/`, without the hashes in them. */
function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => name.replace(/-[A-Z0-9]{8}\./, '.'))
    .sort();
}

/** Whether a file leaves a build quick: of all phrasings, only those of one topic do. */
function isQuick(path: string): boolean {
  return !/\/data\/(asked-as|elsewhere)\/./.test(path) || path.includes('/asked-as/broken-builds');
}
