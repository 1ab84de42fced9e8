import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageFolders } from '../../src/build/licences.ts';
import { sourcesHash } from '../../src/build/sources-hash.ts';

const ROOT = new URL('../../', import.meta.url);
const dist = (name: string) => fileURLToPath(new URL(`dist/${name}`, ROOT));
const metafile: { outputs: Record<string, { inputs: object }> } = JSON.parse(
  readFileSync(dist('metafile.json'), 'utf8'),
);

/** The files of dist/ that a run of the built program loads as code. */
function loadedBy(args: readonly string[]): string[] {
  const reporter = fileURLToPath(new URL('loaded-files.cjs', import.meta.url));
  const bin = fileURLToPath(new URL('bin/rustpolicy.js', ROOT));
  const { output } = spawnSync(process.execPath, ['--require', reporter, bin, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
  return JSON.parse(output[3] ?? '');
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
    [['--help'], ['commander', ...CORE]],
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
    [8, ['complete', '--', 'show', 'br']],
    [52, ['list']],
    [52, ['--version']],
    [52, QUESTION],
  ])('%i kB for rustpolicy %j', (most, args) => {
    const loaded = kilobytes(loadedBy(args));
    expect(loaded).toBeGreaterThan(0);
    expect(loaded).toBeLessThan(most);
  });
});

it('is built of the sources as they are', () => {
  expect(readFileSync(dist('sources.sha256'), 'utf8')).toBe(`${sourcesHash(fileURLToPath(ROOT))}\n`);
});
