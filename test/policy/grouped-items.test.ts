import { expect, it } from 'vitest';
import { groupedItems } from '../../src/policy/grouped-items.ts';

it('gives the items of all lists, in one line each, with their lines', () => {
  const text = '# Group\n\n- one\n  more\n- *two*\n\n## Other\n\n1. three\n\n   - four\n\n2. five\n';
  expect(groupedItems(text)).toEqual([
    { text: 'one more', line: 3 },
    { text: 'two', line: 5 },
    { text: 'three', line: 9 },
    { text: 'four', line: 11 },
    { text: 'five', line: 13 },
  ]);
});

it('passes over empty items', () => {
  expect(groupedItems('-\n- a\n')).toEqual([{ text: 'a', line: 2 }]);
});
