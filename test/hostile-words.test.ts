import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import { worldOf } from './world.ts';

/** What acts on a terminal, deceives a reader, or hides text: any of it anywhere in an output is a defect. */
const HOSTILE =
  /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff\u{e0000}-\u{e007f}]|[a-z][\ufe00-\ufe0f]/u;
const PIECES = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufe0f',
  '\u{e0041}',
  '\u2028',
  '\u0085',
  '\u007f',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom('a', 'word', '"', "'", '$(x)')), {
    minLength: 2,
    maxLength: 8,
  })
  .map((parts) => `x${parts.join('')}`);

/** Text that a format of Markdown or YAML hands on, as itself and spelt in entities or escapes. */
const inYaml = (text: string) => JSON.stringify(text);
const asEntities = (text: string) => [...text].map((sign) => `&#${sign.codePointAt(0)};`).join('');

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'rustpolicy-words-'));
});
afterAll(() => rmSync(work, { recursive: true }));

/** Runs a command line and gives both outputs, line ends and tabs left out. */
async function outputs(
  argv: readonly string[],
  options: Parameters<typeof worldOf>[0] = {},
): Promise<string> {
  const world = worldOf(options);
  await main(argv, world.io);
  return (world.out() + world.error()).replace(/[\n\t]/g, '');
}

/** A folder in which a text stands wherever a folder may hold one; `hasPage` where it has an `index.md`. */
function folderOf(text: string, hasPage: boolean): string {
  const folder = join(mkdtempSync(join(work, 'f-')), `folder ${text.replaceAll('/', '')}`);
  const name = text.replaceAll('/', '').slice(0, 60);
  mkdirSync(join(folder, `sub ${name}`), { recursive: true });
  const write = (path: string, content: string) => writeFileSync(join(folder, path), content);
  if (hasPage)
    write(
      'index.md',
      `---\ntitle: ${inYaml(text)}\nrevision: ${inYaml(text)}\nupdated: ${inYaml(text)}\n---\nx\n`,
    );
  const body = `${text} ${asEntities(text)} [${text}](<${text}>) \`${text}\`\n\n\`\`\`${text}\n${text}\n\`\`\`\n`;
  write(
    `${name}.md`,
    `---\nquestion: ${inYaml(text)}\n---\n## alpha ${text} ${asEntities(text)} {#id${text}}\n\n${body}`,
  );
  write(`sub ${name}/broken ${name}.md`, `---\n${text}: [\n---\n`);
  write(
    `b${name}.md`,
    `---\nsource: ${inYaml(text)}\nsee: {}\n---\n## beta\n\n[${text}](${asEntities(text)}.md)\n`,
  );
  write('.gitignore', `${text}*a*a*a*\n[z-a]${text}\n`);
  return folder;
}

const FORMATS = ['text', 'markdown', 'json', 'mail'];

describe('hostile text', () => {
  it('of a folder reaches no output', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, hasPage) => {
        const data = folderOf(text, hasPage);
        const commands = [
          ['check', '--verbose', data],
          ['check', '--format', 'json', data],
          ['complete', '--', 'show', '--data', data, ''],
          ['ask', 'alpha', '--why', '--data', data],
          ['ask', 'carbonara', '--data', data],
          ['mail', 'alpha', '--data', data],
          ...FORMATS.flatMap((format) => [
            ['list', '--format', format, '--data', data],
            ['show', '1', '--format', format, '--data', data],
          ]),
          ['show', '1', '--format', 'terminal', '--color', 'never', '--data', data],
          ['show', text, '--data', data],
        ];
        for (const argv of commands) expect(await outputs(argv), argv.join(' ')).not.toMatch(HOSTILE);
      }),
      { numRuns: 15 },
    );
  });

  it('of a command line or the environment reaches no output', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const commands = [
          [text],
          ['ask', text],
          ['ask', text, '--format', 'json'],
          ['show', text],
          ['list', '--format', text],
          ['list', '--data', text],
          ['list', `--${text}`],
          ['help', text],
          ['check', text],
          ['mail', '--topic', '4', '--to', text],
          ['mail', '--topic', '4', '--subject', text],
          ['mail', '--topic', '4', '--in-reply-to', text],
          ['completion', text],
        ];
        for (const argv of commands) expect(await outputs(argv), argv.join(' ')).not.toMatch(HOSTILE);
        expect(await outputs(['list'], { env: { RUSTPOLICY_DATA: text } })).not.toMatch(HOSTILE);
      }),
      { numRuns: 30 },
    );
  });

  it('of a message reaches no output', async () => {
    const encoded = (text: string) => `=?utf-8?b?${Buffer.from(text).toString('base64')}?=`;
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, isUtf8) => {
        const word = encoded(`${text}\nrustpolicy: forged`);
        const headers = ['Subject', 'X-Mailer', 'List-Id', 'Date', 'References', 'Message-ID'].map(
          (name) => `${name}: ${word}`,
        );
        const people = ['From', 'Reply-To', 'To', 'Cc', 'Mail-Followup-To'].map(
          (name) => `${name}: ${word} <a@b.example>, ${word}`,
        );
        const input = `${[...people, ...headers].join('\n')}\n\nWho fixes a broken Rust build? ${text}\n`;
        const world = worldOf({ input });
        await main(['mail', '--reply', ...(isUtf8 ? ['--utf8'] : [])], world.io);
        expect((world.out() + world.error()).replace(/[\n\t]/g, '')).not.toMatch(HOSTILE);
        expect(world.error()).not.toMatch(/^rustpolicy: forged/m);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a command that is suggested', () => {
  it('quotes what it repeats', async () => {
    const said = await outputs(['ask', '--utf8', 'who; touch x', '$(x)']);
    expect(said).toContain("rustpolicy mail --utf8 'who; touch x' '$(x)'");
  });
});
