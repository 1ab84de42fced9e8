import {
  mkdirSync,
  mkdtempSync,
  type PathLike,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { folderFiles } from '../../src/policy/folder-files.ts';

/** What somebody else does right after a folder was listed. */
let meanwhile: (() => void) | undefined;

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();
  return {
    ...actual,
    readdirSync: (path: PathLike, options: { withFileTypes: true }) => {
      const entries = actual.readdirSync(path, options);
      const happens = meanwhile;
      meanwhile = undefined;
      happens?.();
      return entries;
    },
  };
});

let work = '';
let folder = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
  folder = join(work, 'folder');
  for (const path of ['folder/a/b', 'outside/b']) mkdirSync(join(work, path), { recursive: true });
  writeFileSync(join(folder, 'a/b/own.md'), '');
  writeFileSync(join(work, 'outside/secret.md'), '');
  writeFileSync(join(work, 'outside/b/secret.md'), '');
});
afterEach(() => rmSync(work, { recursive: true }));

function exchangedForLink(): void {
  renameSync(join(folder, 'a'), join(work, 'away'));
  symlinkSync('../outside', join(folder, 'a'));
}

describe('a folder exchanged for a link', () => {
  it('between its parent and itself is not listed', () => {
    meanwhile = exchangedForLink;
    expect(folderFiles(folder)).toEqual({
      markdown: [],
      others: ['a'],
      problems: [
        {
          file: 'a/',
          line: 1,
          severity: 'error',
          message: 'it has become a symbolic link (folder left out)',
        },
      ],
    });
  });

  it('after it was looked into leads nowhere from there', () => {
    meanwhile = () => {
      meanwhile = exchangedForLink;
    };
    const { markdown, problems } = folderFiles(folder);
    expect(markdown).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'it has become a symbolic link (folder left out)',
    ]);
  });
});

it('finds what stands in folders that stay where they are', () => {
  expect(folderFiles(folder)).toEqual({ markdown: ['a/b/own.md'], others: ['a', 'a/b'], problems: [] });
});
