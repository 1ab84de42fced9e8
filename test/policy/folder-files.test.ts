import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entriesIn } from '../../src/policy/file-text.ts';
import { folderFiles } from '../../src/policy/folder-files.ts';

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

/** Walks the folder while somebody exchanges `a` for a link, right behind the listing of a folder. */
function whileExchanged(behind: string) {
  return folderFiles(folder, (path) => {
    const entries = entriesIn(path);
    if (path === join(folder, behind)) {
      renameSync(join(folder, 'a'), join(work, 'away'));
      symlinkSync('../outside', join(folder, 'a'));
    }
    return entries;
  });
}

it.each([
  ['', 'a/', ['a']],
  ['a', 'a/b/', ['a', 'a/b']],
])(
  'lists nothing foreign where a folder becomes a link behind the listing of "%s"',
  (behind, left, others) => {
    const message = 'it has become a symbolic link (folder left out)';
    const problems = [{ file: left, line: 1, severity: 'error', message }];
    expect(whileExchanged(behind)).toEqual({ markdown: [], others, problems });
  },
);

it('finds what stands in folders that stay where they are', () => {
  expect(folderFiles(folder)).toEqual({ markdown: ['a/b/own.md'], others: ['a', 'a/b'], problems: [] });
});
