import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError as ExpectedError } from '../src/errors.ts';
import { InputError, mailBody, openPolicy } from '../src/index.ts';
import { main } from '../src/main.ts';
import { worldOf } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-library-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, 'tea.md'),
  '# Tea\n\n## Who brews?\n\nMóna brews — at four.\n\n## Who pours?\n\nIda pours.\n\n## Who cleans?\n\n<p><b>Nils</b> cleans\nthe *pot* &#9749;.</p>\n\nDone :tea:.\n',
);
const shed = mkdtempSync(join(tmpdir(), 'rustpolicy-library-shed-'));
afterAll(() => rmSync(shed, { recursive: true }));
mkdirSync(join(shed, 'old pots'));
writeFileSync(join(shed, 'old pots/iron.md'), '# Iron\n\n## Who mends it?\n\nAsk [Jon](mend%20it.md).\n');

const policy = await openPolicy();
const tea = await openPolicy({ data: folder });
const QUESTION = 'who fixes broken builds';

/** What the command prints. */
async function printed(...argv: readonly string[]): Promise<string> {
  const world = worldOf();
  await main(argv, world.io);
  return world.out();
}

describe('a section', () => {
  it.each([
    4,
    '4',
    'broken-builds',
    'brok',
    '#who-is-responsible-if-a-c-change-breaks-a-build-with-rust-enabled',
    'https://rust-for-linux.com/rust-kernel-policy#who-is-responsible-if-a-c-change-breaks-a-build-with-rust-enabled',
    'Who is responsible if a C change breaks a build with Rust enabled?',
  ])('is found by %j', async (name) => {
    const { answer } = JSON.parse(await printed('show', '4', '--format', 'json'));
    expect(policy.section(name)).toEqual(answer);
    expect(policy.section(name)).toEqual(policy.sections[4]);
  });

  it.each(['main', 'nosuch', '', 99])('is undefined for %j, which names none or several', (name) => {
    expect(policy.section(name)).toBeUndefined();
  });

  it.each([undefined, null, {}, Object.create(null), Symbol('x')])('has no name of another kind', (name) => {
    expect(() => Reflect.apply(policy.section, policy, [name])).toThrow(InputError);
  });

  it("is a folder's own, with its place", () => {
    expect(tea.section('pours')?.text ?? tea.section('who-pours')?.text).toBe('Ida pours.');
    expect(tea.sections.map(({ file, line }) => [file, line])).toEqual([
      ['tea.md', 3],
      ['tea.md', 7],
      ['tea.md', 11],
    ]);
  });
});

describe('a question', () => {
  it('is answered as by the command', async () => {
    const { schemaVersion, ...document } = JSON.parse(await printed('ask', QUESTION, '--format', 'json'));
    expect(schemaVersion).toBe(1);
    expect(policy.ask(QUESTION)).toEqual(document);
  });

  it('is answered by its paragraph alone with `brief`, and by all of the section without', async () => {
    const whole = policy.ask(QUESTION).answer;
    const brief = policy.ask(QUESTION, { brief: true }).answer;
    expect(whole).toEqual(policy.section('broken-builds'));
    expect(brief?.text).toMatch(/\n\n\[\.\.\.\]$/);
    expect(whole?.text).toContain(brief?.text.replace(/\[\.\.\.\]$/, ''));
    expect(policy.ask(QUESTION, { brief: false })).toEqual(policy.ask(QUESTION));
    const { answer } = JSON.parse(await printed('ask', '--brief', QUESTION, '--format', 'json'));
    expect(brief).toEqual(answer);
  });

  it('says where to look where another page answers', () => {
    const { outcome, answer, elsewhere, see } = policy.ask('minimum rustc version');
    expect({ outcome, answer }).toEqual({ outcome: 'elsewhere', answer: undefined });
    expect(elsewhere).toMatch(/^The oldest rustc/);
    expect(see?.length).toBeGreaterThan(0);
  });

  it.each([5, undefined, null, ['x'], {}])('that is %j is refused', (asked) => {
    expect(() => Reflect.apply(policy.ask, policy, [asked])).toThrow(InputError);
    expect(() => Reflect.apply(policy.ask, policy, [asked])).toThrow(
      'the question is no text; give a string',
    );
  });

  it.each([null, 'brief', 5])('with %j for options is refused', (options) => {
    expect(() => Reflect.apply(policy.ask, policy, ['x', options])).toThrow(InputError);
  });

  it('that is too long is refused in words of the library', () => {
    const ask = () => policy.ask('x'.repeat(100_001));
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(/^the question is over 100,000 characters; ask in a sentence or two$/);
  });
});

describe("a mail's body", () => {
  const answer = policy.ask(QUESTION);

  it('is what the command prints for mail', async () => {
    expect(mailBody(answer)).toBe(await printed('ask', QUESTION, '--format', 'mail'));
    expect(mailBody(policy.ask(QUESTION, { brief: true }))).toBe(
      await printed('ask', QUESTION, '--brief', '--format', 'mail'),
    );
  });

  it.each([30, 50, 75])('has lines of at most %i columns, links aside', (width) => {
    const lines = mailBody(answer, { width }).split('\n');
    expect(lines.filter((line) => line.length > width && !/https?:/.test(line))).toEqual([]);
    expect(
      Math.max(...lines.filter((line) => line.startsWith('>')).map(({ length }) => length)),
    ).toBeGreaterThan(width - 15);
  });

  it.each([29, 76, 0, Number.NaN])('of %d columns is refused', (width) => {
    expect(() => mailBody(answer, { width })).toThrow(InputError);
    expect(() => mailBody(answer, { width })).toThrow(/; give a width of 30 to 75$/);
  });

  it.each([
    [undefined],
    [5],
    [policy.section(4)],
    [{ ...answer, answer: {} }],
    [{ ...answer, answer: null }],
    [{ ...answer, answer: { ...answer.answer, markdown: undefined } }],
    [{ ...answer, answer: { ...answer.answer, url: 5 } }],
    [{ ...answer, answer: { ...answer.answer, parents: 5 } }],
    [{ ...answer, policy: {} }],
    [answer, null],
    [answer, 72],
    [answer, { width: '72' }],
  ])('is refused where what is given is none of ours', (...given) => {
    expect(() => Reflect.apply(mailBody, undefined, given)).toThrow(InputError);
  });

  it('is empty where nothing is answered', () => {
    expect(mailBody(policy.ask('minimum rustc version'))).toBe('');
    expect(mailBody(policy.ask('best carbonara recipe'))).toBe('');
  });

  it("cites a folder's answer as the command does", async () => {
    const body = mailBody(tea.ask('who brews?'));
    expect(body).toBe(await printed('ask', 'who brews?', '--format', 'mail', '--data', folder));
  });

  it('has links of a file in a folder of its own as the command has', async () => {
    const body = mailBody((await openPolicy({ data: shed })).ask('who mends it?'));
    expect(body).toBe(await printed('ask', 'who mends it?', '--format', 'mail', '--data', shed));
    expect(body).toContain('[2] old%20pots/mend%20it.md\n');
  });

  it("shows HTML and emoji codes of a folder's answer as the command does", async () => {
    const answer = tea.ask('who cleans?');
    const body = mailBody(JSON.parse(JSON.stringify(answer)));
    expect(body).toBe(await printed('ask', 'who cleans?', '--format', 'mail', '--data', folder));
    expect(body).toContain('> Nils cleans the *pot* \u2615.\n');
  });

  it("has the policy's signs in ASCII, and its letters, and says where a folder's answer stands", () => {
    const body = mailBody(tea.ask('who brews?'));
    expect(body).toContain('[1] tea.md:3\n');
    expect(body).toContain('> Móna brews -- at four.\n');
  });
});

it.each([null, 'docs/faq', 5, { data: null }, { data: 5 }, { data: new URL('file:///docs') }])(
  'refuses %j in place of options',
  async (given) => {
    await expect(Reflect.apply(openPolicy, undefined, [given])).rejects.toThrow(InputError);
  },
);

it('knows the errors of all its parts by one class', () => {
  expect(InputError).toBe(ExpectedError);
});

it('refuses a folder that is not there in words of the library', async () => {
  const opened = openPolicy({ data: join(folder, 'none') });
  await expect(opened).rejects.toThrow(InputError);
  await expect(opened).rejects.toThrow(
    /^cannot read ".*none": it does not exist; name a folder of Markdown, or one \.md file$/,
  );
});
