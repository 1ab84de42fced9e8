import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { mailWidth } from '../../src/mail/width.ts';

it('is 72 columns unless asked otherwise, so that a quoted reply still fits', () => {
  expect([undefined, 30, 75].map(mailWidth)).toEqual([72, 30, 75]);
});

it.each([29, 76, 100])('is never %d', (width) => {
  expect(() => mailWidth(width)).toThrow(InputError);
});
