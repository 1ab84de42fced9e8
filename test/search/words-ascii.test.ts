import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../src/search/words.ts';

it('reads ASCII the same alone and beside other letters', () => {
  const ascii = fc.string({ unit: fc.constantFrom(..."aB1 +#'`-_.c\n") });
  fc.assert(
    fc.property(ascii, (text) => {
      expect(wordsOf(`${text} \u00e9`)).toEqual([...wordsOf(text), 'e']);
    }),
  );
});
