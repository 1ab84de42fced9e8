import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/policy/passages.ts';
import { explained, renderWhy } from '../../src/render/why.ts';
import { find, lexedFinding } from '../../src/search/answer.ts';
import type { TopicWhy } from '../../src/search/explanation.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { bundled } from '../bundled-policy.ts';
import { lexed, section } from '../section.ts';

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
              said('may', [], { weight: -0.3 }),
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
    const why = { cutOff: 0.5 as const, confidence: 0.5, unknown: [], elsewhere: undefined, topics };
    expect(renderWhy(why, 'X is so.')).toContain(
      'Likeliest is a, 50 %. It is supported by "x". It is weakened by "y".\nBy the words that it holds, the passage "X is so." answers best.\n',
    );
  });
});

describe('why a question was answered', () => {
  const house = {
    page: { title: 'House' },
    sections: [section(1, 'Noise', 'Quiet from ten.')],
    elsewhere: [],
  };
  const folder = { policy: house, index: buildIndex(house, { sections: [[]], elsewhere: [] }) };
  const why = (searchable: typeof folder | typeof bundled, question: string, passage?: string) => {
    const { policy, index } = searchable;
    const [best] = passage === undefined ? [] : passagesOf(lexed(section(1, 'A', passage)).tokens);
    return explained(lexedFinding(find(policy, index, question), lexed), searchable, best);
  };

  it('is told in sentences, a line below the answer, and as the same data', async () => {
    const { json, text } = await why(folder, 'noise', 'Quiet *from* ten.');
    expect(text).toBe(`\n${renderWhy(json.why, 'Quiet from ten.')}`);
    expect(json.why.topics.map(({ name }) => name)).toEqual(['n1']);
  });

  it('is told without a passage where none answers best', async () => {
    const { json, text } = await why(folder, 'noise');
    expect(text).toBe(`\n${renderWhy(json.why)}`);
  });

  it('names the nearest phrasing where it is known how people ask, and else none', async () => {
    expect((await why(bundled, 'who fixes broken builds')).text).toMatch(/ Nearest there is ".+"\./);
    expect((await why(folder, 'noise')).text).not.toContain('Nearest');
  });
});
