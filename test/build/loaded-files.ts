import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPORTER = fileURLToPath(new URL('loaded-files.cjs', import.meta.url));

/** A file of `dist/` that a run loaded as code. */
export interface LoadedFile {
  readonly file: string;
  /** Whether what V8 had made of it was opened, and whether V8 took that. */
  readonly isOpened: boolean;
  readonly isTaken: boolean;
}

/** Runs the built program below `root`, with nothing of our environment but the path, and tells what it loads. */
export function runOf(root: string, args: readonly string[]) {
  const argv = ['--require', REPORTER, join(root, 'bin/rustpolicy.js'), ...args];
  const { output, stdout, stderr, status } = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
  const loaded: readonly LoadedFile[] = JSON.parse(output[3] ?? '');
  return { loaded, stdout, stderr, status };
}
