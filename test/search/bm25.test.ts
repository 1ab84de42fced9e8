import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitSet,
  buildPostings,
  byteLists,
  hasNumber,
  holdingCounts,
  inverseDocumentFrequency,
  largest,
  listAt,
  postingsIn,
  scoreTexts,
} from '../../src/search/bm25.ts';

describe('a set of numbers', () => {
  it('holds the numbers whose flags are set, and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (flags) => {
        const set = bitSet(flags);
        expect(flags.map((_, number) => hasNumber(set, number))).toEqual(flags);
        expect(hasNumber(set, flags.length + 8)).toBe(false);
      }),
    );
  });

  it('takes a byte for eight', () => {
    expect([8, 9].map((count) => bitSet(Array.from({ length: count }, () => true)).length)).toEqual([1, 2]);
  });
});

describe('a list of bytes', () => {
  it('is found among many', () => {
    const bytes = fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 200 }), (lists) => {
        const coded = byteLists(lists);
        expect(lists.map((_, at) => [...listAt(coded, at)])).toEqual(lists);
      }),
    );
  });

  it('is found from the one of 64 before it whose place is known', () => {
    const lists = Array.from({ length: 200 }, (_, at) => Array.from({ length: at % 3 }, () => at + 1));
    const coded = byteLists(lists);
    expect([...coded.blockStarts]).toHaveLength(4);
    expect(lists.map((_, at) => [...listAt(coded, at)])).toEqual(lists);
  });
});

const USUAL = { k1: 1.2, b: 0.75 };
const [BUILD, BREAK, RARE, UNUSED] = [0, 1, 2, 3];
const someTexts = [[BUILD, BREAK], [BUILD, BUILD, RARE], [BUILD], []];
const postings = buildPostings(someTexts, 4);

/** Two stems in one text: the row of the first ends in the text that the row of the second begins with. */
const neighbours = buildPostings([[0, 1]], 2);

describe('postings', () => {
  it('have a row of texts for each stem, and the length of each text', () => {
    expect([0, 1, 2, 3].map((stem) => [...postings.textsHolding(stem)])).toEqual([
      [0, 1, 1, 2],
      [0],
      [1],
      [],
    ]);
    expect(postings.total).toBe(6);
    expect([...postings.lengths]).toEqual([2, 3, 1, 0]);
  });

  it('know which texts hold a stem, each as often as it does', () => {
    expect([...postings.textsHolding(BUILD)]).toEqual([0, 1, 1, 2]);
    expect([...postings.textsHolding(UNUSED)]).toEqual([]);
  });

  it('know how many texts hold a stem, however often each does', () => {
    // Decoded only here, where it is looked at.
    const fresh = buildPostings(someTexts, 4);
    expect([BUILD, BREAK, RARE, UNUSED].map((stem) => fresh.holdingCount(stem))).toEqual([3, 1, 1, 0]);
    expect([0, 1].map((stem) => neighbours.holdingCount(stem))).toEqual([1, 1]);
  });

  it('know texts of any number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2000 })), (given) => {
        const texts = [...given].sort((a, b) => a - b);
        const all = Array.from({ length: 2001 }, (_, text) =>
          texts.filter((each) => each === text).map(() => 0),
        );
        expect([...buildPostings(all, 1).textsHolding(0)]).toEqual(texts);
      }),
      { numRuns: 20 },
    );
    const far = { bytes: Uint8Array.of(0x81, 0x80, 0x80, 0x08, 0), blockStarts: Uint8Array.of(0) };
    const coded = { gaps: far, lengths: Uint8Array.of(), total: 0 };
    expect([...postingsIn(coded).textsHolding(0)]).toEqual([2 ** 24]);
  });

  it('know which texts hold a stem', () => {
    expect([0, 1, 2, 3].filter((text) => postings.textsHolding(BUILD).includes(text))).toEqual([0, 1, 2]);
    expect([0, 1, 2, 3].filter((text) => postings.textsHolding(RARE).includes(text))).toEqual([1]);
  });
});

it('counts the texts that hold a stem, however often each does', () => {
  expect([...holdingCounts([[BUILD, BREAK], [BUILD, BUILD, RARE], [BUILD], []], 4)]).toEqual([3, 1, 1, 0]);
});

describe('the BM25 score of a text', () => {
  const term = (stem: number, weight: number) => ({ stems: [{ stem, share: 1 }], weight });
  /** Terms as heavy as they are rare. */
  const terms = (...stems: number[]) =>
    stems.map((stem) => term(stem, inverseDocumentFrequency(4, postings.holdingCount(stem))));
  const field = { ...postings, weight: 1 };
  const score = (...stems: number[]) => scoreTexts([field], terms(...stems), USUAL).scores;

  it('is zero for a text without any of the words', () => {
    expect(score(BREAK, RARE)[3]).toBe(0);
  });

  it('tells once which texts hold any of the words', () => {
    expect([...scoreTexts([field], terms(BUILD, BREAK), USUAL).scored]).toEqual([0, 1, 2]);
  });

  it('names no text that holds none of the words', () => {
    expect([...scoreTexts([field], terms(RARE), USUAL).scored]).toEqual([1]);
  });

  it('is that of each text, where one holds a word more often than there are texts', () => {
    const often = buildPostings([[0, 0, 0, 0], [0]], 1);
    expect([...scoreTexts([{ ...often, weight: 1 }], [term(0, 1)], USUAL).scored]).toEqual([0, 1]);
  });

  it('is higher for a rare word than for a common one', () => {
    expect(score(RARE)[1]).toBeGreaterThan(score(BUILD)[1] ?? 0);
  });

  it('is higher for a short text than for a long one that says it as often', () => {
    expect(score(BUILD)[2]).toBeGreaterThan(score(BUILD)[0] ?? 0);
  });

  it('is the formula of Robertson and Zaragoza', () => {
    const rarity = Math.log(1 + (4 - 1 + 0.5) / (1 + 0.5));
    const norm = 1.2 * (1 - 0.75 + 0.75 * (3 / 1.5));
    expect(score(RARE)[1]).toBeCloseTo((rarity * 1 * 2.2) / (1 + norm), 12);
  });

  it('counts a repeated word more, but not twice', () => {
    const rarity = inverseDocumentFrequency(4, 3);
    const norm = 1.2 * (1 - 0.75 + 0.75 * (3 / 1.5));
    expect(score(BUILD)[1]).toBeCloseTo((rarity * 2 * 2.2) / (2 + norm), 12);
  });

  it('counts a word in one text apart from the next word in the same text', () => {
    const [both = 0] = scoreTexts([{ ...neighbours, weight: 1 }], [term(0, 3)], USUAL).scores;
    expect(both).toBeCloseTo(3, 12);
  });

  it('sums over the words', () => {
    expect(score(BUILD, RARE)[1]).toBeCloseTo((score(BUILD)[1] ?? 0) + (score(RARE)[1] ?? 0), 12);
  });

  it('weighs a term as it is told', () => {
    const once = scoreTexts([field], [term(RARE, 1)], USUAL).scores;
    const twice = scoreTexts([field], [term(RARE, 2)], USUAL).scores;
    expect(twice[1]).toBeCloseTo(2 * (once[1] ?? 0), 12);
  });

  it('adds up what its fields hold of a word, each by its weight, before repetition counts less', () => {
    const fields = [
      { ...postings, weight: 2 },
      { ...postings, weight: 1 },
    ];
    const norm = 1 - 0.75 + 0.75 * (3 / 1.5);
    const [, both = 0] = scoreTexts(fields, [term(RARE, 1)], USUAL).scores;
    expect(both).toBeCloseTo((2.2 * (3 / norm)) / (1.2 + 3 / norm), 12);
  });

  it('is that of one word for all the stems that it may be, each by its share', () => {
    const word = {
      stems: [
        { stem: BUILD, share: 1 },
        { stem: RARE, share: 0.5 },
      ],
      weight: 1,
    };
    const norm = 1 - 0.75 + 0.75 * (3 / 1.5);
    const [, both = 0] = scoreTexts([field], [word], USUAL).scores;
    expect(both).toBeCloseTo((2.2 * (2.5 / norm)) / (1.2 + 2.5 / norm), 12);
  });

  it('is that of the text that the parts of a field belong to', () => {
    const whole = { ...postings, lengths: Uint8Array.of(2, 4), wholes: Uint8Array.of(0, 1, 1, 1), weight: 1 };
    const [first = 0, second = 0] = scoreTexts([whole], [term(BUILD, 1)], USUAL).scores;
    const norm = 1 - 0.75 + 0.75 * (4 / 3);
    expect(first).toBeLessThan(second);
    expect(second).toBeCloseTo((2.2 * (3 / norm)) / (1.2 + 3 / norm), 12);
  });
});

it('takes a word for the rarer the fewer texts hold it (Robertson and Sparck Jones)', () => {
  expect(inverseDocumentFrequency(10, 0)).toBeCloseTo(Math.log(1 + 10.5 / 0.5), 12);
  expect(inverseDocumentFrequency(10, 4)).toBeCloseTo(Math.log(1 + 6.5 / 4.5), 12);
});

it('holds rarity above zero even for a word that all texts hold', () => {
  expect(inverseDocumentFrequency(10, 10)).toBeGreaterThan(0);
});

it('finds the largest number, and 0 where there is none', () => {
  expect(largest([3, 12, 5])).toBe(12);
  expect(largest(new Float64Array())).toBe(0);
});
