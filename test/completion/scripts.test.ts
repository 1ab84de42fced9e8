import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathWithRustpolicy, testWith } from '../programs.ts';
import { openTerminal, type Terminal } from '../tmux.ts';

const PATH = pathWithRustpolicy();
const HOME = mkdtempSync(join(tmpdir(), 'rustpolicy-home-'));
mkdirSync(join(HOME, 'my policy'));
writeFileSync(join(HOME, 'my policy', 'faq.md'), '## May I?\n\nYes.\n\n## Must I?\n\nNo.\n');
afterAll(() => rmSync(HOME, { recursive: true }));

const script = (shell: string) =>
  execFileSync('rustpolicy', ['completion', shell], { env: { PATH }, encoding: 'utf8' });
for (const shell of ['bash', 'zsh', 'fish']) writeFileSync(join(HOME, `completion.${shell}`), script(shell));

/** How to start each shell with its completion loaded and nothing else. */
const SHELLS = {
  bash: ['bash --norc --noprofile', 'source completion.bash'],
  zsh: ['zsh -f', 'autoload -Uz compinit; compinit -u -D; source completion.zsh'],
  fish: ['fish --no-config', 'source completion.fish'],
} as const;

describe.each(Object.keys(SHELLS) as (keyof typeof SHELLS)[])('%s completes', (name) => {
  const it = testWith('tmux', name);
  let terminal: Terminal;

  beforeAll(async () => {
    if (it !== test) return;
    const [command, load] = SHELLS[name];
    const size = { columns: 100, rows: 30 };
    terminal = openTerminal(
      `sh -c 'cd "$HOME"; exec ${command}'`,
      { env: { PATH, HOME }, ...size },
      afterAll,
    );
    // The word is put together by the shell, so that it is not its own echo that is waited for.
    terminal.type(`${load}; echo is-re''ady`, 'Enter');
    await terminal.shows('is-ready');
  });

  it.each([
    ['a command', 'rustpolicy sh', 'rustpolicy show '],
    ['a topic', 'rustpolicy show brok', 'rustpolicy show broken-builds '],
    ['an option', 'rustpolicy list --form', 'rustpolicy list --format '],
    ['a choice of an option', 'rustpolicy list --format mark', 'rustpolicy list --format markdown '],
    ['a choice behind an equals sign', 'rustpolicy list --format=mark', 'rustpolicy list --format=markdown '],
    ['a shell', 'rustpolicy completion zs', 'rustpolicy completion zsh '],
    ['a command to help with', 'rustpolicy help comp', 'rustpolicy help completion '],
    [
      "another folder's topic",
      'rustpolicy show --data my\\ policy mu',
      'rustpolicy show --data my\\ policy must ',
    ],
    ['a folder', 'rustpolicy list --data my', 'rustpolicy list --data my\\ policy/'],
  ])('%s', async (_, typed, completed) => {
    terminal.type('C-u', 'C-l', typed, 'Tab');
    // What follows shows that the word is ended, or, behind a folder, that it is not.
    terminal.type('x');
    await terminal.shows(`${completed}x`);
  });

  it('topics with their headings beside them', async () => {
    terminal.type('C-u', 'C-l', 'rustpolicy show ', 'Tab', 'Tab');
    expect(await terminal.shows('Who maintains Rust code in the kernel?')).toContain('maintainer-support');
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
