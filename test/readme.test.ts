import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import { pathWithRustpolicy } from './programs.ts';
import { worldOf } from './world.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const PATH = pathWithRustpolicy();

/** Where README's commands are run: with the folder and the message that they name, which is the home as well. */
let place = '';

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'rustpolicy-readme-'));
  mkdirSync(join(place, '.config/fish/completions'), { recursive: true });
  const folder = fileURLToPath(new URL('eval/folders/team-rules', import.meta.url));
  cpSync(folder, join(place, 'docs/policies'), { recursive: true });
  appendFileSync(join(place, 'docs/policies/01-releases.md'), '\n## Empty\n\n## Plans\n\n[More](gone.md).\n');
  const message = [
    'From: dev@example.org',
    'Message-ID: <1@example.org>',
    '',
    'Who fixes broken builds?',
    '',
  ];
  writeFileSync(join(place, 'message'), message.join('\n'));
});
afterAll(() => rmSync(place, { recursive: true }));

function shell(command: string) {
  const env = { PATH, HOME: place };
  return spawnSync('sh', ['-c', command], { cwd: place, env, encoding: 'utf8' });
}

it('shows on its first screen the commands that set up, ask and test, and what is really answered', async () => {
  const world = worldOf();
  expect(await main(['ask', 'who fixes broken builds'], world.io)).toBe(0);
  const start = 'npm ci && npx rustpolicy ask "who fixes broken builds"';
  expect(readme.split('\n').findIndex((line) => line.includes(start))).toBeLessThan(15);
  expect(readme).toContain(`\n    ${start}\n    npm cit\n`);
  const [head = '', tail = ''] = /```text\n(.*?)```/s.exec(readme)?.[1]?.split('[...]\n\n') ?? [];
  expect(head).toMatch(/^Who is responsible/);
  expect(tail).toMatch(/^https:.*\nRust kernel policy, revision /);
  expect(world.out().startsWith(head) && world.out().endsWith(`\n\n${tail}`)).toBe(true);
});

it.each(
  [...readme.matchAll(/^ {4}\$ (.+)\n((?:(?: {4}(?!\$ ).*)?\n)+)/gm)].map(([, command = '', said = '']) => [
    command,
    said,
  ]),
)('quotes what %s says', (command, said) => {
  const { stdout, stderr } = shell(command);
  const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  expect(words(stdout + stderr)).toBe(words(said));
});

/** Up to a pipe into another program; not the one with a variable of zsh's. */
const commands = [...readme.matchAll(/^ {4}(rustpolicy (?!.*fpath).+?)(?: \| .*)?$/gm)].map(
  ([, command = '']) => command,
);

it('shows commands that can be run', () => {
  expect(commands.length).toBeGreaterThan(9);
});

it.each(commands)('shows a command that can be run: %s', (command) => {
  const { status, stderr } = shell(command.replace('-o draft', '--force -o draft'));
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: command.includes('--why') ? expect.any(String) : '',
  });
});

it('shows within two screens an answer, a pointer, a refusal, a mail and a folder, and is short', () => {
  const lines = readme.split('\n');
  const first = lines.slice(0, 50).join('\n');
  const shown = [
    'Who is responsible',
    'does not cover this',
    'does not answer this',
    '> The usual',
    '--data docs/policies',
  ];
  expect(shown.filter((words) => !first.includes(words))).toEqual([]);
  expect(lines.length).toBeLessThanOrEqual(161);
});

it('shows how a program uses the library', () => {
  const program = /```js\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const cwd = new URL('..', import.meta.url);
  const args = [
    '--input-type=module',
    '--eval',
    `${program}\nconsole.log(outcome, sections.length, body.length > 0, text !== undefined);`,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'answered 11 true true\n', stderr: '' });
});
