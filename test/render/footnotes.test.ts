import { expect, it } from 'vitest';
import { newFootnotes } from '../../src/render/footnotes.ts';

it('numbers each URL once, in order of first use', () => {
  const footnotes = newFootnotes();
  expect(['a', 'b', 'a', 'c'].map(footnotes.number)).toEqual([1, 2, 1, 3]);
  expect(footnotes.urls()).toEqual(['a', 'b', 'c']);
});

it('begins at the number that it is told', () => {
  expect(['a', 'b', 'a'].map(newFootnotes(3).number)).toEqual([3, 4, 3]);
});
