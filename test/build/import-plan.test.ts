import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importArguments, planImport } from '../../src/build/import-plan.ts';
import { InputError } from '../../src/errors.ts';
import { parseFrontMatter } from '../../src/policy/front-matter.ts';
import { loadPolicy } from '../../src/policy/load.ts';

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
const REVISION = { revision: '0123456789ab', subject: 'Say it better', updated: '2026-01-31' };

/** Plans the import of the page after an edit. */
function imported(edit: (page: string) => string) {
  return planImport(FILES, edit(PAGE), REVISION);
}

/** The page without the section under a heading that starts so. */
function without(page: string, heading: string): string {
  const start = page.indexOf(`\n## ${heading}`);
  const end = page.indexOf('\n## ', start + 1);
  return page.slice(0, start) + (end === -1 ? '\n' : page.slice(end));
}

describe('importArguments', () => {
  const WHOLE = [
    'page.md',
    '--revision',
    '0123456789abcdef',
    '--subject',
    'Say it',
    '--updated',
    '2026-01-31',
  ];

  /** All arguments, but that of one option. */
  const withOther = (option: string, argument: string) =>
    WHOLE.map((word, at) => (WHOLE[at - 1] === option ? argument : word));

  it('takes the page, and 12 digits of its revision', () => {
    const revision = { revision: '0123456789ab', subject: 'Say it', updated: '2026-01-31' };
    expect(importArguments(WHOLE)).toEqual({ path: 'page.md', revision });
  });

  it.each([
    [[]],
    [[...WHOLE, 'other.md']],
    [WHOLE.slice(0, -2)],
    [withOther('--revision', 'fdb0d98')],
    [withOther('--subject', 'two\nlines')],
    [withOther('--updated', 'yesterday')],
  ])('refuses %j', (argv) => {
    expect(() => importArguments(argv)).toThrow(InputError);
    expect(() => importArguments(argv)).toThrow('PAGE.md --revision COMMIT --subject TEXT --updated');
  });
});

it('takes no other option', () => {
  expect(() => importArguments(['page.md', '--bogus'])).toThrow("Unknown option '--bogus'");
});

describe('planImport', () => {
  it('changes nothing but revision and date where the page is the same', () => {
    const { files, report } = imported((page) => page);
    expect(files.slice(1)).toEqual(FILES.slice(1));
    expect(report).toEqual([]);
    expect(loadPolicy(files, 'data').policy.page).toMatchObject(REVISION);
  });

  it('keeps a subject that YAML would read as more than a text', () => {
    const subject = `policy: "C" first # 'Rust' next`;
    const { policy, problems } = loadPolicy(planImport(FILES, PAGE, { ...REVISION, subject }).files, 'data');
    expect({ subject: policy.page.subject, problems }).toEqual({ subject, problems: [] });
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

  it.each([
    ['a page without sections', () => '# Title\n\ntext\n'],
    [
      'two sections of one anchor',
      (page: string) => `${page}\n## Are companies involved in Rust in the kernel\n`,
    ],
  ])('refuses %s', (_, edit) => {
    expect(() => imported(edit)).toThrow(InputError);
  });
});

describe('the import from a command line', () => {
  const revision = ['--revision', 'fdb0d9896015', '--subject', 'text', '--updated', '2025-04-02'];
  it.each([
    ['without a page', [], /give one page/],
    ['of a page that is not there', ['none.md', ...revision], /no such file/],
    ['with an unknown option', ['--nosuch'], /--nosuch/],
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
