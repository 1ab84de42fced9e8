import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { mailWidth, textWidth } from '../../src/terminal/width.ts';

describe('the width of text', () => {
  it.each([
    ['what was asked for', 132, 40, 132],
    ['that of the terminal', undefined, 72, 72],
    ['at most 100', undefined, 200, 100],
    ['that of a terminal beside which there is hardly room', undefined, 17, 17],
    ['80 without a terminal', undefined, undefined, 80],
    ['80 where the terminal does not know', undefined, 0, 80],
  ] as const)('is %s', (_, asked, columns, width) => {
    expect(textWidth(asked, columns)).toBe(width);
  });
});

describe('the width of mail', () => {
  it('is 72 columns unless asked otherwise, so that a quoted reply still fits', () => {
    expect([undefined, 30, 75].map(mailWidth)).toEqual([72, 30, 75]);
  });

  it.each([29, 76, 100])('is never %d', (width) => {
    expect(() => mailWidth(width)).toThrow(InputError);
  });
});
