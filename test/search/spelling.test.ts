import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, newCorrector } from '../../src/search/spelling.ts';

const COUNTS = {
  maintainer: 9,
  broken: 7,
  build: 8,
  rust: 9,
  rest: 1,
  kernel: 9,
  linux: 9,
  next: 5,
  the: 9,
  of: 9,
};
const known = Object.entries(COUNTS).map(([word, logCount]) => ({ word, logCount }));
const correct = newCorrector(known, (word) => word in COUNTS);

describe('a corrector', () => {
  it.each([
    ['mantainer', ['maintainer']],
    ['maintianer', ['maintainer']],
    ['kernal', ['kernel']],
    ['rsut', ['rust']],
    ['brokenbuild', ['broken', 'build']],
    ['linuxnext', ['linux', 'next']],
  ])('reads %s as %j', (typed, read) => {
    expect(correct(typed)).toEqual(read);
  });

  it.each(['rest', 'the', 'carbonara', 'xyzzy', 'r2d2', 'ab', ''])('leaves %j alone', (typed) => {
    expect(correct(typed)).toEqual([typed]);
  });

  it('takes any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => correct(typed).length > 0));
  });
});

describe('editDistance', () => {
  it.each([
    ['rust', 'rust', 0],
    ['rsut', 'rust', 1],
    ['rus', 'rust', 1],
    ['rustt', 'rust', 1],
    ['dust', 'rust', 1],
    ['', 'rust', 4],
    ['ca', 'abc', 3],
  ])('of %s and %s is %i', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });

  it('is symmetric, and 0 only between equals', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
