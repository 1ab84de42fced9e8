import { describe, expect, it } from 'vitest';
import { hyperlink, isLinkable, wantsHyperlinks } from '../../src/terminal/hyperlinks.ts';
import type { Terminal } from '../../src/terminal/io.ts';
import { worldOf } from '../world.ts';

const able: Terminal = {
  rows: 24,
  supportsHyperlinks: async () => true,
  page: async () => ({ outcome: 'shown' }),
};

const wants = (choice: 'auto' | 'always' | 'never', env: Record<string, string>, pager?: string) =>
  wantsHyperlinks(choice, { ...worldOf({ isTerminal: true, env }).io, terminal: able }, pager);

describe('links are hyperlinks', () => {
  it.each([
    ['by themselves where the terminal shows them', true, wants('auto', {})],
    ['through less, which passes them on', true, wants('auto', {}, '/usr/bin/less -R')],
    ['not through another pager', false, wants('auto', {}, 'more')],
    ['not in tmux', false, wants('auto', { TMUX: '/tmp/tmux-0/default,1,0' })],
    ['not in screen', false, wants('auto', { TERM: 'screen-256color' })],
    ['not on a dumb terminal', false, wants('auto', { TERM: 'dumb' })],
    ['wherever they are asked for', true, wants('always', { TERM: 'dumb' }, 'more')],
    ['nowhere if they are not wanted', false, wants('never', {})],
  ])('%s', async (_, expected, wanted) => {
    expect(await wanted).toBe(expected);
  });

  it('not in a pipe', async () => {
    expect(await wantsHyperlinks('auto', worldOf().io, undefined)).toBe(false);
  });
});

it.each([
  ['https://example.org/', true],
  ['http://example.org/', true],
  ['mailto:somebody@example.org', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['page.md', false],
])('may %s be handed to a terminal: %s', (url, expected) => {
  expect(isLinkable(url)).toBe(expected);
});

it('writes no byte of an address that is not printable ASCII', () => {
  expect(hyperlink('x', 'https://example.org/\u4e00\u0007\ud800%20')).toBe(
    '\u001b]8;;https://example.org/%E4%B8%80%07%20\u001b\\x\u001b]8;;\u001b\\',
  );
});
