import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandEntry, PROGRAM, spellingsOf } from '../../src/command-line/command-table.ts';
import EXAMPLES from '../../src/command-line/examples.json' with { type: 'json' };
import { manPage } from '../../src/command-line/man-page.ts';
import { testWith } from '../programs.ts';

const packageJson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const built = fileURLToPath(new URL(`../../${packageJson.man[0]}`, import.meta.url));

function read() {
  const env = { ...process.env, MANWIDTH: '100', LC_ALL: 'C' };
  const { stdout, stderr } = spawnSync('man', ['--warnings', '-l', built], { encoding: 'utf8', env });
  return { text: stdout, warnings: stderr };
}

describe('the manual page', () => {
  testWith('mandoc')('is found faultless by mandoc', () => {
    const { status, stdout, stderr } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', built], {
      encoding: 'utf8',
    });
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
  });

  testWith('man')('is read by man without a warning, every command and option in it', () => {
    const { text, warnings } = read();
    expect(warnings).toBe('');
    const options = [PROGRAM, ...Object.values<CommandEntry>(COMMANDS)].flatMap((command) =>
      Object.values(command.options).flatMap(spellingsOf),
    );
    const names = [...Object.keys(COMMANDS), ...options];
    expect(names.filter((name) => !text.includes(`${name}`))).toEqual([]);
  });

  testWith('man')('shows every example as it is to be typed', () => {
    const { text } = read();
    const commands = Object.values(EXAMPLES).flatMap((examples) => examples.map(([command = '']) => command));
    expect(commands.filter((command) => !text.includes(`${command}\n`))).toEqual([]);
  });

  testWith('man')('names the project in its header and footer, and no system', () => {
    const { text } = read();
    expect(text).toMatch(/^RUSTPOLICY\(1\) .* RUSTPOLICY\(1\)\n/);
    expect(text.trimEnd().split('\n').at(-1)).toContain(`rustpolicy ${PROGRAM.version}`);
    expect(text).not.toContain('BSD');
  });

  testWith('man')('tells of folders, JSON, mail, what --why tells, and files', () => {
    const { text } = read();
    const told = [
      'asked-as/NAME.md',
      'elsewhere/NAME.md',
      'schemaVersion',
      '--why',
      'CLICOLOR',
      'Only what -o names',
    ];
    expect(told.filter((word) => !text.replace(/\s+/g, ' ').includes(word))).toEqual([]);
  });

  it('calls the program as it is typed, at the start of a sentence too', () => {
    expect(manPage(new Date(0))).not.toContain('Rustpolicy');
  });

  it('tells below a command what its options mean there and in no other', () => {
    const page = manPage(new Date(0));
    const [, ask = ''] = /^\.It Ic ask .*\n([\s\S]*?)^\.It Ic list/m.exec(page) ?? [];
    const [, check = ''] = /^\.It Ic check .*\n([\s\S]*?)^\.It Ic completion/m.exec(page) ?? [];
    expect(ask).toMatch(/^\.It Fl \\-brief\nOnly the paragraph/m);
    expect(check).toMatch(/^\.It Fl \\-format Ar format\nForm of the output: text or json/m);
  });

  it('is dated and names its version', () => {
    const page = manPage(new Date('2026-01-09T23:00:00Z'));
    expect(page).toContain('.Dd January 9, 2026\n');
    expect(page).toContain(`.Os "rustpolicy ${PROGRAM.version}"\n`);
  });
});
