import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import examples from '../../src/command-line/examples.json' with { type: 'json' };
import { pathWithRustpolicy, testWith } from '../programs.ts';
import { openTerminal, type Terminal } from '../tmux.ts';

const PATH = pathWithRustpolicy();
const SHELL = 'sh';

/** As the help of `list` shows it. */
const PICKER = examples.list[0]?.[0];

/** A real terminal with a shell in it, in which a command line has been typed. */
async function shellRunning(
  commandLine: string,
  { columns = 80, rows = 24, env = {} as Readonly<Record<string, string>> } = {},
) {
  const terminal = openTerminal(SHELL, { columns, rows, env: { PATH, HOME: '/nonexistent', ...env } });
  // Keys that come before a shell is there are sometimes lost.
  await terminal.shows('$');
  terminal.type(`clear; ${commandLine}; echo status-$?`, 'Enter');
  return terminal;
}

/** Goes to the end in less, again and again, as it drops keys while it takes note of an interrupt or of a new size. */
async function toEnd(terminal: Terminal): Promise<string> {
  const typing = setInterval(() => terminal.type('G'), 100);
  return terminal.shows('(END)').finally(() => clearInterval(typing));
}

/** Less's, with as much of the heading as there is room for. */
const PROMPT = /build with \.\.\.$/m;

const FIRST = 'Who is responsible if a C change';
const LAST = 'Rust kernel policy, revision';

describe('a long answer in a small window', () => {
  const it = testWith('tmux', 'less');
  const size = { columns: 60, rows: 12 };

  it('waits in less at its beginning, and leaves the terminal as it was when less is left', async () => {
    const terminal = await shellRunning('rustpolicy show broken-builds', size);
    const page = await terminal.shows(PROMPT);
    expect(page).toContain(FIRST);
    expect(page).not.toContain(LAST);
    terminal.type('q');
    await terminal.shows('status-0');
    terminal.type("stty -a | grep -q ' echo ' && echo san''e", 'Enter');
    await terminal.shows('sane');
  });

  it.each([40, 80, 200])('opens with what answers in sight, at %i columns', async (columns) => {
    const terminal = await shellRunning('rustpolicy ask what is stage 1 of the block layer', {
      columns,
      rows: 12,
    });
    const page = await terminal.shows(columns === 40 ? /change \.\.\.$/m : /Rust enabled\?$/m);
    expect(page).toContain('▌ "stage 1" in their Rust'.slice(0, columns === 200 ? 1 : undefined));
    expect(page).toContain('this approach was chosen');
    expect(page).not.toContain('The usual kernel policy applies');
    terminal.type('g');
    await terminal.shows('The usual kernel policy applies');
  });

  it('lets LESS of the user go before: another line, another prompt', async () => {
    const env = { LESS: '-R +G$-PsMine' };
    const terminal = await shellRunning('rustpolicy ask what is stage 1 of the block layer', {
      ...size,
      env,
    });
    expect(await terminal.shows(/^Mine$/m)).toContain(LAST);
  });

  it('goes in colour through another pipe, 80 columns wide, with footnotes', async () => {
    const command = 'rustpolicy show broken-builds --color always | less -R';
    const terminal = await shellRunning(command, { columns: 200, rows: 12 });
    const page = await terminal.shows(/^:$/m);
    expect(page.split('\n')[2]).toBe(
      'The usual kernel policy applies. So, by default, changes should not be',
    );
    expect(await terminal.painted()).toContain('\u001b[1mWho is responsible');
  });

  it('keeps to Ctrl-C as less does: the answer stays, the terminal is sane', async () => {
    const terminal = await shellRunning('rustpolicy show broken-builds', size);
    await terminal.shows(PROMPT);
    terminal.type('C-c');
    await toEnd(terminal);
    terminal.type('q');
    await terminal.shows('status-0');
    terminal.type("stty -a | grep -q ' echo ' && echo san''e", 'Enter');
    await terminal.shows('sane');
  });

  it('goes on to its end as the window changes', async () => {
    const terminal = await shellRunning('rustpolicy show broken-builds', size);
    await terminal.shows(PROMPT);
    terminal.resize(90, 16);
    // Less takes its new size in at once, or at the next key if it was about to wait for one.
    terminal.type('g');
    await terminal.shows('breakage reaches Linus');
    expect(await toEnd(terminal)).toContain(LAST);
    terminal.type('q');
    await terminal.shows('status-0');
  });

  it('is printed plainly with --no-pager', async () => {
    const terminal = await shellRunning('rustpolicy show broken-builds --no-pager', size);
    expect(await terminal.shows('status-0')).toContain(LAST);
  });

  it.each([
    ['is not installed', 'nosuchpager', 'pager "nosuchpager" is not installed'],
    ['fails', 'false', 'pager "false" ended with status 1'],
  ])('is printed plainly where the pager %s', async (_, pager, message) => {
    const terminal = await shellRunning('rustpolicy show broken-builds', {
      columns: 90,
      rows: 16,
      env: { PAGER: pager },
    });
    await terminal.shows('status-0');
    terminal.resize(90, 60);
    const screen = await terminal.shows(LAST);
    expect(screen.split(message)).toHaveLength(2);
    expect(screen).not.toContain('not found');
  });
});

describe('a window that holds the answer', () => {
  const it = testWith('tmux');

  it.each([20, 40, 72, 80, 100, 200])('shows it whole at %i columns', async (columns) => {
    const terminal = await shellRunning('rustpolicy show maintainers', { columns, rows: 60 });
    const screen = await terminal.shows('status-0');
    const text = screen.split('\n').filter((line) => !/https?:|status-0/.test(line));
    expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(Math.min(columns, 100));
    expect(text.join(' ').replace(/\s+/g, ' ')).toContain('act as "fallback maintainers" for Rust code too');
  });

  it('takes the width that it has when the command starts', async () => {
    const terminal = await shellRunning('true', { columns: 100, rows: 60 });
    await terminal.shows('status-0');
    terminal.resize(40, 60);
    terminal.type('clear; rustpolicy show maintainers; echo done-$?', 'Enter');
    const screen = await terminal.shows('done-0');
    expect(screen).toContain('The usual kernel policy applies. That\nis, whoever is the listed maintainer.');
  });

  it('takes the width that it has when the question is there', async () => {
    const terminal = await shellRunning('echo reading; rustpolicy ask -', { columns: 100, rows: 60 });
    await terminal.shows(/^reading$/m);
    terminal.type('who maintains Rust code', 'Enter');
    await terminal.shows('who maintains Rust code');
    terminal.resize(40, 60);
    terminal.type('C-d');
    const screen = await terminal.shows('status-0');
    expect(screen).toContain('The usual kernel policy applies. That\n');
  });

  it('has colour, and none with NO_COLOR, TERM=dumb or --color never', async () => {
    const painted = async (commandLine: string, env: Record<string, string> = {}) => {
      const terminal = await shellRunning(commandLine, { rows: 60, env });
      await terminal.shows('status-0');
      return terminal.painted();
    };
    expect(await painted('rustpolicy show 2')).toContain('\u001b[1m');
    expect(await painted('rustpolicy show 2', { NO_COLOR: '1' })).not.toContain('\u001b');
    expect(await painted('rustpolicy show 2', { TERM: 'dumb' })).not.toContain('\u001b');
    expect(await painted('rustpolicy show 2 --color never')).not.toContain('\u001b');
  });

  it('draws in ASCII where the locale has no more', async () => {
    const terminal = await shellRunning('rustpolicy show subsystems', { rows: 60, env: { LANG: 'C' } });
    const screen = await terminal.shows('status-0');
    expect(screen).toContain('* Some subsystems');
    expect(screen).toMatch(/^\p{ASCII}*$/u);
  });
});

describe('a reader that leaves early', () => {
  const it = testWith('tmux');

  it.each(['show broken-builds', 'ask who maintains rust code', 'list', '--help'])(
    'rustpolicy %s | head -1 says nothing of it',
    async (command) => {
      const terminal = await shellRunning(`rustpolicy ${command} | head -1`);
      const screen = await terminal.shows(/^status-0\n\$$/m);
      expect(screen.split('\n')).toHaveLength(3);
    },
  );
});

describe('a program behind a pipe', () => {
  testWith('tmux')('keeps the terminal as it has set it up, whenever we end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-long-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    // More than a pipe holds, so that we are still there when the other program begins.
    writeFileSync(join(folder, 'long.md'), `## Long\n\n${'word '.repeat(100_000)}\n`);
    const terminal = await shellRunning(
      `rustpolicy show long --data ${folder} | { head -c 1; stty -echo </dev/tty; cat >${folder}/rest; stty -a </dev/tty | grep -o -- '-echo '; }; stty echo`,
    );
    expect(await terminal.shows('status-0')).toContain('-echo');
  });
});

describe('a picker', () => {
  const it = testWith('tmux', 'fzf', 'zsh');

  it('fzf finds a topic, shows it beside the list as wide as there is room, and gives its name', async () => {
    const terminal = await shellRunning(`${PICKER} | cut -f2`, {
      columns: 120,
      rows: 30,
    });
    await terminal.shows(/^ +11\/11 /m);
    terminal.type('duplicated');
    const screen = await terminal.shows(/│ to get Rust bootstrapped — please see Rust reference +│/);
    expect(screen).toMatch(/^ +1\/11 /m);
    terminal.type('Enter');
    expect(await terminal.shows('status-0')).toContain('duplicate-drivers');
  });

  it('fzf shows whole lines beside the list, also in a narrow window of zsh, which sets COLUMNS', async () => {
    const terminal = await shellRunning(PICKER ?? '', { columns: 40, rows: 30, env: { SHELL: 'zsh' } });
    await terminal.shows(/^ +11\/11 /m);
    terminal.type('duplicated');
    await terminal.shows(/│ Are duplicated +│/);
  });
});

describe('a pager that is ended', () => {
  const it = testWith('tmux', 'less');
  const size = { columns: 60, rows: 12 };
  const sane = "stty -a | grep -q ' icanon' && stty -a | grep -q ' echo ' && echo san''e";

  it('with us, by SIGTERM, sets the terminal back; the status is 143', async () => {
    const pid = join(mkdtempSync(join(tmpdir(), 'rustpolicy-')), 'pid');
    const command = `sh -c 'echo $$ >${pid}; exec rustpolicy show broken-builds'`;
    const terminal = await shellRunning(command, size);
    await terminal.shows(PROMPT);
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGTERM');
    await terminal.shows('status-143');
    terminal.type(sane, 'Enter');
    await terminal.shows('sane');
  });

  it('by SIGKILL is told, the answer is printed, and the terminal set back', async () => {
    const pid = join(mkdtempSync(join(tmpdir(), 'rustpolicy-')), 'pid');
    const env = { PAGER: `echo $$ >${pid}; exec less` };
    const terminal = await shellRunning('rustpolicy show broken-builds', { ...size, env });
    await terminal.shows(PROMPT);
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
    await terminal.shows('status-0');
    terminal.type('clear; ', sane, 'Enter');
    await terminal.shows('sane');
  });
});
