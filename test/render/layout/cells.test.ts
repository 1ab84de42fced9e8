import { describe, expect, it } from 'vitest';
import { blanksFor, cells, rowsOf, widest } from '../../../src/render/layout/cells.ts';

describe('the columns of a text', () => {
  it.each([
    ['', 0],
    ['plain text', 10],
    ['Größe – “x” … ─▌', 16],
    ['漢字', 4],
    ['e\u0301', 1],
    ['👍', 2],
    ['\u001b[1mbold\u001b[22m', 4],
  ])('%j takes %i', (text, columns) => {
    expect(cells(text)).toBe(columns);
  });
});

it('blanks stand for a text, column by column', () => {
  expect(blanksFor('漢字 ')).toBe('     ');
});

describe('the rows of a text on a terminal of 10 columns', () => {
  it.each([
    ['of three lines', 'a\n\nc\n', 3],
    ['of a line that is just not broken', `${'x'.repeat(10)}\n`, 1],
    ['of two lines of which one is broken twice', `a\n${'x'.repeat(21)}\n`, 4],
    ['of wide characters', '漢字漢字漢字\n', 2],
    ['whose colours take no room', '\u001b[1m1234567890\u001b[22m\nb\n', 2],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text, 10)).toBe(rows);
  });
});

describe('the widest', () => {
  it('is the largest of some widths, and 0 of none', () => {
    expect(widest([3, 12, 5])).toBe(12);
    expect(widest([])).toBe(0);
  });

  it('takes more widths than a call takes arguments', () => {
    expect(widest(Array.from({ length: 500_000 }, (_, at) => at))).toBe(499_999);
  });
});
