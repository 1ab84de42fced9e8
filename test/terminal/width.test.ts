import { expect, it } from 'vitest';
import { textWidth } from '../../src/terminal/width.ts';

it.each([
  ['what was asked for', 132, 40, 132],
  ['the terminal', undefined, 72, 72],
  ['at most 100', undefined, 200, 100],
  ['at least 20', undefined, 5, 20],
  ['80 without a terminal', undefined, undefined, 80],
  ['80 where the terminal does not know', undefined, 0, 80],
] as const)('is %s', (_, asked, columns, width) => {
  expect(textWidth(asked, columns)).toBe(width);
});
