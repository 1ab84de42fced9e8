import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitSet, hasNumber } from '../../src/search/bit-set.ts';

it('holds the numbers whose flags are set, and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (flags) => {
      const set = bitSet(flags);
      expect(flags.map((_, number) => hasNumber(set, number))).toEqual(flags);
      expect(hasNumber(set, flags.length + 8)).toBe(false);
    }),
  );
});
