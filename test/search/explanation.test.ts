import { describe, expect, it } from 'vitest';
import { find } from '../../src/search/answer.ts';
import { explain } from '../../src/search/explanation.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { bundled } from '../bundled-policy.ts';
import { section } from '../section.ts';

const { policy, index } = bundled;
const whyOf = (question: string) => explain({ policy, index }, find(policy, index, question));

describe('an explanation', () => {
  it('is of the first three topics', () => {
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

  it('quotes what of each topic is nearest, where the texts are told', async () => {
    const { tables } = index;
    const texts = tables.kind === 'phrasings' ? await tables.unitTexts() : [];
    const finding = find(policy, index, 'who fixes broken builds');
    const [first, ...others] = explain({ policy, index }, finding, texts).topics;
    expect(first?.nearest).toMatch(/fix.*broken build|broken build.*fix/i);
    expect(others.every(({ nearest }) => nearest !== undefined && nearest.length <= 100)).toBe(true);
    expect(whyOf('who fixes broken builds').topics[0]?.nearest).toBeUndefined();
  });

  it('names words that nothing holds', () => {
    expect(whyOf('broken builds of zzyzx0').unknown).toEqual(['zzyzx0']);
  });

  it('names the question answered elsewhere that is nearest', () => {
    expect(whyOf('minimum rustc version').elsewhere?.name).toBe('minimum-rustc-version');
    expect(whyOf('can a maintainer refuse Rust for lack of time').elsewhere).toBeUndefined();
  });

  it('says no confidence at or above the cut-off where nothing is answered', () => {
    const { confidence, cutOff } = whyOf('recipe for spaghetti carbonara');
    expect(confidence).toBeLessThan(cutOff);
  });
});

/** A folder's sections, with phrasings for the first two or none. */
function explained(question: string, phrasings: readonly string[], unitTexts?: readonly string[]) {
  const town = {
    page: { title: 'Town' },
    sections: [
      section(1, 'Waste collection', 'Bins are emptied on Mondays.\n\n**Glass** is not.'),
      section(2, 'Library cards', 'Cards are free.'),
    ],
    elsewhere: [
      { name: 'taxes', answer: 'Ask.', see: ['https://tax.example/'] },
      { name: 'weather', answer: 'Look up.', see: ['https://weather.example/'] },
    ],
  };
  const index = buildIndex(town, {
    sections: [phrasings.map((text) => ({ text })), phrasings.map((text) => ({ text: `library ${text}` }))],
    elsewhere: [[{ text: 'property tax' }], []],
  });
  return explain({ policy: town, index }, find(town, index, question), unitTexts);
}
const MANY = ['dustmen', 'when', 'rubbish', 'day', 'who', 'how', 'why', 'garbage'];

describe.each([
  ['with phrasings', MANY],
  ['with few', ['dustmen rubbish']],
])('a word of a question, in a folder %s', (_, phrasings) => {
  it.each([
    ['waste', ['heading']],
    ['glass', ['body']],
    ['rubbish', ['asked-as']],
    ['dustmen', ['asked-as']],
    ['bin', ['body']],
  ])('%s stands in the %s', (word, through) => {
    const first = explained(word, phrasings).topics.find(({ number }) => number === 1);
    expect(first?.words.map((each) => each.through)).toEqual([through]);
  });

  it('stands in no field of a topic that another is asked by', () => {
    const first = explained('library rubbish', phrasings).topics.find(({ number }) => number === 1);
    expect(first?.words.map(({ word, through }) => [word, through])).toEqual([
      ['library', []],
      ['rubbish', ['asked-as']],
    ]);
  });

  it('that nothing holds is named once, and is none of the words', () => {
    const { unknown, topics } = explained('xyzzy glass xyzzy', phrasings);
    expect(unknown).toEqual(['xyzzy']);
    expect(topics[0]?.words.map(({ word }) => word)).toEqual(['glass']);
  });

  it('that says nothing is none of them', () => {
    expect(explained('what is glass', phrasings).topics[0]?.words.map(({ word }) => word)).toEqual(['glass']);
  });

  it('has numbers of three digits', () => {
    const { confidence, topics } = explained('glass cards dustmen', phrasings);
    for (const number of [
      confidence,
      ...topics.flatMap(({ parts, score }) => [score, ...Object.values(parts)]),
    ]) {
      expect(number).toBe(Number(number.toFixed(3)));
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThanOrEqual(1);
    }
    expect(topics[0]?.score).toBe(confidence);
    expect(topics[0]?.score).toBeGreaterThan(0);
  });

  it('may be near to what is answered elsewhere', () => {
    expect(explained('property tax', phrasings).elsewhere?.name).toBe('taxes');
    expect(explained('property tax', phrasings).elsewhere?.closeness).toBeGreaterThan(0.5);
    expect(explained('glass', phrasings).elsewhere).toBeUndefined();
    expect(explained('zyzzyva', phrasings).elsewhere).toBeUndefined();
  });
});

it.each([
  ['with phrasings', MANY],
  ['with few', []],
])('reads a section once, however many words are asked, in a folder %s', (_, phrasings) => {
  let reads = 0;
  const counted = {
    ...section(1, 'Waste collection', ''),
    get body() {
      reads += 1;
      return 'Bins are emptied on Mondays. **Glass** is not.';
    },
  };
  const town = { page: { title: 'Town' }, sections: [counted], elsewhere: [] };
  const askedAs = { sections: [phrasings.map((text) => ({ text }))], elsewhere: [] };
  const index = buildIndex(town, askedAs);
  const readsFor = (question: string) => {
    const finding = find(town, index, question);
    reads = 0;
    explain({ policy: town, index }, finding);
    return reads;
  };
  expect(readsFor('glass')).toBeGreaterThan(0);
  expect(readsFor('waste bins emptied mondays glass')).toBe(readsFor('glass'));
});

it('quotes nothing for a topic of which no unit holds a word, nor where no texts are told', () => {
  const texts = ['Waste collection', 'Bins are emptied on Mondays.', 'Glass is not.'];
  expect(explained('glass', MANY, texts).topics.map(({ nearest }) => nearest)).toEqual([
    'Glass is not.',
    undefined,
  ]);
  expect(explained('waste collection', MANY).topics[0]?.nearest).toBeUndefined();
});

describe('the parts of a score', () => {
  it('are by words and closeness where there are few phrasings', () => {
    expect(explained('glass', []).topics[0]?.parts).toEqual({ words: 1, closeness: 1 });
    expect(explained('glass', []).topics).toHaveLength(1);
  });

  it('are by model and nearest phrasing where there are many', () => {
    const [first, second] = explained('dustmen', MANY).topics;
    expect(first?.parts['nearest']).toBe(1);
    expect(second?.parts['nearest']).toBeLessThan(1);
    expect(first?.parts['model']).toBeGreaterThan(second?.parts['model'] ?? 1);
  });

  it('have a weight for each word where a model holds it to say something', () => {
    const [first] = explained('rubbish library', MANY).topics.filter(({ number }) => number === 2);
    const weights = first?.words.map(({ word, weight = 0 }) => [word, Math.sign(weight)]);
    expect(weights).toEqual([
      ['rubbish', expect.any(Number)],
      ['library', 1],
    ]);
    expect(explained('glass', []).topics[0]?.words[0]?.weight).toBeUndefined();
  });
});
