import { describe, expect, it } from 'vitest';
import type { PolicyText } from '../../src/policy/policy.ts';
import { answerOf, listJson, renderJson, showJson, topicJson } from '../../src/render/json.ts';
import { find, lexedFinding } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { lexed } from '../section.ts';

const section = { number: 1, name: 'noise', anchor: 'is-it', heading: 'Noise', body: 'See [a](x.html).' };
const policy: PolicyText = {
  page: { title: 'Rules', source: 'https://example.org/rules', revision: '12ab', updated: '2025-04-02' },
  sections: [section],
  elsewhere: [{ name: 'rent', answer: 'Ask.', see: ['https://rent.example/'] }],
};
const bare = { ...policy, page: { title: 'Rules' } };
const topic = { number: 1, name: 'noise', anchor: 'is-it', heading: 'Noise' };
const url = 'https://example.org/rules#is-it';

function answered(question: string, asked = policy) {
  const index = buildIndex(asked, { sections: [[]], elsewhere: [[{ text: 'rent' }]] });
  return answerOf(asked, question, lexedFinding(find(asked, index, question), lexed));
}

describe('an answer as JSON', () => {
  it('has the section, the closest topics and the page', () => {
    expect(answered('noise')).toStrictEqual({
      question: 'noise',
      outcome: 'answered',
      answer: {
        ...topic,
        url,
        markdown: 'See [a](https://example.org/x.html).',
        text: 'See a [1].\n\n[1] https://example.org/x.html',
      },
      closest: [{ ...topic, url, score: 1 }],
      policy: policy.page,
    });
  });

  it('has where to look where it is answered elsewhere', () => {
    expect(answered('rent')).toStrictEqual({
      question: 'rent',
      outcome: 'elsewhere',
      closest: [],
      elsewhere: 'Ask.',
      see: ['https://rent.example/'],
      policy: policy.page,
    });
  });

  it('has neither where it is unanswered', () => {
    expect(Object.keys(answered('zyzzyva'))).toEqual(['question', 'outcome', 'closest', 'policy']);
  });

  it('leaves out what the folder does not tell', () => {
    expect(answered('zyzzyva', bare)).toStrictEqual({
      question: 'zyzzyva',
      outcome: 'unanswered',
      closest: [],
      policy: { title: 'Rules' },
    });
  });

  it('has scores of three digits', () => {
    const { score = 0 } = answered('noise of zyzzyva').closest[0] ?? {};
    expect(score).toBeGreaterThan(0);
    expect(score).toBe(Number(score.toFixed(3)));
  });
});

it('has beside the answer a second topic that is nearly as likely', () => {
  const noise = lexed(section);
  const index = buildIndex(policy, { sections: [[]], elsewhere: [[]] });
  const { closest, ranking } = find(policy, index, 'noise');
  const finding = { closest, ranking, outcome: 'answered', section: noise, at: 0 } as const;
  const answer = (near: typeof section | undefined) => answerOf(bare, 'noise', { ...finding, near });
  expect(answer({ ...section, number: 2, name: 'din' }).near).toStrictEqual({
    ...topic,
    number: 2,
    name: 'din',
  });
  expect(answer(undefined)).not.toHaveProperty('near');
});

it('gives several sections as a list', () => {
  const [first, second] = [section, { ...section, number: 2 }].map(lexed);
  if (first === undefined || second === undefined) throw new Error('two');
  const { answer } = showJson(bare.page, [first]);
  expect(showJson(bare.page, [first, second])).toStrictEqual({
    answers: [answer, { ...answer, number: 2 }],
    policy: { title: 'Rules' },
  });
});

it.each([
  [undefined, []],
  [['Birds'], ['Birds']],
])('says where a topic of a folder stands, under %j', (parents, expected) => {
  const place = { file: 'pets/a\u200b.md', line: 7 };
  const placed = { ...section, place, ...(parents && { parents }) };
  expect(topicJson(bare.page, placed)).toStrictEqual({
    ...topic,
    file: 'pets/a.md',
    line: 7,
    parents: expected,
  });
});

it('gives a section with where it is from', () => {
  expect(showJson(bare.page, [lexed(section)])).toStrictEqual({
    answer: { ...topic, markdown: section.body, text: 'See a [1].\n\n[1] x.html' },
    policy: { title: 'Rules' },
  });
});

it('gives topics with where they are from', () => {
  expect(listJson(policy)).toStrictEqual({ topics: [{ ...topic, url }], policy: policy.page });
});

it('writes one document, its version first', () => {
  expect(renderJson({ a: [1] })).toBe('{\n  "schemaVersion": 1,\n  "a": [\n    1\n  ]\n}\n');
});
