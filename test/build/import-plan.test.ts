import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/build/import-files.ts';
import { type Plan, planImport } from '../../src/build/import-plan.ts';
import { likeness } from '../../src/build/likeness.ts';
import type { Decisions } from '../../src/build/section-pairs.ts';
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
function imported(edit: (page: string) => string, decisions: Decisions = new Map()): Plan {
  return planImport(FILES, edit(PAGE), { revision: REVISION, decisions });
}

/** The same where nothing is left to ask. */
function ready(edit: (page: string) => string, decisions?: Decisions) {
  const plan = imported(edit, decisions);
  if (plan.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(plan)}`);
  return plan;
}

/** The page without the section under a heading that starts so. */
function without(page: string, heading: string): string {
  const start = page.indexOf(`\n## ${heading}`);
  const end = page.indexOf('\n## ', start + 1);
  return page.slice(0, start) + (end === -1 ? '\n' : page.slice(end));
}

describe('planImport', () => {
  it('changes nothing but revision and date where the page is the same', () => {
    const { files, report } = ready((page) => page);
    expect(files.slice(1)).toEqual(FILES.slice(1));
    expect(report).toEqual([]);
    const { policy } = loadPolicy(files, 'data');
    expect(policy.page).toMatchObject(REVISION);
  });

  it('keeps a subject that YAML would read as more than a text', () => {
    const subject = `policy: "C" first # 'Rust' next`;
    const plan = planImport(FILES, PAGE, { revision: { ...REVISION, subject }, decisions: new Map() });
    const { policy, problems } = loadPolicy(plan.kind === 'ready' ? plan.files : [], 'data');
    expect({ subject: policy.page.subject, problems }).toEqual({ subject, problems: [] });
  });

  it('replaces bodies and keeps names and front matter', () => {
    const { files, report } = ready((page) => page.replace('this approach was chosen', 'Nobody is.'));
    expect(files.map(({ path }) => path)).toEqual(FILES.map(({ path }) => path));
    expect(files[4]?.text).toContain('Nobody is.');
    expect(report).toEqual(['changed: broken-builds; read its phrasings again']);
  });

  it('keeps the page byte for byte, and its hash', () => {
    const edit = (page: string) =>
      page.replace(/\n\n- /g, '\n\n  *  ').replace('Rust kernel policy\n', 'Policy \n');
    const { files } = ready(edit);
    expect(files.map(({ text }) => parseFrontMatter(text).body).join('')).toBe(edit(PAGE));
    expect(parseFrontMatter(files[0]?.text ?? '').fields.get('sha256')).toBe(sha256(edit(PAGE)));
    expect(files[0]?.text).toContain('license: GPL-2.0');
  });

  it('adds sections where they stand, and numbers the files anew', () => {
    const added = '## May I write GPU drivers?\n\nPlease do, the water is warm.\n\n';
    const { files, report } = ready((page) =>
      page.replace('## Should maintainers', `${added}## Should maintainers`),
    );
    expect(files.map(({ path }) => path).slice(4, 8)).toEqual([
      '04-broken-builds.md',
      '05-write-gpu-drivers.md',
      '06-standards.md',
      '07-extra-work.md',
    ]);
    expect(report).toEqual([`added: "May I write GPU drivers?"; write asked-as/write-gpu-drivers.md`]);
  });

  it('reports what is gone', () => {
    const { files, report } = ready((page) => without(page, 'Are companies'));
    expect(files).toHaveLength(FILES.length - 1);
    expect(report).toContainEqual(
      expect.stringMatching(/^removed: "Are companies.*asked-as\/companies\.md$/),
    );
  });

  const rename = (page: string) =>
    page.replace('## Who is responsible if a C change', '## Who fixes it if a C change');

  it('asks of a heading that changed, and guesses nothing', () => {
    const plan = imported(rename);
    expect(plan).toEqual({
      kind: 'unclear',
      unclear: [
        {
          name: 'broken-builds',
          heading: 'Who fixes it if a C change breaks a build with Rust enabled?',
          anchor: 'who-fixes-it-if-a-c-change-breaks-a-build-with-rust-enabled',
          likeness: expect.any(Number),
        },
      ],
    });
    expect(plan.kind === 'unclear' && (plan.unclear[0]?.likeness ?? 0)).toBeGreaterThan(0.9);
  });

  it('keeps the name of a section that was renamed', () => {
    const anchor = 'who-fixes-it-if-a-c-change-breaks-a-build-with-rust-enabled';
    const { files, report } = ready(rename, new Map([['broken-builds', anchor]]));
    expect(files[4]?.path).toBe('04-broken-builds.md');
    expect(report[0]).toMatch(/^renamed: broken-builds is now "Who fixes it/);
  });

  it('takes a section that is said to be gone for gone, and its like for new', () => {
    const { files, report } = ready(rename, new Map([['broken-builds', undefined]]));
    expect(files[4]?.path).toBe('04-fixes-c-change-breaks-build-rust.md');
    expect(report.map((line) => line.split(':')[0])).toEqual(['added', 'removed']);
  });

  it('keeps names through a new order', () => {
    const { files, report } = ready((page) => {
      const start = page.indexOf('## Are companies');
      const moved = page.slice(start);
      const rest = page.slice(0, start);
      return rest.replace('## How is Rust', `${moved.trimEnd()}\n\n## How is Rust`);
    });
    expect(files.map(({ path }) => path).slice(1, 3)).toEqual(['01-companies.md', '02-subsystems.md']);
    expect(report.every((line) => line.startsWith('changed'))).toBe(true);
  });

  it.each([
    ['a page without sections', () => '# Title\n\ntext\n', new Map()],
    ['a decision on no section', (page: string) => page, new Map([['nobody', undefined]])],
    ['a decision for no heading', (page: string) => page, new Map([['about', 'x']])],
    [
      'two sections that would be one',
      (page: string) => page,
      new Map([['companies', 'are-duplicated-crust-drivers-allowed']]),
    ],
  ])('refuses %s', (_, edit, decisions) => {
    expect(() => imported(edit, decisions)).toThrow(InputError);
  });
});

it.each([
  ['the same text', 'one two two', 'Two, one two!', 1],
  ['half of it', 'one two', 'two three', 0.5],
  ['nothing', 'one', 'two', 0],
  ['no text', '', '', 0],
])('%s in common is a likeness', (_, a, b, expected) => {
  expect(likeness(a, b)).toBe(expected);
});
