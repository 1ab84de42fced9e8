import { describe, expect, it } from 'vitest';
import { find, rank } from '../../src/search/answer.ts';
import { inverseDocumentFrequency } from '../../src/search/bm25.ts';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { sortedSynonyms } from '../../src/search/near-words.ts';
import { buildIndex } from '../../src/search/search-index.ts';

type Texts = readonly (readonly [heading: string, body: string])[];

/** A folder's sections and phrasings as an index without a model. */
function indexOf(texts: Texts, elsewhere: readonly string[] = [], language = ENGLISH) {
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
  const askedAs = { sections: texts.map(() => []), elsewhere: elsewhere.map((text) => [{ text }]) };
  return buildIndex(policy, askedAs, language);
}

/** Sections in files, each under a heading where one is given. */
function placed(rows: readonly (readonly [heading: string, body: string, file: string, parent?: string])[]) {
  const sections = rows.map(([heading, body, file, parent], at) => ({
    number: at + 1,
    name: `n${at}`,
    anchor: `n${at}`,
    heading,
    body,
    place: { file, line: at + 1 },
    ...(parent === undefined ? {} : { parents: [parent] }),
  }));
  const policy = { page: { title: 'P' }, sections, elsewhere: [] };
  return buildIndex(policy, { sections: rows.map(() => []), elsewhere: [] });
}

/** The scores of a question by its own fields. */
function scored(index: ReturnType<typeof indexOf>, question: string) {
  const { parts } = rank(index, question);
  if (parts.kind !== 'fields') throw new Error('it is not ranked by fields');
  return { ...parts, relevance: [...parts.relevance], nearness: [...parts.nearness] };
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
  it('grows with each field that holds a word of it', () => {
    const [body = 0] = scored(folder, 'everyone').relevance;
    const [both = 0] = scored(folder, 'holidays everyone').relevance;
    expect(body).toBeGreaterThan(0);
    expect(both).toBeGreaterThan(body);
  });

  it('is greater the less its heading says beside what is asked', () => {
    const { relevance } = scored(
      indexOf([
        ['Dog licence fees and forms', ''],
        ['Fees', ''],
      ]),
      'dog fees',
    );
    const longer = scored(
      indexOf([
        ['Dog fees', ''],
        ['Dog licence fees and forms', ''],
      ]),
      'what dog fees',
    ).relevance;
    expect(relevance[0]).toBeGreaterThan(relevance[1] ?? 0);
    expect(longer[0]).toBeGreaterThan(longer[1] ?? 0);
  });

  it('is greater the more its heading is like what is asked, where headings are questions', () => {
    const lead = (end: string) => {
      const [long = 0, like = 0] = scored(
        indexOf([
          [`Are dogs allowed in the woods by the lake${end}`, 'Allowed.'],
          [`Are dogs allowed${end}`, 'Yes.'],
        ]),
        'are dogs allowed',
      ).relevance;
      return like / long;
    };
    expect(lead('?')).toBeGreaterThan(lead('') + 0.1);
  });

  it('counts what it stands under', () => {
    const under = (parents: readonly string[], body: string) => {
      const section = { number: 1, name: 'a', anchor: 'a', heading: 'Costs', body, parents };
      const other = { number: 2, name: 'b', anchor: 'b', heading: 'Costs too', body: 'Cages.' };
      const policy = { page: { title: 'P' }, sections: [section, other], elsewhere: [] };
      return scored(buildIndex(policy, { sections: [[], []], elsewhere: [] }), 'parrots').relevance[0] ?? 0;
    };
    expect(under(['Keeping parrots'], 'Seeds.')).toBeGreaterThan(0);
    expect(under(['Keeping rabbits'], 'Seeds.')).toBe(0);
  });

  it('is less where it only points to others', () => {
    const list = '- [Roses](roses.md)\n- [Pruning roses](pruning.md)\n';
    const texts: Texts = [
      ['Garden', list],
      ['Pruning roses', 'Cut above the third bud.'],
      ['Lawn', 'Mow.'],
    ];
    expect(rank(indexOf(texts), 'how are roses pruned').sections()[0]?.at).toBe(1);
    const scoreOf = (body: string, question: string) =>
      scored(indexOf([['Garden', body]]), question).relevance[0] ?? 0;
    const written = scoreOf('Roses. Pruning roses.', 'pruning roses');
    expect(scoreOf(list, 'pruning roses')).toBeLessThan(written / 2);
    expect(scoreOf(list, 'pruning roses')).toBeGreaterThan(scoreOf(list, 'roses'));
  });

  it('is the same in whatever order it is asked', () => {
    const index = indexOf([
      ['Are dogs allowed?', 'Yes.'],
      ['Are cats allowed?', 'No.'],
    ]);
    const [dogs = 0] = scored(index, 'allowed dogs').relevance;
    expect(scored(index, 'dogs allowed').relevance[0]).toBeCloseTo(dogs, 12);
  });

  it('is nothing where it holds none of them, though its file does', () => {
    expect(scored(folder, 'holidays').relevance).toEqual([expect.any(Number), 0, 0, 0]);
    const index = placed([
      ['Cages', 'Seeds daily.', 'birds.md'],
      ['Song', 'Parrots sing.', 'birds.md'],
    ]);
    expect(scored(index, 'parrots').relevance[0]).toBe(0);
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

  it('is greater where the rest of its file, or what introduces it, speaks of it too', () => {
    const [inFile = 0, , alone = 0] = scored(
      placed([
        ['Cages', 'Seeds daily.', 'birds.md'],
        ['Song', 'Parrots sing.', 'birds.md'],
        ['Cages', 'Seeds daily.', 'mice.md'],
      ]),
      'seeds parrots',
    ).relevance;
    expect(inFile).toBeGreaterThan(alone);
    const [, , led = 0, other = 0] = scored(
      placed([
        ['Animals', 'All of them.', 'a.md'],
        ['Parrots', 'Long lives.', 'a.md'],
        ['Costs', 'Seeds daily.', 'a.md', 'Parrots'],
        ['Costs', 'Seeds daily.', 'a.md', 'Rabbits'],
      ]),
      'seeds lives',
    ).relevance;
    expect(led).toBeGreaterThan(other);
  });

  it.each([
    ['a synonym', 'price', 'What it costs'],
    ['a part of a word', 'loginwindow', 'The window'],
  ])('counts %s', (_, question, heading) => {
    const texts: Texts = [
      ['Holidays', 'Everyone rests.'],
      [heading, ''],
    ];
    const near = indexOf(texts, [], {
      ...ENGLISH,
      synonyms: sortedSynonyms('bread loaf\nfee price cost\n', ENGLISH.stemOf),
    });
    expect(rank(near, question).sections()[0]).toMatchObject({ at: 1 });
    expect(scored(near, question).relevance[1]).toBeGreaterThan(0);
    expect(scored(near, question).closeness).toBeLessThan(1);
  });

  it('is less for what means the same in a heading than for a word that is asked alone', () => {
    const language = { ...ENGLISH, synonyms: sortedSynonyms('fee price cost\n') };
    const near = indexOf(
      [
        ['Cost', 'The fee.'],
        ['Parking', 'Behind the house, at no price.'],
      ],
      [],
      language,
    );
    const [first = 0, second = 0] = scored(near, 'price').relevance;
    expect(second).toBeGreaterThan(first);
    expect(first).toBeGreaterThan(0);
  });

  it('is far less for what means the same than for a word itself, however many ways it is said', () => {
    const language = { ...ENGLISH, synonyms: sortedSynonyms('fee price cost charge\n', ENGLISH.stemOf) };
    const texts: Texts = [
      ['Parking', 'The fee, the cost and the charge.'],
      ['Parking', 'The price, the price and the price.'],
    ];
    const [near = 0, own = 0] = scored(indexOf(texts, [], language), 'price').relevance;
    expect(near).toBeGreaterThan(0);
    expect(own).toBeGreaterThan(2 * near);
  });

  it('counts a word once that means the same as another that is asked', () => {
    const language = { ...ENGLISH, synonyms: sortedSynonyms('price cost\n', ENGLISH.stemOf) };
    const texts: Texts = [
      ['Parking', 'The cost.'],
      ['Parking', 'The price.'],
    ];
    const both = scored(indexOf(texts, [], language), 'price cost').relevance;
    const [cost, price] = ['cost', 'price'].map((word) => scored(indexOf(texts), word).relevance);
    expect(both).toEqual([cost?.[0], price?.[1]]);
  });

  describe('by a phrase and the words that it may mean', () => {
    const synonyms = 'fee price\nget rid of = remove erase\nhow long = duration\n';
    const texts: Texts = [
      ['Holidays', 'Everyone rests.'],
      ['Remove a page', ''],
      ['Duration', ''],
    ];
    const near = indexOf(texts, [], { ...ENGLISH, synonyms: sortedSynonyms(synonyms, ENGLISH.stemOf) });

    it.each([
      ['get rid of a page', 1],
      ['getting rid of it', 1],
      ['how long is it', 2],
      ['how long is it, so long', 2],
    ])('finds %j', (question, at) => {
      expect(rank(near, question).sections()[0]).toMatchObject({ at });
      expect(scored(near, question).relevance[at]).toBeGreaterThan(0);
    });

    it.each(['rid of it', 'get of rid', 'get rid', 'erase', 'how is it, long'])(
      'finds nothing by %j',
      (question) => {
        expect(scored(near, question).relevance).toEqual([0, 0, 0]);
      },
    );
  });

  it.each(['e', 'i', 'e i e'])('looks for no end of what means the same as %j', (question) => {
    const language = { ...ENGLISH, synonyms: sortedSynonyms('fee price cost\n', ENGLISH.stemOf) };
    expect(rank(indexOf([['E', 'e']], [], language), question).sections()).toHaveLength(1);
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
  it('is high where one section alone holds all of the question, and nil where none holds any', () => {
    expect(scored(folder, 'trains before planes').confidence).toBeGreaterThan(0.85);
    expect(scored(folder, 'zyzzyva').confidence).toBe(0);
  });

  it.each([
    ['everyone takes thirty receipts', 0.6, 'enough'],
    ['trains receipts', 1 / 2, 'too little'],
    ['travel receipts', 1 / 2, 'enough'],
    ['thirty zyzzyva qwerty wumpus frobnicate', 0.07, 'too little'],
  ])('takes %j, of which one section holds %f, for %s', (question, share, enough) => {
    const { closeness, confidence } = scored(folder, question);
    expect(closeness).toBeCloseTo(share, 1);
    expect(confidence >= 0.5 ? 'enough' : 'too little').toBe(enough);
  });

  it('grows with what it holds', () => {
    const questions = ['planes wumpus zyzzyva', 'planes trains zyzzyva', 'planes trains travel'];
    const grown = questions.map((question) => scored(folder, question).confidence);
    expect(grown).toEqual([...new Set(grown)].sort());
  });

  it('is nil where a question that is answered elsewhere is nearest', () => {
    expect(scored(folder, 'salary bands').confidence).toBe(0);
    expect(rank(folder, 'salary bands').parts.elsewhere()).toBe(0);
    expect(rank(folder, 'holidays').parts.elsewhere()).toBeUndefined();
  });
});

describe('a question that is a heading', () => {
  const texts: Texts = [
    ['Fast packing', 'Fast orders are packed fast: fast packing means orders packed well.'],
    ['How fast should orders be packed?', 'Within a day.'],
    ['About us', 'We are a team.'],
    ['Off', 'The switch is off.'],
    ['C++', 'A language.'],
    ['C', 'A language.'],
    ['O(n)', 'Linear.'],
    ['O(n!)', 'All orders.'],
  ];
  const index = indexOf(texts);

  it.each([
    ['how fast should orders be packed', 1],
    ['about us', 2],
    ['off', 3],
    ['C++', 4],
    ['c', 5],
    ['o(n)', 6],
    ['O(n!)', 7],
    ['o n', 6],
  ])('%j is answered by it, for certain', (question, at) => {
    expect(rank(index, question).sections()[0]).toEqual({ at, score: 1 });
    expect(scored(index, question).closeness).toBe(1);
  });

  const policy = {
    page: { title: 'P' },
    sections: [
      { number: 1, name: 'a', anchor: 'a', heading: 'Who are we?', body: '' },
      { number: 2, name: 'b', anchor: 'b', heading: 'Team', body: '' },
    ],
    elsewhere: [],
  };
  const asked = buildIndex(policy, { sections: [[], [{ text: 'who is it' }]], elsewhere: [] });

  it('is answered by what is listed to be asked by its words, too', () => {
    expect(rank(asked, 'Who is it?').sections()[0]).toEqual({ at: 1, score: 1 });
  });

  it('of common words alone has nothing close to it where none equals it', () => {
    expect(find(policy, asked, 'are you').closest).toEqual([]);
  });

  it('of common words alone has the heading close to it that holds them all', () => {
    const { closest, outcome } = find(policy, asked, 'are we');
    expect(outcome).toBe('unanswered');
    expect(closest[0]).toEqual({ section: policy.sections[0], at: 0, score: 0.1 });
  });

  it('of common words alone is unanswered where none equals it', () => {
    expect(
      rank(index, 'what is it')
        .sections()
        .every(({ score }) => score === 0),
    ).toBe(true);
  });
});
