import { describe, expect, it } from 'vitest';
import { renderWhy } from '../../src/render/why.ts';

describe('an explanation for a person', () => {
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

  it('says that nothing was answered, and what is nearest elsewhere', () => {
    const elsewhere = { name: 'rustc', closeness: 0.756 };
    const why = { cutOff: 0.5, confidence: 0.499, unknown: ['foo', 'bar'], elsewhere, topics: [] };
    expect(renderWhy(why)).toBe(`Why: confidence 0.50, answered from 0.50: not answered
Words not known: foo, bar
Nearest is a question answered elsewhere: rustc (closeness 0.76)
`);
  });

  it('answers from the cut-off upward, and leaves out what there is none of', () => {
    const topic = { number: 1, name: 'a', score: 0.5, parts: { words: 1 } };
    const words = [{ word: 'x', through: ['asked-as'] }] as const;
    const why = { cutOff: 0.5, confidence: 0.5, unknown: [] };
    expect(
      renderWhy({
        ...why,
        topics: [
          { ...topic, words },
          { ...topic, words: [] },
        ],
      }),
    ).toBe(`Why: confidence 0.50, answered from 0.50: answered

1 a: score 0.50 (words 1.00)
  x  in asked-as

1 a: score 0.50 (words 1.00)
`);
  });

  it('takes no weight for one that speaks for it', () => {
    const words = [{ word: 'x', through: [], weight: 0 }] as const;
    const topics = [{ number: 1, name: 'a', score: 0, parts: {}, words }];
    expect(renderWhy({ cutOff: 0.5, confidence: 0, unknown: [], topics })).toContain(
      'x  not here; for it 0.0',
    );
  });
});
