import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { COMMANDS } from '../src/command-line/command-table.ts';

const BIN = fileURLToPath(new URL('../bin/rustpolicy.js', import.meta.url));
const LIBRARY = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const NETWORK = ['net', 'dns', 'dns/promises', 'http', 'http2', 'https', 'tls', 'dgram', 'inspector', 'quic'];

const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-network-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

/**
 * Loaded before the program: whoever asks for a module of the network by `require` or `process.getBuiltinModule`, or calls
 * `fetch` and its like, is thrown an error.
 */
writeFileSync(
  at('no-network.cjs'),
  `const Module = require('node:module');
  const network = new Set(${JSON.stringify(NETWORK)});
  const refuse = (name) => {
    if (network.has(String(name).replace(/^node:/, ''))) throw new Error('NETWORK: ' + name);
  };
  const load = Module._load;
  Module._load = function (name, ...rest) {
    refuse(name);
    return load.call(this, name, ...rest);
  };
  const builtin = process.getBuiltinModule;
  process.getBuiltinModule = (name) => (refuse(name), builtin?.(name));
  for (const name of ['fetch', 'WebSocket', 'EventSource']) {
    Object.defineProperty(globalThis, name, { get: () => { throw new Error('NETWORK: ' + name); } });
  }
  `,
);
/** The same for whoever asks by `import`: a second thread, which takes as long to start as a run. */
writeFileSync(
  at('no-import.cjs'),
  `require('node:module').register('data:text/javascript,' + encodeURIComponent(\`
    const network = new Set(${JSON.stringify(NETWORK)});
    export async function resolve(name, context, next) {
      if (network.has(name.replace(/^node:/, ''))) throw new Error('NETWORK: ' + name);
      return next(name, context);
    }\`));
  `,
);
writeFileSync(
  at('01-a.md'),
  '## Who reads this?\n\nA [link](https://a.example/) and `code`:\n\n```c\nint x;\n```\n',
);
writeFileSync(at('message'), 'From: a@b.c\nSubject: Rust\n\nWho fixes broken Rust builds?\n');

/** Every command, in every form that loads other parts. */
const COMMAND_LINES = [
  ['--help'],
  ['--version'],
  ['help', 'ask'],
  ['nosuch'],
  ...['terminal', 'text', 'mail', 'markdown', 'json'].flatMap((format) =>
    [['ask', 'who fixes broken builds'], ['list'], ['show', '4'], ['show', '1', '--data', folder]].map(
      (argv) => [...argv, '--format', format, '--color', 'always', '--hyperlinks', 'always'],
    ),
  ),
  ['ask', 'best carbonara recipe', '--why'],
  ['ask', 'who mantains it', '--brief'],
  [
    'mail',
    'who fixes broken builds',
    '--to',
    'A <a@b.c>',
    '--in-reply-to',
    'https://lore.kernel.org/r/1@b.c',
  ],
  ['mail', '--reply', at('message'), '-o', at('draft')],
  ['mail', '--reply', 'https://lore.kernel.org/r/1@b.c'],
  ['check', folder],
  ['check', folder, '--format', 'json'],
  ...['bash', 'zsh', 'fish'].map((shell) => ['completion', shell]),
  ['complete', '--', 'show', ''],
  ['complete', '--', 'show', '--data', folder, ''],
];

function run(argv: readonly string[], guards = ['no-network.cjs', 'no-import.cjs']) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--no-warnings', ...guards.flatMap((guard) => ['--require', at(guard)]), ...argv],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' }, timeout: 15_000 },
  );
  return { output: stdout + stderr, status };
}

it('names every command that there is', () => {
  const names = Object.keys(COMMANDS);
  expect(names.filter((name) => !COMMAND_LINES.some(([first]) => first === name))).toEqual([]);
});

it.each(COMMAND_LINES.map((argv) => [argv.join(' '), argv] as const))(
  'loads no module of the network: %s',
  (_, argv) => {
    const { output, status } = run([BIN, ...argv], ['no-network.cjs']);
    expect(output).not.toContain('NETWORK');
    expect([0, 1, 2]).toContain(status);
  },
);

it('asks for all modules by require', () => {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url));
  const code = readdirSync(dist).filter((name) => name.endsWith('.js'));
  expect(code).toContain('main.js');
  expect(code.filter((name) => /\bimport\s*\(/.test(readFileSync(join(dist, name), 'utf8')))).toEqual([]);
});

it('loads none in the library', () => {
  const program = `import('${LIBRARY}').then(async ({ openPolicy }) => {
    console.log((await openPolicy()).ask('who fixes broken builds').outcome);
    console.log((await openPolicy({ data: '${folder}' })).ask('who reads this').outcome);
  });`;
  expect(run(['-e', program])).toEqual({ output: 'answered\nanswered\n', status: 0 });
});

it.each(['net', 'node:https', 'dgram'])('would see %s, required or imported, and fetch', (name) => {
  const tried = [`require('${name}')`, 'fetch("https://a.example/")'].map(
    (call) => `try { ${call} } catch ({ message }) { console.log(message) }`,
  );
  const { output } = run([
    '-e',
    `${tried.join(';')}; import('${name}').catch(({ message }) => console.log(message))`,
  ]);
  expect(output.match(/^NETWORK: .*$/gm)).toEqual([`NETWORK: ${name}`, 'NETWORK: fetch', `NETWORK: ${name}`]);
});
