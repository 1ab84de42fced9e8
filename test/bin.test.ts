import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const BIN = new URL('../bin/rustpolicy.js', import.meta.url).pathname;
const PACKAGE = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Runs the built program with nothing of our environment but the path. */
function rustpolicy(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env },
    input,
  });
  return { stdout, stderr, status };
}

describe('the built program', () => {
  it('answers in a pipe with plain text alone', () => {
    const { stdout, stderr, status } = rustpolicy(['ask', 'who fixes broken builds']);
    expect(stdout).toMatch(/^Who is responsible if a C change breaks a build with Rust enabled\?\n/);
    expect(stdout).toMatch(/fdb0d9896015, 2025-04-02\n$/);
    expect(stdout).not.toContain('\x1b');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  it('colours for a terminal when asked to, and not with --color=never', () => {
    expect(rustpolicy(['show', '4', '--format', 'terminal', '--color', 'always']).stdout).toContain(
      '\x1b[1m',
    );
    const plain = rustpolicy(['show', '4', '--format', 'terminal', '--color', 'never'], { FORCE_COLOR: '3' });
    expect(plain.stdout).not.toContain('\x1b');
    expect(plain.stderr).toBe('');
  });

  it('reads the question from standard input', () => {
    expect(rustpolicy(['ask', '-'], {}, 'who fixes broken builds').status).toBe(0);
  });

  it('takes the folder from the environment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
    writeFileSync(join(folder, 'fridays.md'), '## May I push on Fridays?\n\nNo.\n');
    const { stdout } = rustpolicy(['ask', 'push on fridays'], { RUSTPOLICY_DATA: folder });
    expect(stdout).toMatch(/^Fridays > May I push on Fridays\?\n\nNo\.\n/);
    const completed = rustpolicy(['complete', '--', 'show', ''], { RUSTPOLICY_DATA: folder });
    expect(completed.stdout).toBe('fridays\tMay I push on Fridays?\n');
  });

  it('names a broken file of a folder and answers from the rest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
    writeFileSync(join(folder, 'broken.md'), '---\ntitle: [\n---\n## X\n\nx\n');
    writeFileSync(join(folder, 'whole.md'), '## Whole\n\nText.\n');
    const { stdout, stderr, status } = rustpolicy(['list', '--data', folder]);
    expect(stdout).toBe(
      `1\tbroken\tBroken > X\t${folder}/broken.md:4\n2\twhole\tWhole\t${folder}/whole.md:1\n`,
    );
    expect(stderr).toMatch(/^rustpolicy: broken\.md:\d+: error: front matter is not YAML/);
    expect(status).toBe(0);
  });

  it('ends quietly when the reader of its output has gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
    writeFileSync(join(folder, 'long.md'), `## Long\n\n${'word '.repeat(100_000)}\n`);
    const script = '"$0" "$1" show long --data "$2" | head -n 1; echo $PIPESTATUS';
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, BIN, folder], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('Long\n141\n');
    expect(stderr).toBe('');
  });

  it('prints the version of the package', () => {
    expect(rustpolicy(['--version']).stdout).toContain(PACKAGE.version);
  });

  it('tells a person what was wrong without a stack trace', () => {
    const { stdout, stderr, status } = rustpolicy(['show', 'no-such-topic']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(/^rustpolicy: no topic "no-such-topic"; [^\n]*\n$/);
  });

  it('takes the name of a file, but not of a folder, for a message that is to be answered', () => {
    const { stdout, stderr, status } = rustpolicy(['mail', BIN]);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(`to answer the message in it: rustpolicy mail --reply ${BIN}\n`);
    for (const question of [dirname(BIN), `${BIN}/x`, 'who '.repeat(2_000)])
      expect(rustpolicy(['mail', question]).stderr).not.toContain('--reply');
  });
});
