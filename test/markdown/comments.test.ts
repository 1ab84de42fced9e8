import { expect, it } from 'vitest';
import { withoutComments } from '../../src/markdown/comments.ts';

it.each([
  ['a<!-- b -->c', 'ac'],
  ['<!---->a<!-- b\n\nc -->', 'a'],
  ['<!-- a <!-- b -->c', 'c'],
  ['<p>a</p>', '<p>a</p>'],
  ['a --> b', 'a --> b'],
  ['a<!-- b -->c<!-- d', 'ac<!-- d'],
])('leaves %j as %j', (html, kept) => {
  expect(withoutComments(html)).toBe(kept);
});

it.each(['<!--', '<!-- -->'])('takes no time for a million of %j', (text) => {
  expect(withoutComments(text.repeat(1_000_000)).length % 4).toBe(0);
});
