import { expect, it } from 'vitest';
import { anchorOf, uniqueNamer } from '../../src/policy/anchor.ts';

it.each([
  ['Who maintains Rust code in the kernel?', 'who-maintains-rust-code-in-the-kernel'],
  ['snake_case and kebab-case', 'snake_case-and-kebab-case'],
  ['two  spaces', 'two--spaces'],
  [' around ', 'around'],
  ['Größe', 'größe'],
])('"%s" has the anchor %s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});

it('numbers what comes again from 1', () => {
  const unique = uniqueNamer();
  expect(['faq', 'faq', 'other', 'faq'].map(unique)).toEqual(['faq', 'faq-1', 'other', 'faq-2']);
});
