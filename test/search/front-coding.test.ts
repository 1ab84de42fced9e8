import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frontCoded, frontDecoded } from '../../src/search/front-coding.ts';

it('writes only what differs from the word before', () => {
  expect(frontCoded(['maintain', 'maintained', 'maintainer', 'make'])).toBe('0maintain 8ed 9r 2ke');
});

it('is undone, whatever the words', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes(' '));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      expect(frontDecoded(frontCoded([...words].sort()))).toEqual([...words].sort());
    }),
  );
});
