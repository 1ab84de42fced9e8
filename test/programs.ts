import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, type TestAPI, test } from 'vitest';

/** Debian's packages of programs that are called otherwise. */
const PACKAGES: Readonly<Record<string, string>> = { man: 'man-db' };

/**
 * A test that runs other programs: skipped, with a word on how to get them, where one of them is not installed; on CI,
 * where all of them are, it fails instead.
 */
export function testWith(...programs: readonly string[]): TestAPI | TestAPI['skip'] {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0 || process.env['CI'] === 'true') return test;
  const packages = missing.map((program) => PACKAGES[program] ?? program).join(' ');
  process.stderr.write(
    `tests with ${programs.join(', ')} are skipped; to run them: apt-get install ${packages}\n`,
  );
  return test.skip;
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A PATH on which the built program is the command `rustpolicy`; its folder goes after the tests. */
export function pathWithRustpolicy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-bin-'));
  symlinkSync(fileURLToPath(new URL('../bin/rustpolicy.js', import.meta.url)), join(folder, 'rustpolicy'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return `${folder}${delimiter}${process.env['PATH']}`;
}
