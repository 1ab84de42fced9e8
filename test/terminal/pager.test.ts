import { describe, expect, it } from 'vitest';
import { fillsWindow, pagerCommand, pagerEnv } from '../../src/terminal/pager.ts';

describe('the pager', () => {
  it.each([
    [{}, 'less'],
    [{ PAGER: 'more' }, 'more'],
    [{ PAGER: 'more', RUSTPOLICY_PAGER: 'less -S' }, 'less -S'],
    [{ PAGER: '' }, undefined],
    [{ TERM: 'dumb' }, undefined],
    [{ TERM: 'dumb', PAGER: 'more' }, 'more'],
    [{ PAGER: 'cat' }, undefined],
    [{ PAGER: 'more', RUSTPOLICY_PAGER: '' }, undefined],
  ])('of %o is %s', (env, command) => {
    expect(pagerCommand(env)).toBe(command);
  });

  it("has LESS set only where it is not the user's own", () => {
    expect(pagerEnv({})).toEqual({ LESS: 'FRX' });
    expect(pagerEnv({ LESS: '-S' })).toEqual({ LESS: '-S' });
    expect(pagerEnv({ LESS: '' })).toEqual({ LESS: '' });
  });
});

describe('a window of 10 columns and 4 rows', () => {
  it.each([
    ['three lines', 'a\nb\nc\n', false],
    ['four lines, as the prompt takes one', 'a\nb\nc\nd\n', true],
    ['two lines of which one takes three', `a\n${'x'.repeat(21)}\n`, true],
    ['coloured text that is no wider for it', '\u001b[1m1234567890\u001b[22m\nb\nc\n', false],
  ])('is filled by %s', (_, text, expected) => {
    expect(fillsWindow(text, 10, 4)).toBe(expected);
  });
});
