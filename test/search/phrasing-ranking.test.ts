import { describe, expect, it } from 'vitest';
import { rank } from '../../src/search/answer.ts';
import { nearestUnits } from '../../src/search/phrasing-ranking.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { section } from '../section.ts';

const asked = (...texts: string[]) => texts.map((text) => ({ text }));

const policy = {
  page: { title: 'Town' },
  sections: [
    section(1, 'Waste collection', 'Bins are emptied on Mondays.'),
    section(2, 'Library cards', 'Cards are free for residents.'),
  ],
  elsewhere: [{ name: 'taxes', answer: 'Ask the tax office.', see: ['https://tax.example/'] }],
};
const index = buildIndex(policy, {
  sections: [
    asked(
      'when are bins emptied',
      'when is waste collected',
      'on which day are the bins emptied',
      'who collects waste',
      'waste collection days',
      'my bin was not emptied',
      'bins on mondays',
      'collection of waste',
    ),
    asked(
      'how do I get a library card',
      'what does a card cost',
      'are cards free',
      'cost of a library card',
      'who gets a library card',
      'lost my library card',
      'library card for residents',
      'free card',
    ),
  ],
  elsewhere: [
    asked('when are taxes due', 'how high is the property tax', 'who collects taxes', 'tax office hours'),
  ],
});

/** The scores of a question by its own parts. */
function scored(question: string) {
  const { parts } = rank(index, question);
  if (parts.kind !== 'phrasings') throw new Error('it is not ranked by phrasings');
  return parts;
}

describe('a question by how people ask', () => {
  it('is surely answered where somebody asked it so', () => {
    const { confidence, relevance } = scored('when are bins emptied');
    expect(confidence).toBeGreaterThan(0.8);
    expect(relevance[0]).toBeGreaterThan(0.8);
  });

  it('is not answered where it is asked of something else', () => {
    expect(scored('who collects taxes').confidence).toBeLessThan(0.2);
  });

  it('is not answered where none of its words says anything', () => {
    expect(scored('when is it').confidence).toBe(0);
    expect(scored('').confidence).toBe(0);
  });

  it('is doubted the more of its words are foreign', () => {
    const doubts = ['bins emptied', 'bins emptied gotham', 'bins emptied gotham krypton'].map(
      (question) => scored(question).confidence,
    );
    expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
    expect(new Set(doubts).size).toBe(3);
  });

  it('has probabilities for all sections by the model, the rest being for no answer', () => {
    for (const question of ['free bins', 'taxes', 'zyzzyva']) {
      const { modelled } = scored(question);
      expect(modelled).toHaveLength(2);
      const sum = modelled.reduce((total, share) => total + share, 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThan(1);
    }
  });

  it('is surer by its nearest phrasing than by the model alone', () => {
    const { relevance, modelled } = scored('my bin was not emptied');
    expect(relevance[0]).toBeGreaterThan(modelled[0] ?? 1);
  });

  it('has a section behind the first that is as likely as the model says, where its nearest phrasing is far', () => {
    const { relevance, modelled, nearness } = scored('my bin was not emptied');
    expect(nearness[1]).toBe(0);
    expect(relevance[1]).toBe(modelled[1]);
  });

  it('has a first section that is always the likeliest, though the model alone may say another', () => {
    const { relevance, modelled } = scored('when when when cost');
    expect(modelled[0]).toBeGreaterThan(0.7);
    expect(relevance[1]).toBeLessThan(0.7);
    expect(relevance[0]).toBeLessThan(relevance[1] ?? 0);
  });
});

describe('a question whose words a phrasing lists', () => {
  it('is as likely as can be where it is listed', () => {
    const { listed, relevance } = scored('bins emptied');
    expect(listed).toBe(0);
    expect(relevance[0]).toBe(1);
    expect(relevance).toHaveLength(2);
  });

  it('is listed nowhere where it says more, or nothing', () => {
    expect(['bins emptied today', 'bins', 'what is it'].map((question) => scored(question).listed)).toEqual([
      -1, -1, -1,
    ]);
  });

  it('is no remark, which says much between', () => {
    expect(scored('so when will it be that they all are to have those bins emptied').listed).toBe(-1);
  });

  it('leads elsewhere where it is what is told of a topic', () => {
    const { parts } = rank(index, 'bins emptied', 0);
    expect(parts.elsewhere()).toBe(0);
    expect(parts.confidence).toBeLessThan(0.5);
  });
});

describe('a question beside what its nearest unit says', () => {
  it('is 2 nats likelier to be of that section than the model says', () => {
    const { modelled, relevance, nearness } = scored('mondays');
    expect(nearness).toEqual([1, 0, 0]);
    const odds = (share = 0) => share / (1 - share);
    expect(odds(relevance[0])).toBeCloseTo(Math.exp(2) * odds(modelled[0]), 1);
  });

  it.each([
    ['is in a heading alone', 'Gate', 'Opens.', 'open', 'gate'],
    ['is in the last phrasing alone', 'Door', 'Opens.', 'gate', 'gate'],
  ])('is answered though its word %s', (_, heading, body, last, question) => {
    const one = { page: { title: 'P' }, sections: [section(1, heading, body)], elsewhere: [] };
    const few = buildIndex(one, { sections: [asked(...Array(7).fill('open'), last)], elsewhere: [] });
    expect(rank(few, question).parts.confidence).toBeGreaterThan(0.5);
  });
});

describe('the nearest units of a target', () => {
  const words = 'library card taxes waste collection';

  it('are its own, the nearest first, so many', () => {
    const parts = scored(words);
    const near = nearestUnits(parts, 1, 20);
    const scores = near.map((unit) => parts.units.scores[unit] ?? 0);
    expect(
      new Set(near.map((unit) => index.tables.kind === 'phrasings' && index.tables.targets[unit])),
    ).toEqual(new Set([1]));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const most of [1, 2, near.length - 1])
      expect(nearestUnits(parts, 1, most)).toEqual(near.slice(0, most));
  });

  it('are in order where they are as near', () => {
    const insects = { page: { title: 'P' }, sections: [section(1, 'Insects', '')], elsewhere: [] };
    const texts = [...Array(4).fill('ants'), ...Array(4).fill('bees')];
    const { parts } = rank(buildIndex(insects, { sections: [asked(...texts)], elsewhere: [] }), 'bees ants');
    if (parts.kind !== 'phrasings') throw new Error('it is not ranked by phrasings');
    expect(nearestUnits(parts, 0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('beside a few topics elsewhere', () => {
  /** The index of a farm of ants and bees, and of these topics by their phrasings. */
  const farm = (...topics: readonly (readonly string[])[]) =>
    buildIndex(
      {
        page: { title: 'Farm' },
        sections: [section(1, 'Ants', ''), section(2, 'Bees', '')],
        elsewhere: topics.map((_, at) => ({ name: `topic-${at}`, answer: '', see: [] })),
      },
      {
        sections: [asked(...Array(8).fill('ants')), asked(...Array(8).fill('bees'))],
        elsewhere: topics.map((texts) => asked(...texts)),
      },
    );

  it('an unknown word is near to nothing, and rarer than any that is known', () => {
    const of = (question: string) => rank(farm(), question).parts;
    expect([...of('zyzzyva').nearness]).toEqual([0, 0]);
    expect(of('ants zyzzyva').closeness).toBeLessThan(of('ants').closeness / 3);
  });

  const LONG = 'love builders fix bugs';
  const TEN = 'love builders fix bugs roofs walls doors floors lamps pipes';

  it.each([
    ['love', [['love builders']], 0, 'half of its text is asked'],
    ['love', [[LONG]], undefined, 'its text says much more'],
    ['love builders fix', [[TEN]], 0, 'three words of ten are asked'],
    ['love', [['love builders', LONG]], 0, 'one text says little more'],
    ['love ants', [[LONG]], undefined, 'it is the text of a section that says little more'],
    ['love', [['love builders'], ['love builders', 'love makers']], 1, 'more of its texts are near'],
    ['love builders', [['love builders makers'], ['love makers', 'builders makers']], 0, 'a text holds both'],
    ['ants', [['ants ants ants']], undefined, 'it is asked by a word that is everywhere'],
    ['sheep', [['love']], undefined, 'no text holds a word'],
  ])('%j, beside %j, leads to topic %s: %s', (question, topics, topic, _why) => {
    expect(rank(farm(...topics), question).parts.elsewhere()).toBe(topic);
  });
});

describe('a remark', () => {
  it('is about what remarks ask for often, behind the first section', () => {
    const remark = 'on which day of the week are all the bins emptied where nobody has a card at all';
    const { relevance, modelled } = scored(remark);
    const { tables } = index;
    if (tables.kind !== 'phrasings') throw new Error('no phrasings');
    expect(tables.remarked).toEqual([1, 1]);
    const seldom = { ...index, tables: { ...tables, remarked: [1, 0.5] } };
    expect(relevance[1]).toBe(modelled[1]);
    expect(rank(seldom, remark).parts.relevance[1]).toBeCloseTo((modelled[1] ?? 0) / 2);
    const question = 'my bin was not emptied';
    expect([...rank(seldom, question).parts.relevance]).toEqual([...rank(index, question).parts.relevance]);
  });

  it('that two sections could answer is doubted, as likely as it is that one does', () => {
    const bins = 'on which day of the week are the bins emptied where waste is collected';
    const both = 'on which day of the week are the bins emptied and are library cards free';
    const sum = (question: string) => scored(question).modelled.reduce((total, share) => total + share, 0);
    expect(sum(both)).toBeCloseTo(sum(bins), 1);
    const odds = ({ confidence }: { confidence: number }) => confidence / (1 - confidence);
    expect(odds(scored(both))).toBeLessThan(odds(scored(bins)) / 4);
  });
});

describe('nearness', () => {
  it('is the share that the best unit of each section and elsewhere topic has of the best of all', () => {
    const { nearness, units } = scored('who collects waste');
    const best = (from: number, to: number) => Math.max(...units.scores.slice(from, to));
    const all = best(0, units.scores.length);
    expect(nearness).toEqual([1, best(10, 20) / all, best(20, 24) / all]);
  });

  it('is nothing where no unit holds a word', () => {
    expect(scored('zyzzyva').nearness).toEqual([0, 0, 0]);
  });

  it('counts a word once, however often it is asked', () => {
    expect(scored('bins bins bins').units).toEqual(scored('bins').units);
  });

  it('knows nothing of words that say nothing', () => {
    expect(scored('when are the bins').units).toEqual(scored('bins').units);
  });
});

describe('closeness', () => {
  it('is about all where a unit of usual length holds all of the question', () => {
    expect(scored('bins emptied').closeness).toBeGreaterThan(0.8);
  });

  it('is less for each word that its nearest unit lacks', () => {
    const closeness = ['bins emptied', 'bins emptied cards', 'bins emptied cards zyzzyva'].map(
      (question) => scored(question).closeness,
    );
    expect(closeness).toEqual(closeness.toSorted((a, b) => b - a));
    expect(new Set(closeness).size).toBe(3);
  });

  it('is none where nothing is asked', () => {
    expect(scored('when is it').closeness).toBe(0);
  });
});

describe('the ranking', () => {
  it('gives the best section the confidence, and the others their share of it', () => {
    const { sections, parts } = rank(index, 'waste collection for a card');
    const [first = 0, second = 0] = [...parts.relevance].sort((a, b) => b - a);
    const [best, next] = sections();
    expect(best?.score).toBeCloseTo(parts.confidence, 12);
    expect(next?.score).toBeCloseTo((parts.confidence * second) / first, 12);
  });

  it('lists sections that score alike in their order', () => {
    expect(rank(index, 'when').sections()).toEqual([
      { at: 0, score: 0 },
      { at: 1, score: 0 },
    ]);
  });

  it('names the elsewhere topic that is nearest', () => {
    expect(rank(index, 'who collects taxes').parts.elsewhere()).toBe(0);
  });

  it('names none that holds little of the question', () => {
    expect(rank(index, 'taxes zyzzyva gotham krypton').parts.elsewhere()).toBeUndefined();
  });
});
