import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUTION, editDistance, newCorrector } from '../../src/search/spelling.ts';
import { anyText } from '../any-text.ts';

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
const correct = newCorrector(known, CAUTION.bold);

/** What a word is read as beside these: a digit behind a word is the logarithm of its count, 1 where there is none. */
const corrected = (typed: string, ...words: readonly string[]) => correctedWith(CAUTION.bold, typed, words);

function correctedWith(
  caution: (typeof CAUTION)['bold' | 'cautious'],
  typed: string,
  words: readonly string[],
) {
  const known = words.map((entry) => ({
    word: entry.replace(/\d$/, ''),
    logCount: Number(/\d$/.exec(entry)?.[0] ?? 1),
  }));
  return newCorrector(known, caution)(typed).join(' ');
}

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

  it.each([
    ['abcdefgh', ['abcdefgx', 'abcdefyx'], 'abcdefgx', 'fewer edits'],
    ['plait', ['plain9', 'plaid3'], 'plain', 'the word that is used more'],
    ['xrust', ['rust1', 'xrunt1'], 'xrunt', 'the word that begins alike'],
  ])('reads %s, beside %j, as %s: %s', (typed, words, read) => {
    expect(corrected(typed, ...words)).toBe(read);
  });

  it.each([
    ['linse', 'linxe', 'one edit in five letters'],
    ['linsen', 'linxyn', 'two in eight'],
    ['maintane', 'maintxye', 'two in eight'],
    ['maintaine', 'maintxyze', 'three in more'],
  ])('reads %s as %s: %s', (typed, word) => {
    expect(corrected(typed, word)).toBe(word);
  });

  it.each([
    ['linse', 'linxy', 'one edit in five letters'],
    ['linsen', 'lixyzn', 'two in eight'],
    ['maintane', 'maixyzne', 'two in eight'],
    ['maintaine', 'mawxyzine', 'three in more'],
  ])('does not read %s as %s: %s', (typed, word) => {
    expect(corrected(typed, word)).toBe(typed);
  });

  it.each([
    ['abc', 'abd', 'abd'],
    ['ab', 'abd', 'ab'],
    ['a2cd', 'abcd', 'a2cd'],
    ['2bcd', 'abcd', '2bcd'],
    ['abc2', 'abcd', 'abc2'],
    [`${'abcdefgh'.repeat(4)}`, `${'abcdefgh'.repeat(4)}i`, `${'abcdefgh'.repeat(4)}i`],
    [`${'abcdefgh'.repeat(4)}i`, `${'abcdefgh'.repeat(4)}`, `${'abcdefgh'.repeat(4)}i`],
  ])('takes words of three to 32 letters: %s beside %s is %s', (typed, word, read) => {
    expect(corrected(typed, word)).toBe(read);
  });

  it('takes one slip for likelier than a missing blank, and that for likelier than two slips', () => {
    expect(corrected('inputs', 'input9', 'in9', 'puts9')).toBe('input');
    expect(corrected('toolbox', 'toolkits9', 'tool9', 'box9')).toBe('tool box');
  });

  it('takes the halves that are used most, and none that is rare', () => {
    expect(corrected('therest', 'the9', 'rest3', 'there5', 'st5')).toBe('there st');
    expect(corrected('therest', 'the9', 'rest5', 'there3', 'st3')).toBe('the rest');
    expect(corrected('therest', 'the9', 'rest1')).toBe('therest');
    expect(corrected('therest', 'the2', 'rest2')).toBe('the rest');
    expect(corrected('xofkernel', 'xo5', 'fkernel5')).toBe('xo fkernel');
    expect(corrected('kernelof', 'kernel5', 'of5')).toBe('kernel of');
  });

  it.each([
    ['abc', ['abcd'], 'abc', 'no edit in three letters'],
    ['abcd', ['abcde'], 'abcde', 'one in four'],
    ['abcd', ['acbd'], 'acbd', 'two letters swapped in four'],
    ['abcde', ['abde'], 'abde', 'one too many in five'],
    ['abcde', ['abxde'], 'abcde', 'none replaced in five'],
    ['abcdef', ['abxdef'], 'abxdef', 'one replaced in six'],
    ['abcdefgh', ['abcdefgx'], 'abcdefgx', 'one in eight'],
    ['abcdefgh', ['abcdefxy'], 'abcdefgh', 'not two in eight'],
    ['abcdefghi', ['abcdefgxy'], 'abcdefgxy', 'two in more'],
    ['abcdefghi', ['abcdefxyz'], 'abcdefghi', 'not three'],
    ['xbcdefghi', ['abcdefghi'], 'xbcdefghi', 'not with another first letter'],
    ['kernelnow', ['kernel5', 'now5'], 'kernel now', 'halves of three letters'],
    ['kernelof', ['kernel5', 'of5'], 'kernelof', 'none of two behind'],
    ['ofkernel', ['kernel5', 'of5'], 'ofkernel', 'nor before'],
  ])('reads with caution %s, beside %j, as %s: %s', (typed, words, read) => {
    expect(correctedWith(CAUTION.cautious, typed, words)).toBe(read);
  });

  it.each(['rest', 'the', 'carbonara', 'xyzzy', 'r2d2', 'ab', ''])('leaves %j alone', (typed) => {
    expect(correct(typed)).toEqual([typed]);
  });

  it('takes any string', () => {
    fc.assert(fc.property(anyText(), (typed) => correct(typed).length > 0));
  });
});

describe('the edits between two words', () => {
  it.each([
    ['rust', 'rust', 0],
    ['rsut', 'rust', 1],
    ['rus', 'rust', 1],
    ['rustt', 'rust', 1],
    ['dust', 'rust', 1],
    ['', 'rust', 4],
    ['ca', 'abc', 3],
    ['abcd', 'badc', 2],
    ['kitten', 'sitting', 3],
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
