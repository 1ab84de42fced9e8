import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { pathWithRustpolicy, testWith } from '../programs.ts';
import { openTerminal, type Terminal } from '../tmux.ts';

const PATH = pathWithRustpolicy();
const HOME = mkdtempSync(join(tmpdir(), 'rustpolicy-home-'));
for (const folder of ['my policy', 'docs']) {
  mkdirSync(join(HOME, folder));
  writeFileSync(join(HOME, folder, 'faq.md'), '## May I?\n\nYes.\n\n## Must I?\n\nNo.\n');
}
mkdirSync(join(HOME, 'bin'));
symlinkSync(fileURLToPath(new URL('../../bin/rustpolicy.js', import.meta.url)), join(HOME, 'bin/rustpolicy'));
afterAll(() => rmSync(HOME, { recursive: true }));

const script = (shell: string) =>
  execFileSync('rustpolicy', ['completion', shell], { env: { PATH }, encoding: 'utf8' });
for (const shell of ['bash', 'zsh', 'fish']) writeFileSync(join(HOME, `completion.${shell}`), script(shell));

const ALIASES = `alias rp=rustpolicy; alias rd="rustpolicy --data docs"`;

/** How to start each shell with its completion loaded, two aliases, and nothing else. */
const SHELLS = {
  bash: ['bash --norc --noprofile', `source completion.bash; ${ALIASES}; complete -F _rustpolicy rp rd`],
  zsh: ['zsh -f', `autoload -Uz compinit; compinit -u -D; source completion.zsh; ${ALIASES}`],
  fish: ['fish --no-config', `source completion.fish; ${ALIASES}`],
} as const;

/** A terminal with a shell in it that has its completion loaded. */
async function openShell(
  name: keyof typeof SHELLS,
  path: string,
  whenDone: (close: () => Promise<void>) => void,
): Promise<Terminal> {
  const [command, load] = SHELLS[name];
  const view = { env: { PATH: path, HOME }, columns: 100, rows: 30 };
  const terminal = openTerminal(`sh -c 'cd "$HOME"; exec ${command}'`, view, whenDone);
  // Shells may drop keys that come before their first prompt.
  await terminal.shows(/[$#%>]$/);
  terminal.type(`${load}; echo is-ready`, 'Enter');
  // With a prompt below it: behind that the shell takes keys as it does from then on.
  await terminal.shows(/^is-ready\n.+/m);
  return terminal;
}

/** Types part of a line, completes it, and waits for the whole. */
async function completes(terminal: Terminal, typed: string, whole: string): Promise<void> {
  // What follows shows that the word is ended, or, behind a folder, that it is not.
  terminal.type('C-u', 'C-l', typed, 'Tab', 'x');
  await terminal.shows(`${whole}x`);
}

describe.each(Object.keys(SHELLS) as (keyof typeof SHELLS)[])('%s completes', (name) => {
  const it = testWith('tmux', name);
  let terminal: Terminal;

  beforeAll(async () => {
    if (it === test) terminal = await openShell(name, PATH, afterAll);
  });

  it.each([
    ['a command', 'rustpolicy ', 'sh', 'show '],
    ['a topic', 'rustpolicy show ', 'brok', 'broken-builds '],
    ['an option', 'rustpolicy list ', '--form', '--format '],
    ['a choice of an option', 'rustpolicy list --format ', 'mark', 'markdown '],
    ['a choice behind an equals sign', 'rustpolicy list --format=', 'mark', 'markdown '],
    ['a shell', 'rustpolicy completion ', 'zs', 'zsh '],
    ['a command to help with', 'rustpolicy help ', 'comp', 'completion '],
    ["another folder's topic", 'rustpolicy show --data my\\ policy ', 'mu', 'must '],
    ['a folder', 'rustpolicy list --data ', 'my', 'my\\ policy/'],
    ['a folder behind an equals sign', 'rustpolicy list --data=', 'do', 'docs/'],
    ['a folder at home', 'rustpolicy list --data ~/', 'do', 'docs/'],
    ['a topic behind --data=', 'rustpolicy show --data=docs ', 'mu', 'must '],
    ['a topic of a folder at home', 'rustpolicy show --data ~/docs ', 'mu', 'must '],
    ['the same behind --data=', 'rustpolicy show --data=~/docs ', 'mu', 'must '],
    ['a topic behind an option before', 'rustpolicy --data docs show ', 'mu', 'must '],
    ['a second topic', 'rustpolicy show 4 ', 'brok', 'broken-builds '],
    ['within an open quote', 'rustpolicy show ', '"brok', '"broken-builds" '],
    ['within an open single quote', 'rustpolicy show ', "'brok", "'broken-builds' "],
    ['an alias', 'rp show ', 'brok', 'broken-builds '],
    ['an alias with options', 'rd show ', 'mu', 'must '],
  ])('%s', async (_, before, part, whole) => {
    await completes(terminal, before + part, before + whole);
  });

  it('by a path, where the name alone is not found', async () => {
    const path = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
    const elsewhere = await openShell(name, path, onTestFinished);
    for (const typed of ['./bin/rustpolicy', '~/bin/rustpolicy'])
      await completes(elsewhere, `${typed} show brok`, `${typed} show broken-builds `);
  });

  it.each([
    ['choices with what they mean', 'rustpolicy list --color ', 'where the terminal shows it'],
    ['topics by their names', 'rustpolicy show ', 'maintainer-support'],
    ['topics with their headings beside them', 'rustpolicy show ', 'Who maintains Rust code in the kernel?'],
  ])('%s', async (_, typed, shown) => {
    terminal.type('C-u', 'C-l', typed, 'Tab', 'Tab');
    await terminal.shows(shown);
  });

  it('nothing in a question, and evaluates nothing of it', async () => {
    terminal.type(
      'C-c',
      'C-l',
      "rustpolicy ask '$(touch evaluated)' `touch evaluated` wh",
      'Tab',
      'Tab',
      'C-u',
    );
    terminal.type("ls; echo is-do''ne", 'Enter');
    expect(await terminal.shows('is-done')).not.toContain('evaluated');
  });
});
