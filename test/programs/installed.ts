import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** A shell command line that succeeds where a program is there, by the Debian package that has it. */
const CHECKS = {
  'git-email': 'test -x "$(git --exec-path)/git-send-email"',
  git: 'command -v git',
  mutt: 'command -v mutt',
  's-nail': 'command -v s-nail',
  'bsd-mailx': 'command -v bsd-mailx',
  msmtp: 'command -v msmtp',
  bsdutils: 'command -v script',
  vim: 'command -v vim',
  'emacs-nox': 'command -v emacs',
} as const;

type Package = keyof typeof CHECKS;

/**
 * Tests with real programs: skipped with a word on why where one is missing, but failed where `CI` is `true`, which
 * is to have them all.
 */
export function describeWith(packages: readonly Package[], name: string, tests: () => void): void {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) {
    describe(name, tests);
  } else if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(`not installed: ${missing.join(', ')}; run: apt-get install ${missing.join(' ')}`);
    });
  } else {
    const why = `${name}: skipped; to run it: apt-get install ${missing.join(' ')}`;
    process.stderr.write(`${why}\n`);
    describe.skip(why, tests);
  }
}

function isInstalled(name: Package): boolean {
  return spawnSync('sh', ['-c', CHECKS[name]]).status === 0;
}
