import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readText, windows1252 } from '../../src/policy/file-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What reading a file of these bytes gives. */
function readBytes(...bytes: (string | number)[]) {
  const path = join(folder, 'file.md');
  writeFileSync(
    path,
    Buffer.concat(bytes.map((part) => Buffer.from(typeof part === 'string' ? part : [part]))),
  );
  return readText(path);
}

describe('a text', () => {
  it('is read as UTF-8', () => {
    expect(readBytes('Größe\n')).toEqual({ text: 'Größe\n' });
    expect(readBytes()).toEqual({ text: '' });
  });

  it.each([
    ['the first line', [0x81, 'x\n'], 1],
    ['a later line', ['a\n', 'b\n', 0x9d, '\nc\n'], 3],
    ['a last line without an end', ['a\nb', 0xff], 2],
    ['a character cut in two by a line end', ['a\n', 0xc3, '\n', 0xa9, 0x81, 0x8d, '\n'], 2],
    ['half a mark of UTF-16', [0xff, 'a'], 1],
  ])('is refused where %s is none, and no letters of windows-1252 are', (_, bytes, line) => {
    expect(readBytes(...bytes)).toEqual({ reason: 'it is not UTF-8 on this line; save it as UTF-8', line });
  });

  it('is read as windows-1252 where its bytes are letters, quotes and dashes of it, which is said', () => {
    const reason = 'it is not UTF-8 on this line, and read as windows-1252; save it as UTF-8';
    const bytes = ['a\nGr', 0xf6, 0xdf, 'e ', 0x96, ' ', 0x84, 'x', 0x93];
    expect(readBytes(...bytes)).toEqual({ text: 'a\nGröße – „x“', reason, line: 2 });
  });

  it('is no text of windows-1252 where one byte in ten is none of its letters', () => {
    const letters = Array.from({ length: 9 }, () => 0xe9);
    expect(readBytes(...letters, 0xa4)).not.toHaveProperty('text');
    expect(readBytes(...letters, 0xa4, ...letters, ...letters)).toHaveProperty('text');
  });

  it.each([
    ['little-endian', [0xff, 0xfe, 'a', 0]],
    ['big-endian', [0xfe, 0xff, 0, 'a']],
  ])('is read as %s UTF-16 by its mark', (_, bytes) => {
    expect(readBytes(...bytes)).toEqual({ text: 'a' });
  });

  it('has up to 5 MB', () => {
    const path = join(folder, 'large.md');
    writeFileSync(path, '');
    truncateSync(path, 5_000_000);
    expect(readText(path)).toHaveProperty('text');
    truncateSync(path, 5_000_001);
    expect(readText(path)).toEqual({ reason: 'it is over 5 MB; split it' });
  });
});

describe('a file that is not where it seems', () => {
  it('is not read through a folder that has become a link', () => {
    mkdirSync(join(folder, 'outside'));
    writeFileSync(join(folder, 'outside/a.md'), 'secret');
    symlinkSync('outside', join(folder, 'inside'));
    const read = readText(join(folder, 'inside/a.md'));
    expect(read).toEqual({ reason: 'its folder has become a symbolic link' });
  });

  it('is told from one whose name ends as the system marks deleted files', () => {
    writeFileSync(join(folder, 'a.md (deleted)'), 'x');
    expect(readText(join(folder, 'a.md (deleted)'))).toEqual({ text: 'x' });
  });
});

describe('what is no text', () => {
  it('is a folder, a link, a pipe, or nothing at all', () => {
    mkdirSync(join(folder, 'folder.md'));
    writeFileSync(join(folder, 'a.md'), 'a');
    symlinkSync('a.md', join(folder, 'link.md'));
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    const read = ['folder.md', 'link.md', 'pipe.md', 'missing.md', 'a.md/b.md'].map((name) =>
      readText(join(folder, name)),
    );
    expect(read).toEqual([
      { reason: 'it is not a regular file' },
      { reason: 'it is a symbolic link' },
      { reason: 'it is not a regular file' },
      { reason: 'it does not exist' },
      { reason: 'it is not a folder' },
    ]);
  });
});

describe('windows-1252', () => {
  it('decodes the quotes, the euro and the letters that Latin-1 has as controls or has too', () => {
    expect(windows1252(Buffer.from('9343616ce9209480e2', 'hex'))).toBe('\u201cCal\u00e9 \u201d\u20ac\u00e2');
  });

  it('keeps the five bytes that it leaves undefined', () => {
    expect(windows1252(Uint8Array.of(0x81, 0x8d, 0x8f, 0x90, 0x9d))).toBe('\x81\x8d\x8f\x90\x9d');
  });
});
