import { describe, expect, it } from 'vitest';
import { cells, widest } from '../../../src/render/layout/cells.ts';

describe('cells', () => {
  it.each([
    ['', 0],
    ['plain text', 10],
    ['Größe – “x” … ─▌', 16],
    ['漢字', 4],
    ['e\u0301', 1],
    ['👍', 2],
    ['\u001b[1mbold\u001b[22m', 4],
  ])('%j takes %i columns', (text, columns) => {
    expect(cells(text)).toBe(columns);
  });
});

describe('widest', () => {
  it('is the largest of some widths, and 0 of none', () => {
    expect(widest([3, 12, 5])).toBe(12);
    expect(widest([])).toBe(0);
  });

  it('takes more widths than a call takes arguments', () => {
    expect(widest(Array.from({ length: 500_000 }, (_, at) => at))).toBe(499_999);
  });
});
