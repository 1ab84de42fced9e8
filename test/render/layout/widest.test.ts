import { expect, it } from 'vitest';
import { widest } from '../../../src/render/layout/widest.ts';

it('is the largest of some widths, and 0 of none', () => {
  expect(widest([3, 12, 5])).toBe(12);
  expect(widest([])).toBe(0);
});

it('takes more widths than a call takes arguments', () => {
  expect(widest(Array.from({ length: 500_000 }, (_, at) => at))).toBe(499_999);
});
