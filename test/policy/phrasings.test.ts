import { expect, it } from 'vitest';
import { groupedItems } from '../../src/policy/phrasings.ts';

/** The items of a list, without their file. */
const items = (text: string) =>
  groupedItems(text, { file: 'a.md', line: 1 }).map(({ file: _, ...item }) => item);

it('gives the items of all lists, in one line each, with their lines', () => {
  const text = '# Group\n\n- one\n  more\n- *two*\n\n## Other\n\n1. three\n\n   - four\n\n2. five\n';
  expect(items(text)).toEqual([
    { text: 'one more', line: 3 },
    { text: 'two', line: 5 },
    { text: 'three', line: 9 },
    { text: 'four', line: 11 },
    { text: 'five', line: 13 },
  ]);
});

it('passes over empty items', () => {
  expect(items('-\n- a\n')).toEqual([{ text: 'a', line: 2 }]);
});

it('gives each item the quote at the head of its group, until the next heading', () => {
  const text = '## A\n\n> in the\n> *policy*\n\n- one\n\n> another\n\n- two\n  - three\n\n## B\n\n- four\n';
  expect(items(text)).toEqual([
    { text: 'one', line: 6, quote: 'in the policy' },
    { text: 'two', line: 10, quote: 'another' },
    { text: 'three', line: 11, quote: 'another' },
    { text: 'four', line: 15 },
  ]);
});

it('joins the paragraphs of an item', () => {
  expect(items('- one\n\n  more\n')).toEqual([{ text: 'one more', line: 1 }]);
});
