import { expect, it } from 'vitest';
import { cells } from '../../../src/render/layout/cells.ts';

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
