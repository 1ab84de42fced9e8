import { describe, expect, it } from 'vitest';
import { prepareData } from '../../src/build/prepare-data.ts';
import { renderWhy } from '../../src/render/why.ts';
import { find } from '../../src/search/answer.ts';
import { explain } from '../../src/search/why.ts';

const { policy, index } = await prepareData(new URL('../../data', import.meta.url).pathname);
const whyOf = (question: string) => explain(policy, index, find(policy, index, question));

describe('explain', () => {
  it('explains the first three topics', () => {
    const { topics } = whyOf('who fixes broken builds');
    expect(topics).toHaveLength(3);
    expect(topics[0]?.name).toBe('broken-builds');
    expect(Object.keys(topics[0]?.parts ?? {})).toEqual(['model', 'nearest']);
  });

  it('tells where a word stands, and what it was read as', () => {
    const words = whyOf('who repairs brokn builds').topics[0]?.words;
    expect(words?.map(({ word, readAs }) => [word, readAs])).toEqual([
      ['repairs', undefined],
      ['brokn', 'broken'],
      ['builds', undefined],
    ]);
    expect(words?.[2]?.through).toEqual(['heading', 'asked-as', 'body']);
    expect(words?.[0]?.through).toEqual(['asked-as']);
  });

  it('names words that nothing holds', () => {
    expect(whyOf('broken builds of zzyzx0').unknown).toEqual(['zzyzx0']);
  });

  it('names the question answered elsewhere that is nearest', () => {
    expect(whyOf('minimum rustc version').elsewhere?.name).toBe('minimum-rustc-version');
    expect(whyOf('can a maintainer refuse Rust for lack of time')).not.toHaveProperty('elsewhere');
  });

  it('says no confidence at or above the cut-off where nothing is answered', () => {
    const { confidence, cutOff } = whyOf('recipe for spaghetti carbonara');
    expect(confidence).toBeLessThan(cutOff);
  });
});

describe('renderWhy', () => {
  it('reads as a person reads it', () => {
    const text = renderWhy({
      cutOff: 0.5,
      confidence: 0.9,
      unknown: ['foo'],
      topics: [
        {
          number: 4,
          name: 'broken-builds',
          score: 0.9,
          parts: { model: 0.8, nearest: 1 },
          words: [
            { word: 'brokn', readAs: 'broken', through: ['heading', 'body'], weight: 2.5 },
            { word: 'may', through: [], weight: -0.4 },
          ],
        },
      ],
    });
    expect(text).toBe(`Why: confidence 0.90, answered from 0.50: answered
Words not known: foo

4 broken-builds: score 0.90 (model 0.80, nearest 1.00)
  brokn (read as broken)  in heading, body; for it 2.5
  may                     not here; against it 0.4
`);
  });
});
