import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

const COMMANDS = [
  ['show', 'broken-builds', '--format', 'mail'],
  ['ask', 'who fixes broken builds', '--format', 'mail'],
  ['list', '--format', 'mail'],
];

describe.each(COMMANDS)('%s %s', (...argv) => {
  it('gives the same bytes on a terminal of any width, coloured or not, and in a pipe', async () => {
    const piped = worldOf();
    const shown = worldOf({ isTerminal: true, columns: 40, env: { FORCE_COLOR: '3' } });
    expect(await main(argv, piped.io)).toBe(0);
    expect(await main([...argv, '--color', 'always'], shown.io)).toBe(0);
    expect(shown.out()).toBe(piped.out());
    expect(piped.out()).toMatch(/^The Rust kernel policy \[1\]/);
    expect(piped.error() + shown.error()).toBe('');
  });
});

it('wraps at --width from 30 to 75 and says so of any other', async () => {
  const narrow = worldOf();
  expect(await main(['show', '4', '--format', 'mail', '--width', '40'], narrow.io)).toBe(0);
  expect(narrow.out()).toContain('> by default, changes should not be\n');

  const wide = worldOf();
  expect(await main(['show', '4', '--format', 'mail', '--width', '76'], wide.io)).toBe(2);
  expect(wide.error()).toBe(
    'rustpolicy: mail of 76 columns is not for the lists, which wrap at 75; give a width of 30 to 75\n',
  );
  expect(wide.out()).toBe('');
});

it('gives a topic a line with tabs in a pipe', async () => {
  const world = worldOf();
  expect(await main(['list'], world.io)).toBe(0);
  expect(world.out().split('\n')[4]).toBe(
    '4\tbroken-builds\tWho is responsible if a C change breaks a build with Rust enabled?',
  );
  expect(world.out().trimEnd().split('\n')).toHaveLength(11);
});
