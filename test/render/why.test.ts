import { describe, expect, it } from 'vitest';
import { renderWhy } from '../../src/render/why.ts';
import type { TopicWhy } from '../../src/search/explanation.ts';

type WordWhy = TopicWhy['words'][number];

/** A word and where it stands. */
const said = (word: string, through: WordWhy['through'], more: Partial<WordWhy> = {}): WordWhy => ({
  ...{ word, through, readAs: undefined, weight: undefined },
  ...more,
});

describe('an explanation for a person', () => {
  it('tells in sentences what was read, and what supports and weakens each topic', () => {
    const text = renderWhy(
      {
        cutOff: 0.5,
        confidence: 0.9,
        unknown: ['foo'],
        elsewhere: undefined,
        topics: [
          {
            number: 4,
            name: 'broken-builds',
            score: 0.9,
            parts: { model: 0.8, nearest: 1 },
            nearest: 'who fixes it',
            words: [
              said('may', [], { weight: -0.4 }),
              said('fix', ['asked-as'], { weight: 0.5 }),
              said('brokn', ['heading', 'body'], { readAs: 'broken', weight: 2.5 }),
              said('so', [], { weight: 0.1 }),
            ],
          },
          { number: 3, name: 'maintainers', score: 0.2, parts: {}, nearest: undefined, words: [] },
        ],
      },
      'By default, no changes that break\nthe build, and so on, should be introduced anywhere.',
    );
    expect(text).toBe(`Why: it is 90 % sure that the policy answers this, and it answers from 50 %.
It read "brokn" as "broken".
Nothing here holds "foo".
Likeliest is broken-builds, 90 %. Nearest there is "who fixes it". It is supported by "broken" and "fix". It is weakened by "may".
Then comes maintainers, 20 %. No word tells for or against it.
By the phrasings that ask for it, the passage "By default, no changes that break the build, and so on, ..." answers best.
`);
  });

  it('says that nothing was answered, and which other page is nearest', () => {
    const elsewhere = { name: 'rustc', closeness: 0.756 };
    expect(renderWhy({ cutOff: 0.5, confidence: 0.49, unknown: [], elsewhere, topics: [] })).toBe(
      'Why: it is 49 % sure that the policy answers this, and it answers from 50 %.\nOf what the policy does not answer, rustc is nearest.\n',
    );
  });

  it('goes by where words stand in a folder that has no weights', () => {
    const words = [said('x', ['body']), said('y', [])];
    const topics = [{ number: 1, name: 'a', score: 0.5, parts: {}, nearest: undefined, words }];
    expect(renderWhy({ cutOff: 0.5, confidence: 0.5, unknown: [], elsewhere: undefined, topics })).toContain(
      'Likeliest is a, 50 %. It is supported by "x". It is weakened by "y".',
    );
  });
});
