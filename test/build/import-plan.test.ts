import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/build/import-plan.ts';
import { InputError } from '../../src/errors.ts';
import { parseFrontMatter } from '../../src/policy/front-matter.ts';

const DATA = new URL('../../data/', import.meta.url);
const FILES = [
  'index.md',
  ...readdirSync(DATA)
    .filter((name) => /^\d/.test(name))
    .sort(),
].map((path) => ({
  path,
  text: readFileSync(new URL(path, DATA), 'utf8'),
}));
const PAGE = FILES.map(({ text }) => parseFrontMatter(text).body).join('');

/** Plans the import of the page after an edit. */
function imported(edit: (page: string) => string) {
  return planImport(FILES, edit(PAGE));
}

/** The page without the section under a heading that starts so. */
function without(page: string, heading: string): string {
  const start = page.indexOf(`\n## ${heading}`);
  const end = page.indexOf('\n## ', start + 1);
  return page.slice(0, start) + (end === -1 ? '\n' : page.slice(end));
}

describe('planImport', () => {
  it('changes nothing where the page is the same', () => {
    expect(imported((page) => page)).toEqual({ files: FILES, report: [] });
  });

  it('replaces bodies and keeps names and front matter', () => {
    const { files, report } = imported((page) => page.replace('this approach was chosen', 'Nobody is.'));
    expect(files.map(({ path }) => path)).toEqual(FILES.map(({ path }) => path));
    expect(files[4]?.text).toContain('Nobody is.');
    expect(files[0]?.text).toContain('license: GPL-2.0');
    expect(report).toEqual(['changed: broken-builds; read its phrasings again']);
  });

  it('keeps the page byte for byte, and its hash', () => {
    const edit = (page: string) => page.replace(/\n\n- /g, '\n\n  *  ').replace('policy\n', 'policy \n');
    const { files } = imported(edit);
    expect(files.map(({ text }) => parseFrontMatter(text).body).join('')).toBe(edit(PAGE));
    const sha256 = createHash('sha256').update(edit(PAGE)).digest('hex');
    expect(parseFrontMatter(files[0]?.text ?? '').fields.get('sha256')).toBe(sha256);
  });

  it('adds sections where they stand, and numbers the files anew', () => {
    const added = '## May I write GPU drivers?\n\nPlease do, the water is warm.\n\n';
    const { files, report } = imported((page) =>
      page.replace('## Should maintainers', `${added}## Should maintainers`),
    );
    expect(files.map(({ path }) => path).slice(4, 7)).toEqual([
      '04-broken-builds.md',
      '05-write-gpu-drivers.md',
      '06-standards.md',
    ]);
    expect(report).toEqual([`added: "May I write GPU drivers?"; write asked-as/write-gpu-drivers.md`]);
  });

  it('reports what is gone', () => {
    const { files, report } = imported((page) => without(page, 'Are companies'));
    expect(files).toHaveLength(FILES.length - 1);
    expect(report).toContainEqual(expect.stringMatching(/^gone: "Are companies.*asked-as\/companies\.md$/));
  });

  it('takes a heading that changed for a section that is gone and one that is added', () => {
    const { files, report } = imported((page) =>
      page.replace('## Who is responsible if a C change', '## Who fixes it if a C change'),
    );
    expect(files[4]?.path).toBe('04-fixes-c-change-breaks-build-rust.md');
    expect(report.map((line) => line.split(':')[0])).toEqual(['added', 'gone']);
  });

  it('knows a section by the id that its heading states', () => {
    const { report } = imported((page) =>
      page.replace(
        '## Are companies involved in Rust in the kernel?',
        '## Who pays? {#are-companies-involved-in-rust-in-the-kernel}',
      ),
    );
    expect(report).toEqual(['changed: companies; read its phrasings again']);
  });

  it('keeps names through a new order', () => {
    const { files, report } = imported((page) => {
      const start = page.indexOf('## Are companies');
      return page
        .slice(0, start)
        .replace('## How is Rust', `${page.slice(start).trimEnd()}\n\n## How is Rust`);
    });
    expect(files.map(({ path }) => path).slice(1, 3)).toEqual(['01-companies.md', '02-subsystems.md']);
    expect(report.every((line) => line.startsWith('changed'))).toBe(true);
  });

  it('refuses a page without sections', () => {
    expect(() => imported(() => '# Title\n\ntext\n')).toThrow(InputError);
  });
});

describe('the import from a command line', () => {
  it.each([
    ['without a page', [], /give one page/],
    ['of two pages', ['one.md', 'two.md'], /give one page/],
    ['of a page that is not there', ['none.md'], /no such file/],
  ])('%s is refused in a line', (_, args, reason) => {
    const script = fileURLToPath(new URL('../../src/build/import.ts', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^import: [^\n]+\n$/);
    expect(stderr).toMatch(reason);
    expect(status).toBe(2);
  });
});
