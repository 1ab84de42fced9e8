import { describe, expect, it } from 'vitest';
import { rank } from '../../src/search/answer.ts';
import { inverseDocumentFrequency } from '../../src/search/bm25.ts';
import { buildIndex } from '../../src/search/search-index.ts';

type Texts = readonly (readonly [heading: string, body: string])[];

/** A folder's sections and phrasings as an index without a model. */
function indexOf(texts: Texts, elsewhere: readonly string[] = []) {
  const sections = texts.map(([heading, body], at) => ({
    number: at + 1,
    name: `n${at}`,
    anchor: `n${at}`,
    heading,
    body,
  }));
  const policy = {
    page: { title: 'P' },
    sections,
    elsewhere: elsewhere.map((name) => ({ name, answer: '', see: [] })),
  };
  return buildIndex(policy, {
    sections: texts.map(() => []),
    elsewhere: elsewhere.map((text) => [{ text }]),
  });
}

/** The scores of a question by its own fields. */
function scored(index: ReturnType<typeof indexOf>, question: string) {
  const { parts } = rank(index, question);
  if (parts.kind !== 'fields') throw new Error('it is not ranked by fields');
  return parts;
}

const folder = indexOf(
  [
    ['Holidays', 'Everyone takes thirty days.'],
    ['Travel', 'Trains before planes.'],
    ['Expenses', 'Send receipts within thirty days.'],
  ],
  ['salary bands'],
);

describe('how well a section is found by its own words', () => {
  it('is summed over its heading and its body', () => {
    const [heading = 0] = scored(folder, 'holidays').relevance;
    const [body = 0] = scored(folder, 'everyone').relevance;
    expect(scored(folder, 'holidays everyone').relevance[0]).toBeCloseTo(heading + body, 12);
    expect(Math.min(heading, body)).toBeGreaterThan(0);
  });

  it('is nothing where it holds none of them', () => {
    expect(scored(folder, 'holidays').relevance).toEqual([expect.any(Number), 0, 0, 0]);
  });

  it('is no greater for a word that is asked twice', () => {
    expect(scored(folder, 'trains trains').relevance).toEqual(scored(folder, 'trains').relevance);
  });

  it('is greater for a word that says something than for one that does not', () => {
    const index = indexOf([
      ['What', ''],
      ['Cat', ''],
    ]);
    const [what = 0, cat = 0] = scored(index, 'what cat').relevance;
    expect(cat).toBeGreaterThan(what);
    expect(what).toBeGreaterThan(0);
  });

  it('is greater for a word as it is written than for one that is corrected, even where both are asked', () => {
    const trains = indexOf([['', 'trains '.repeat(4)]]);
    const [written = 0] = scored(trains, 'trains').relevance;
    const [corrected = 0] = scored(trains, 'trians').relevance;
    expect(written).toBeGreaterThan(corrected);
    expect(scored(trains, 'trians trains').relevance).toEqual([written]);
    expect(scored(trains, 'trains trians').relevance).toEqual([written]);
  });

  it('is also given as a share of the best', () => {
    const { relevance, nearness } = scored(folder, 'thirty days of holidays');
    expect(nearness).toEqual(relevance.map((score) => score / (relevance[0] ?? 0)));
    expect(scored(folder, 'zyzzyva').nearness).toEqual([0, 0, 0, 0]);
  });
});

describe('how much of a question the best section holds', () => {
  const rarity = (holding: number) => inverseDocumentFrequency(4, holding);

  it.each([
    ['trains before planes', 1],
    ['zyzzyva', 0],
    ['', 0],
    ['what is the', 0],
    ['trains of zyzzyva', rarity(1) / (rarity(1) + rarity(0))],
    ['everyone within thirty days', (rarity(1) + 2 * rarity(2)) / (2 * rarity(1) + 2 * rarity(2))],
    ['trains trains receipts', 2 / 3],
  ])('is for %j %f', (question, share) => {
    expect(scored(folder, question).closeness).toBeCloseTo(share, 12);
  });
});

describe('how sure it is that the folder answers', () => {
  it('is certain where the best section holds all of the question, and nil where none holds any', () => {
    expect(scored(folder, 'trains before planes').confidence).toBe(1);
    expect(scored(folder, 'zyzzyva').confidence).toBe(0);
  });

  it.each([
    ['trains receipts', 1 / 2, 'enough'],
    ['trains receipts holidays', 1 / 3, 'enough'],
    ['trains receipts holidays zyzzyva', 0.2, 'too little'],
  ])('takes %j, of which one section holds %f, for %s', (question, share, enough) => {
    const { closeness, confidence } = scored(folder, question);
    expect(closeness).toBeCloseTo(share, 1);
    expect(confidence >= 0.5 ? 'enough' : 'too little').toBe(enough);
  });

  it('grows with what it holds', () => {
    const questions = [
      'trains receipts holidays zyzzyva',
      'trains receipts holidays',
      'trains receipts',
      'trains',
    ];
    const grown = questions.map((question) => scored(folder, question).confidence);
    expect(grown).toEqual([...new Set(grown)].sort());
  });

  it('is nil where a question that is answered elsewhere is nearest', () => {
    expect(scored(folder, 'salary bands').confidence).toBe(0);
    expect(rank(folder, 'salary bands').elsewhere).toBe(0);
  });
});
