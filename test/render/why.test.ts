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
  it('tells in sentences what was read, and what spoke for and against each topic', () => {
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
    expect(text).toBe(`Why: answered, 0.90 sure; it takes 0.50.
Read as: "brokn" as "broken".
Nothing here holds: foo.
broken-builds comes first (0.90). Nearest: "who fixes it". For it: broken (heading, body), fix (asked-as). Against it: may (not in its texts).
The passage that answers best: "By default, no changes that break the build, and so on, ...".
Then maintainers (0.20). No word tells for or against it.
`);
  });

  it('says that nothing was answered, and which other page is nearest', () => {
    const elsewhere = { name: 'rustc', closeness: 0.756 };
    expect(renderWhy({ cutOff: 0.5, confidence: 0.499, unknown: [], elsewhere, topics: [] })).toBe(
      'Why: not answered, 0.50 sure; it takes 0.50.\nOf what other pages answer, rustc is nearest.\n',
    );
  });

  it('goes by where words stand in a folder that has no weights', () => {
    const words = [said('x', ['body']), said('y', [])];
    const topics = [{ number: 1, name: 'a', score: 0.5, parts: {}, nearest: undefined, words }];
    expect(renderWhy({ cutOff: 0.5, confidence: 0.5, unknown: [], elsewhere: undefined, topics })).toContain(
      'a comes first (0.50). For it: x (body). Against it: y (not in its texts).',
    );
  });
});
