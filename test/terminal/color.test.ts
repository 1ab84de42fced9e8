import { expect, it } from 'vitest';
import { colorChoiceIn, wantsColor } from '../../src/terminal/color.ts';

it.each([
  ['a terminal', 'auto', {}, true, true],
  ['a pipe', 'auto', {}, false, false],
  ['--color=always in a pipe, over NO_COLOR', 'always', { NO_COLOR: '1' }, false, true],
  ['--color=never on a terminal, over FORCE_COLOR', 'never', { FORCE_COLOR: '1' }, true, false],
  ['NO_COLOR on a terminal', 'auto', { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', 'auto', { NO_COLOR: '' }, true, true],
  ['NO_COLOR over FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['FORCE_COLOR in a pipe', 'auto', { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0 on a terminal', 'auto', { FORCE_COLOR: '0' }, true, false],
  ['CLICOLOR_FORCE in a pipe', 'auto', { CLICOLOR_FORCE: '1' }, false, true],
  ['FORCE_COLOR over TERM=dumb', 'auto', { FORCE_COLOR: '1', TERM: 'dumb' }, true, true],
  ['TERM=dumb on a terminal', 'auto', { TERM: 'dumb' }, true, false],
] as const)('%s', (_, choice, env, isTerminal, colors) => {
  expect(wantsColor(choice, env, isTerminal)).toBe(colors);
});

it.each([
  ['list --color never --nosuch', 'never'],
  ['list --color=always --color=never', 'never'],
  ['list --color', 'auto'],
  ['list --color sometimes', 'auto'],
  ['ask is it always so', 'auto'],
])('the words %s choose %s', (words, choice) => {
  expect(colorChoiceIn(words.split(' '))).toBe(choice);
});
