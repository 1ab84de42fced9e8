import { describe, expect, it } from 'vitest';
import { buildPostings, inverseDocumentFrequency, scoreTexts, textCounts } from '../../src/search/bm25.ts';

const USUAL = { k1: 1.2, b: 0.75 };
const [BUILD, BREAK, RARE, UNUSED] = [0, 1, 2, 3];
const postings = buildPostings([[BUILD, BREAK], [BUILD, BUILD, RARE], [BUILD], []], 4);

describe('postings', () => {
  it('know which text holds a stem how often', () => {
    expect([...textCounts(postings, BUILD)]).toEqual([
      [0, 1],
      [1, 2],
      [2, 1],
    ]);
    expect([...textCounts(postings, UNUSED)]).toEqual([]);
  });
});

describe('scoreTexts', () => {
  const score = (...stems: number[]) =>
    scoreTexts(
      postings,
      stems.map((stem) => ({ stem, weight: 1 })),
      USUAL,
    ).scores;

  it('is zero for a text without any of the words', () => {
    expect(score(BREAK, RARE)[3]).toBe(0);
  });

  it('tells once which texts hold any of the words', () => {
    const terms = [BUILD, BREAK].map((stem) => ({ stem, weight: 1 }));
    expect(scoreTexts(postings, terms, USUAL).scored).toEqual([0, 1, 2]);
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

  it('weighs a term as it is told', () => {
    const half = scoreTexts(postings, [{ stem: RARE, weight: 0.5 }], USUAL);
    expect(half.scores[1]).toBeCloseTo((score(RARE)[1] ?? 0) / 2, 12);
  });
});

it('holds rarity above zero even for a word that all texts hold', () => {
  expect(inverseDocumentFrequency(10, 10)).toBeGreaterThan(0);
});
