import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { entriesIn } from '../../src/policy/file-text.ts';
import { folderFiles, loadFolder, readFolder } from '../../src/policy/folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files, by path and text. */
function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function headings(path = folder): string[] {
  return loadFolder(path).policy.sections.map(({ heading }) => heading);
}

/** `file:line message` of what could not be read or was passed over. */
function problems(): string[] {
  return loadFolder(folder).problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

it('refuses more Markdown than memory holds, before it reads on', () => {
  const half = `# A\n\n${'word '.repeat(120_000)}`;
  write({ 'a.md': half, 'b.md': half, 'c.md': half });
  const read: number[] = [];
  const reading = () => readFolder(folder, (done) => read.push(done), 1_000_000);
  expect(reading).toThrow(new InputError(`"${folder}" holds over 1 MB of Markdown; name a folder below it`));
  expect(read).toEqual([0, 1]);
  expect(readFolder(folder, undefined, 2_000_000).sources).toHaveLength(3);
});

describe('loadFolder', () => {
  it('reads Markdown at any depth, in order', () => {
    write({ 'b.md': 'b', 'a/z.markdown': 'az', 'a/y/X.MD': 'ayx', 'a/text.txt': 'no' });
    expect(headings()).toEqual(['X', 'Z', 'B']);
  });

  it('tells Markdown from what else there is', () => {
    write({ 'a.md': 'a', 'b.md.bak': 'b', 'c.png': 'c', 'd/e.txt': 'e' });
    const { markdown, others } = readFolder(folder);
    expect([markdown, others.toSorted()]).toEqual([['a.md'], ['b.md.bak', 'c.png', 'd', 'd/e.txt']]);
  });

  it('drops of .gitignore what cannot be read alone, and names it', () => {
    write({
      'a.md': 'a',
      'b.md': 'b',
      'c.md': 'c',
      '.gitignore': Buffer.from('a.md\n\xff\nx*x*x*x*\nb.md\n', 'latin1'),
    });
    expect(headings()).toEqual(['C']);
    expect(problems()).toEqual([
      '.gitignore:2 it is not UTF-8 on this line (pattern not used)',
      '.gitignore:3 "x*x*x*x*" has more than three runs of asterisks (pattern not used)',
    ]);
  });

  it('names a .gitignore that cannot be read', () => {
    write({ 'a.md': 'a', rules: 'a.md\n' });
    symlinkSync('rules', join(folder, '.gitignore'));
    expect(problems()).toEqual(['.gitignore:1 it is a symbolic link (rules not used)']);
  });

  it.runIf(process.getuid?.() === 0)("says whose the rules above are, where they are a stranger's", () => {
    write({ '.gitignore': 'a.md\n', 'docs/a.md': 'a', 'docs/b.md': 'b' });
    mkdirSync(join(folder, '.git'));
    chownSync(join(folder, '.gitignore'), 12_345, 0);
    const { policy, problems } = loadFolder(join(folder, 'docs'));
    expect(policy.sections.map(({ heading }) => heading)).toEqual(['B']);
    expect(problems).toEqual([
      {
        file: '../.gitignore',
        line: 1,
        severity: 'note',
        message: 'user 12345 owns these rules, by which files are passed over',
      },
    ]);
  });

  it('passes over hidden files, node_modules, and what git ignores', () => {
    write({
      'a.md': 'a',
      '.b.md': 'b',
      '.c/c.md': 'c',
      'node_modules/d/d.md': 'd',
      'x/node_modules/e.md': 'e',
      '.gitignore': '*.tmp.md\n/drafts/\n!keep.tmp.md\n',
      'f.tmp.md': 'f',
      'keep.tmp.md': 'g',
      'drafts/h.md': 'h',
      'x/drafts/i.md': 'i',
      'x/.gitignore': 'j.md\n',
      'x/j.md': 'j',
      'j.md': 'j',
    });
    expect(headings()).toEqual(['A', 'J', 'Keep.tmp', 'I']);
  });

  it('keeps to the rules of the work tree that it is in, but for the folder that was named', () => {
    write({
      '.git/HEAD': '',
      '.gitignore': 'old.md\n/build/\n/docs/older.md\n',
      'docs/a.md': 'a',
      'docs/old.md': 'o',
      'docs/older.md': 'o',
      'build/b.md': 'b',
    });
    expect(headings(join(folder, 'docs'))).toEqual(['A']);
    expect(headings(join(folder, 'build'))).toEqual(['B']);
  });

  it('follows no link, out of the folder or in a circle, and says so', () => {
    write({ 'in/a.md': 'a', 'out/secret.md': 's' });
    symlinkSync(join(folder, 'out/secret.md'), join(folder, 'in/link.md'));
    symlinkSync(join(folder, 'out'), join(folder, 'in/b'));
    symlinkSync('..', join(folder, 'in/circle'));
    symlinkSync(join(folder, 'in'), join(folder, 'named'));
    const loaded = loadFolder(join(folder, 'named'));
    expect(loaded.policy.sections.map(({ heading }) => heading)).toEqual(['A']);
    expect(loaded.problems).toEqual([
      { file: 'link.md', line: 1, severity: 'warning', message: expect.stringContaining('symbolic link') },
    ]);
  });

  it('passes over pipes, and looks into folders that are called like files', () => {
    write({ 'a.md': 'a', 'b.md/c.md': 'c' });
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(headings()).toEqual(['A', 'C']);
    expect(problems()).toEqual(['pipe.md:1 it is not a regular file']);
  });

  it.each([
    ['Windows', 'a\r\nb\r\n', 'a\nb\n'],
    ['an old Macintosh', 'a\rb\r', 'a\nb\n'],
    ['a program that marks its byte order', '\uFEFFa\uFEFF\n', 'a\uFEFF\n'],
  ])('takes the line ends of %s for the same', (_, text, plain) => {
    write({ 'a.md': text });
    expect(readFolder(folder).sources).toEqual([{ path: 'a.md', text: plain }]);
  });

  it('names a file that is not UTF-8, with the line', () => {
    write({
      'a.md': 'a',
      'latin.md': Buffer.from('## A\n\ncaf\xe9\n', 'latin1'),
      'other.md': Buffer.from('## A\n\ncaf\x81\n', 'latin1'),
      'wide.md': Buffer.from('\uFEFFa', 'utf16le'),
    });
    expect(problems()).toEqual([
      'latin.md:3 it is not UTF-8 on this line, and read as windows-1252; save it as UTF-8',
      'other.md:3 it is not UTF-8 on this line; save it as UTF-8 (file left out)',
    ]);
  });

  it('names a file whose name is no UTF-8', () => {
    write({ 'a.md': 'a' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9]), Buffer.from('.md')]), 'e');
    const message = 'its name is not UTF-8 (file left out)';
    expect(loadFolder(folder).problems).toEqual([{ file: '\uFFFD.md', line: 1, severity: 'error', message }]);
  });

  it.skipIf(process.getuid?.() === 0)('names what may not be read', () => {
    write({ 'a.md': 'a', 'b.md': 'b', 'c/d.md': 'd' });
    chmodSync(join(folder, 'b.md'), 0);
    chmodSync(join(folder, 'c'), 0);
    expect(problems()).toEqual([
      'c/:1 permission is denied (folder left out)',
      'b.md:1 permission is denied (file left out)',
    ]);
    chmodSync(join(folder, 'c'), 0o700);
  });

  it('goes no deeper than 64 folders', () => {
    write({ [`${'d/'.repeat(64)}a.md`]: 'a' });
    expect(loadFolder(folder)).toMatchObject({ policy: { sections: [{ heading: 'A' }] }, problems: [] });
    write({ [`${'d/'.repeat(65)}b.md`]: 'b' });
    expect(headings()).toEqual(['A']);
    const message = 'it is nested too deep (folder left out)';
    expect(loadFolder(folder).problems).toEqual([
      { file: 'd/'.repeat(65), line: 1, severity: 'error', message },
    ]);
  });

  it.each([
    ['missing', 'it does not exist'],
    ['a.txt', 'it is neither a folder nor Markdown'],
  ])('refuses "%s": %s', (path, reason) => {
    write({ 'a.txt': 'a' });
    const named = join(folder, path);
    const load = () => loadFolder(named);
    expect(load).toThrow(InputError);
    expect(load).toThrow(`cannot read "${named}": ${reason}; name a folder of Markdown, or one .md file`);
  });

  it('reads one file where a file is named', () => {
    write({ 'a.md': '# Tea\n\nWarm.\n', 'b.md': 'b' });
    const { policy } = loadFolder(join(folder, 'a.md'));
    expect(policy.sections.map(({ place }) => place)).toEqual([{ file: 'a.md', line: 1 }]);
    expect(policy.page).toEqual({ title: 'Tea', folder });
    const { has } = readFolder(join(folder, 'a.md'));
    expect(['b.md', 'c.md'].map(has)).toEqual([true, false]);
  });

  it('reads MDX as Markdown', () => {
    write({ 'a.mdx': "import Sign from './sign'\n\n# Gate\n\n{/* note */}\n\nOpen.\n" });
    expect(loadFolder(folder).policy.sections).toMatchObject([{ heading: 'Gate', body: 'Open.' }]);
  });

  it.each([
    ['empty', {}, 'it holds no Markdown with text'],
    ['without text', { 'a.md': '\n' }, 'it holds no Markdown with text'],
    [
      'with nothing but a broken file',
      { 'a.md': '---\nx: 1\n' },
      'a.md:1: error: front matter is not closed',
    ],
  ])('refuses a folder that is %s, and says why', (_, files: Record<string, string>, why) => {
    write(files);
    const refuse = () => loadFolder(folder);
    expect(refuse).toThrow(InputError);
    expect(refuse).toThrow(`no policy in "${folder}": ${why}`);
    expect(refuse).toThrow('; name a folder of .md files');
  });

  it('refuses no folder that answers anything', () => {
    write({ 'a.md': 'x', 'b.md': '---\nx: 1\n' });
    expect(() => loadFolder(folder)).not.toThrow();
  });

  it('refuses a folder without a name, and does not take it for the working folder', () => {
    expect(() => loadFolder('')).toThrow('the folder has no name; name one, or . for this one');
  });

  it('tells how far it has come', () => {
    write({ 'a.md': 'a', 'b.md': 'b' });
    const steps: string[] = [];
    loadFolder(folder, (read, total) => steps.push(`${read}/${total}`));
    expect(steps).toEqual(['0/2', '1/2', '2/2']);
  });
});

describe('a folder that is listed', () => {
  let work = '';
  beforeEach(() => {
    work = join(folder, 'work');
    for (const path of ['folder/a/b/own.md', 'outside/secret.md', 'outside/b/secret.md'])
      write({ [`work/${path}`]: '' });
  });

  /** Walks the folder while somebody exchanges `a` for a link, right behind the listing of a folder. */
  function whileExchanged(behind: string) {
    return folderFiles(join(work, 'folder'), (path) => {
      const entries = entriesIn(path);
      if (path === join(work, 'folder', behind)) {
        renameSync(join(work, 'folder/a'), join(work, 'away'));
        symlinkSync('../outside', join(work, 'folder/a'));
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
    expect(folderFiles(join(work, 'folder'))).toEqual({
      markdown: ['a/b/own.md'],
      others: ['a', 'a/b'],
      problems: [],
    });
  });
});
