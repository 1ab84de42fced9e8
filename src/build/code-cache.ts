import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';

const QUESTION = ['who', 'fixes', 'broken', 'builds'];
const ON_TERMINAL = ['--format', 'terminal', '--color', 'always'];

/** Command lines that people type most: V8 compiles what these runs call. More would be larger, and so slower for each of them. */
const COMMAND_LINES = [
  ['ask', ...QUESTION],
  ['ask', ...QUESTION, ...ON_TERMINAL],
  ['ask', 'who', 'fixes', 'brokne', 'builds'],
  ['list'],
  ['list', ...ON_TERMINAL],
  ['show', '4'],
  ['show', '4', ...ON_TERMINAL],
  ['mail', ...QUESTION],
  ['--version'],
  ['complete', '--', 'show', 'br'],
];

/**
 * Runs the program in `root`, which has `bin/` and `dist/`, and keeps in `dist/compiled/` what V8 made of its code, for
 * the version of Node that is at the path `node`. Run after run, each with what the one before it left.
 *
 * @throws Error when a run fails.
 */
export async function writeCodeCache(root: string, node: string): Promise<void> {
  const compiled = join(root, 'dist/compiled');
  await mkdir(compiled, { recursive: true });
  const recorder = join(compiled, 'recorder.cjs');
  const source = await readFile(new URL('compiled-code-recorder.cts', import.meta.url), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'cjs', platform: 'node' });
  await writeFile(recorder, code);
  // The same bytes from the same code: V8 looks at other flags, but not at this one, before it takes what was kept.
  const flags = ['--random-seed=1', '--require', recorder];
  for (const line of COMMAND_LINES)
    await promisify(execFile)(node, [...flags, join(root, 'bin/rustpolicy.js'), ...line], { env: {} });
  await rm(recorder);
}
