import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import type { Terminal } from '../src/terminal/io.ts';
import { strangers } from './fuzz/invariants.ts';
import { worldOf } from './world.ts';

const BIN = fileURLToPath(new URL('../bin/rustpolicy.js', import.meta.url));

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

/** What begins a line of ours, and a text may not. */
const FORGED = 'rustpolicy: forged';
const FORGED_LINE = /^rustpolicy: forged/m;

/** Runs a command line; neither output may hold what acts on a terminal, hides text, or is not ours as it seems. */
async function expectHarmless(
  argv: readonly string[],
  options: Parameters<typeof worldOf>[0] = {},
): Promise<void> {
  const world = worldOf(options);
  const titles: string[] = [];
  const terminal: Terminal = {
    rows: 2,
    supportsHyperlinks: async () => true,
    page: async (_, __, { title = '' }) => {
      titles.push(title);
      return 'is not there';
    },
  };
  await main(argv, options.isTerminal === true ? { ...world.io, terminal } : world.io);
  expectNoStrangers(argv, world.out(), world.error(), ...titles);
  // On a terminal any word may come to stand at a line's start.
  if (options.isTerminal !== true) expect(world.error(), argv.join(' ')).not.toMatch(FORGED_LINE);
}

function expectNoStrangers(argv: readonly string[], ...outputs: readonly string[]): void {
  expect(outputs.map(strangers), argv.join(' ')).toEqual(outputs.map(() => []));
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
  mkdirSync(join(folder, 'elsewhere'));
  write(`elsewhere/${name}.md`, `---\nasked-as: [gamma]\nsee: [${inYaml(text)}]\n---\n${text}\n`);
  mkdirSync(join(folder, 'asked-as', `b${name}`), { recursive: true });
  write(`asked-as/b${name}/${name}.md`, `## ${text}\n\n> ${text}\n\n- delta ${text} ${asEntities(text)}\n`);
  write(`asked-as/${name}.md`, `- ${text}\n`);
  symlinkSync(text.replaceAll('/', ''), join(folder, `link ${name}.md`));
  return folder;
}

const FORMATS = ['text', 'markdown', 'json', 'mail', 'terminal'];
const ON_TERMINAL = { isTerminal: true, columns: 40, env: { LANG: 'C.UTF-8', FORCE_HYPERLINK: '1' } };

const VARIABLES = [
  ...['RUSTPOLICY_DATA', 'RUSTPOLICY_PAGER', 'PAGER', 'LESS', 'EMAIL', 'HOME'],
  ...['LANG', 'LC_ALL', 'TERM', 'COLUMNS'],
];

describe('hostile text', () => {
  it('of a folder reaches no output', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, hasPage) => {
        const data = folderOf(text, hasPage);
        const commands = [
          ['check', '--verbose', data],
          ['check', '--format', 'json', data],
          ['complete', '--', 'show', '--data', data, ''],
          ['complete', '--', 'list', '--data', join(data, '..', '')],
          ...['alpha', 'delta', 'gamma', 'carbonara'].map((word) => ['ask', word, '--why', '--data', data]),
          ['ask', 'gamma', '--format', 'json', '--data', data],
          ['ask', 'delta', '--why', '--format', 'json', '--data', data],
          ['mail', 'alpha', '--data', data],
          ['mail', 'alpha', '--utf8', '--data', data],
          ...FORMATS.flatMap((format) => [
            ['list', '--format', format, '--data', data],
            ['show', '--format', format, '--data', data],
          ]),
          ['show', text, '--data', data],
        ];
        for (const argv of commands) {
          await expectHarmless(argv);
          await expectHarmless(argv, ON_TERMINAL);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('of a command line or the environment reaches no output', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const commands = [
          [text],
          ['ask', text],
          ['ask', text, '--why'],
          ['ask', text, '--format', 'json'],
          ['ask', 'rust', '-n', text],
          ['show', text],
          ['list', '--format', text],
          ['list', '--width', text],
          ['list', '--data', text],
          ['list', `--${text}`],
          ['list', text],
          ['help', text],
          ['check', text],
          ...['--to', '--cc', '--subject', '--in-reply-to', '--reply', '-o'].map((option) => [
            ...['mail', '--topic', '4', option, text],
          ]),
          ['mail', text],
          ['completion', text],
          ['complete', '--', text],
          ['complete', '--', 'show', text],
        ];
        for (const argv of commands) {
          await expectHarmless(argv);
          await expectHarmless(argv, ON_TERMINAL);
        }
        await expectHarmless(['ask', '-'], { input: text });
        await expectHarmless(['mail', '-'], { input: text });
        for (const name of VARIABLES)
          for (const argv of [['list'], ['mail', '--topic', '4'], ['list', '--data', '~/x']])
            for (const isTerminal of [false, true])
              await expectHarmless(argv, { isTerminal, env: { [name]: text } });
      }),
      { numRuns: 12 },
    );
  });

  it('of a message reaches no output', async () => {
    const encoded = (text: string) => `=?utf-8?b?${Buffer.from(text).toString('base64')}?=`;
    const writings: readonly ((text: string) => string)[] = [
      (text) => encoded(`${text}\n${FORGED}`),
      (text) => text,
      (text) => `"${text}\n ${FORGED}"`,
    ];
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.constantFrom(...writings),
        fc.subarray(['--utf8', '--brief'], { minLength: 0 }),
        async (text, writing, options) => {
          const word = writing(text);
          const headers = [
            ...['Subject', 'X-Mailer', 'List-Id', 'List-Post', 'Date', 'References', 'Message-ID'],
            ...['In-Reply-To', 'Sender', 'Content-Language', 'Received', `X-${text.replace(/[^!-~]/g, '')}`],
          ].map((name) => `${name}: ${word}`);
          const people = ['From', 'Reply-To', 'To', 'Cc', 'Mail-Followup-To', 'Resent-To'].map(
            (name) =>
              `${name}: ${word} <a@b.example>, ${word}, ${word}@c.example, <${word}>, ${word}: d@e.f;`,
          );
          const content = [
            `Content-Type: text/plain; charset="${text}"; name="${word}"`,
            `Content-Transfer-Encoding: ${text}`,
          ];
          for (const more of [[], content, ['Content-Type: text/html']]) {
            const head = [`From ${text}`, ...people, ...headers, ...more].join('\n');
            const input = `${head}\n\nWho fixes a broken Rust build? ${text} ${asEntities(text)}\n`;
            await expectHarmless(['mail', '--reply', ...options], { input });
            await expectHarmless(['mail', '--reply', ...options], { input, isTerminal: true, columns: 50 });
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it("in paths and variables reaches no output of the built program, nor do the system's errors", async () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const data = folderOf(text, false);
        const [file, gone] = [join(data, `${text.slice(0, 60)}.md`), `${text}/gone/${text}`];
        const commands = [
          ['list', '--data', file],
          ['list', '--data', gone],
          ['list', '--data', join(file, text)],
          ['list', '--data', text.repeat(60)],
          ['list'],
          ['check', '.'],
          ['mail', '--topic', '4', '-o', join(data, gone)],
          ['mail', '--topic', '4', '-o', data],
          ['mail', '--topic', '4', '-o', text.repeat(60)],
          ['mail', '--reply', data],
          ['mail', '--reply', gone],
          ['show', '1', '--data', '.', '--format', 'terminal', '--color', 'always'],
        ];
        const variables = [
          'EMAIL',
          'PAGER',
          'LANG',
          'TERM',
          'RUSTPOLICY_PAGER',
          'GIT_CONFIG_GLOBAL',
          'COLUMNS',
        ];
        const env = Object.fromEntries(variables.map((name) => [name, text]));
        for (const argv of commands) {
          const { stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
            cwd: data,
            env: { PATH: process.env['PATH'] ?? '', ...env },
            encoding: 'utf8',
          });
          expectNoStrangers(argv, stdout, stderr);
        }
      }),
      { numRuns: 3 },
    );
  });
});

describe('a command that is suggested', () => {
  it('quotes what it repeats', async () => {
    const world = worldOf();
    await main(['ask', '--utf8', 'who; touch x', '$(x)'], world.io);
    expect(world.error()).toContain("rustpolicy mail --utf8 'who; touch x' '$(x)'");
  });
});
