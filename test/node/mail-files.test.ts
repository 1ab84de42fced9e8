import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readMessage, writeDraft } from '../../src/node/mail-files.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
});

describe('a draft', () => {
  it('is written where nothing was', async () => {
    await writeDraft(at('draft'), 'new\n', 'create');
    expect(text('draft')).toBe('new\n');
  });

  it('never takes the place of what was there', async () => {
    writeFileSync(at('draft'), 'old\n');
    await expect(writeDraft(at('draft'), 'new\n', 'create')).rejects.toThrow('add --force to overwrite it');
    expect(text('draft')).toBe('old\n');
  });

  it('does so when told to, keeps its mode, and leaves nothing beside it', async () => {
    writeFileSync(at('draft'), 'a much longer text than the new\n');
    chmodSync(at('draft'), 0o640);
    await writeDraft(at('draft'), 'new\n', 'overwrite');
    expect(text('draft')).toBe('new\n');
    expect(statSync(at('draft')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['draft']);
  });

  it('is written with --force where nothing was', async () => {
    await writeDraft(at('draft'), 'new\n', 'overwrite');
    expect(text('draft')).toBe('new\n');
  });

  it('goes to the file that a link names, and the link stays', async () => {
    writeFileSync(at('draft'), 'old\n');
    symlinkSync(at('draft'), at('link'));
    await writeDraft(at('link'), 'new\n', 'overwrite');
    expect(text('draft')).toBe('new\n');
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
  });

  it.each(['create', 'overwrite'] as const)('follows no link to nothing (%s)', async (mode) => {
    symlinkSync(at('elsewhere'), at('link'));
    await expect(writeDraft(at('link'), 'new\n', mode)).rejects.toThrow(InputError);
    expect(existsSync(at('elsewhere'))).toBe(false);
  });

  it.each([
    ['a folder', () => folder, /: it is a folder; name a file in it: -o \S+\/draft\.eml$/],
    ['a device', () => '/dev/null', /; (name another file with -o|add --force to overwrite it)$/],
    [
      'a file in no folder',
      () => at('none/draft'),
      /: its folder does not exist; name another file with -o$/,
    ],
  ])('is not written over or into %s', async (_, path, message) => {
    for (const mode of ['create', 'overwrite'] as const) {
      await expect(writeDraft(path(), 'new\n', mode)).rejects.toThrow(InputError);
      await expect(writeDraft(path(), 'new\n', mode)).rejects.toThrow(message);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a draft that nobody else may have', () => {
  const asRoot = it.runIf(process.getuid?.() === 0);

  it("is its user's alone", async () => {
    await writeDraft(at('draft'), 'new\n', 'create');
    expect(statSync(at('draft')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['draft']);
  });

  asRoot('keeps owner and group', async () => {
    writeFileSync(at('draft'), 'old\n');
    chownSync(at('draft'), 12_345, 12_346);
    await writeDraft(at('draft'), 'new\n', 'overwrite');
    expect(statSync(at('draft'))).toMatchObject({ uid: 12_345, gid: 12_346 });
  });

  asRoot.each([
    ['belongs to another user or group', 0o666],
    ['permission is denied', 0o444],
  ])('is not written where it would change: it %s', async (why, mode) => {
    writeFileSync(at('draft'), 'old\n');
    chmodSync(at('draft'), mode);
    chmodSync(folder, 0o777);
    process.seteuid?.(12_345);
    try {
      await expect(writeDraft(at('draft'), 'new\n', 'overwrite')).rejects.toThrow(why);
    } finally {
      process.seteuid?.(0);
    }
    expect(text('draft')).toBe('old\n');
    expect(readdirSync(folder)).toEqual(['draft']);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is whole or not there after %s',
    { timeout: 30_000 },
    async (signal) => {
      const size = 20_000_000;
      const dist = fileURLToPath(new URL('../../dist', import.meta.url));
      const module = join(dist, readdirSync(dist).find((name) => /^mail-files.*\.js$/.test(name)) ?? '');
      const program = `process.send('on'); require(process.argv[1]).writeDraft(process.argv[2], 'x'.repeat(${size}), 'create')`;
      for (const isBegun of [false, true]) {
        const child = spawn(process.execPath, ['-e', program, module, at('draft')], {
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        });
        const exit = once(child, 'exit');
        await once(child, 'message');
        // Once there is a file, beside it or in its place, all of it will be.
        while (isBegun && readdirSync(folder).length === 0) await new Promise(setImmediate);
        child.kill(signal);
        await exit;
        const found = readdirSync(folder);
        expect(found.filter((name) => name !== 'draft')).toEqual([]);
        if (isBegun || found.length > 0) expect(statSync(at('draft')).size).toBe(size);
        rmSync(at('draft'), { force: true });
      }
    },
  );
});

describe('what the system is asked for', () => {
  const itTraced = it.runIf(spawnSync('strace', ['-V']).status === 0);
  const CHANGING =
    /\b(?:(?:un)?link|rename|mk|rmdir|symlink|truncate|chmod|chown|creat|utime)|O_(?:WRONLY|RDWR|CREAT|TRUNC)/;

  /** The calls of a run of the built program that write, make or remove anything, in the test's folder or elsewhere. */
  function changes(args: readonly string[]): string[] {
    const bin = fileURLToPath(new URL('../../bin/rustpolicy.js', import.meta.url));
    const calls = join(mkdtempSync(join(tmpdir(), 'rustpolicy-calls-')), 'calls');
    const options = ['-f', '-qq', '-s', '500', '-e', 'trace=%file', '-o', calls];
    const { status } = spawnSync('strace', [...options, process.execPath, bin, ...args], { cwd: folder });
    expect(status).toBe(0);
    const lines = readFileSync(calls, 'utf8').split('\n');
    expect(lines.length).toBeGreaterThan(20);
    return lines.filter(
      (line) => CHANGING.test(line) && !line.includes('readlink') && !/"\/dev\/(?:null|tty)"/.test(line),
    );
  }

  itTraced('is to make the draft, a file beside it, and no other', () => {
    const found = changes(['mail', '--topic', '4', '-o', at('draft')]);
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter((line) => !line.includes(`${folder}/.rustpolicy-`))).toEqual([]);
  });

  itTraced.each([
    'ask who fixes broken builds',
    'ask alpha --data .',
    'list --data .',
    'show 1 --format terminal --color always --data .',
    'check .',
    'mail --topic 4',
    'completion bash',
    'complete -- show --data . a',
    '--help',
  ])('is to change nothing by `%s`', (line) => {
    writeFileSync(at('a.md'), '## Alpha\n\nA `code`.\n\n```c\nint a;\n```\n');
    expect(changes(line.split(' '))).toEqual([]);
  });
});

describe('a message', () => {
  it('is read byte for byte', async () => {
    writeFileSync(at('message'), Buffer.from([0xe9, 0x0a]));
    expect([...(await readMessage(at('message'), 100))]).toEqual([0xe9, 0x0a]);
  });

  it('is not fetched', async () => {
    await expect(readMessage('https://lore.kernel.org/r/a@b', 100)).rejects.toThrow('opens no connection');
  });

  it.each(['none', ''])('that cannot be read is an error (%j)', async (name) => {
    await expect(readMessage(at(name), 100)).rejects.toThrow(
      /^cannot read ".*": it\b.*; name a saved message/,
    );
  });
});
