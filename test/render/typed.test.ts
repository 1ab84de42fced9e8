import { expect, it } from 'vitest';
import { typed } from '../../src/render/typed.ts';

it.each([
  [undefined, 'rustpolicy show 4'],
  ['docs/policies', 'rustpolicy show 4 --data docs/policies'],
  ['my docs', "rustpolicy show 4 --data 'my docs'"],
  ["it's $HOME", "rustpolicy show 4 --data 'it'\\''s $HOME'"],
  ['~/docs', "rustpolicy show 4 --data '~/docs'"],
  ['a\u001b[2Jb', "rustpolicy show 4 --data 'a[2Jb'"],
])('with the folder %j a command is typed as %s', (data, command) => {
  expect(typed('show 4', data)).toBe(command);
});
