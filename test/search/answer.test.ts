import { describe, expect, it } from 'vitest';
import { find, lexedFinding, rank } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { bundled } from '../bundled-policy.ts';
import { lexed, section } from '../section.ts';

describe('in a town of seven sections', () => {
  const HEADINGS = ['Parking', 'Bicycles', 'Buses', 'Trains', 'Ferries', 'Taxis', 'Walking'];
  const policy = {
    page: { title: 'Town' },
    sections: HEADINGS.map((heading, at) => ({
      number: at + 1,
      name: heading.toLowerCase(),
      anchor: heading.toLowerCase(),
      heading,
      body: 'As ever.',
    })),
    elsewhere: [
      { name: 'tax', answer: 'Ask the tax office.', see: ['https://tax.example/'] },
      { name: 'weather', answer: 'Nobody here knows.', see: [] },
    ],
  };
  const index = buildIndex(policy, {
    sections: HEADINGS.map(() => []),
    elsewhere: [[{ text: 'property tax' }], [{ text: 'rain tomorrow' }]],
  });
  const found = (question: string) => find(policy, index, question);

  describe('a question', () => {
    it('is answered by the section that is nearest', () => {
      const finding = found('buses');
      expect(finding).toMatchObject({ outcome: 'answered', section: { name: 'buses' } });
      expect(finding.closest[0]).toMatchObject({ section: { name: 'buses' }, score: 1 });
    });

    it('has no second section named beside, however near, nor is the start of a heading read as it', () => {
      const folder = {
        ...policy,
        sections: ['Responsible people of the town', 'Responsible people'].map((heading, at) =>
          section(at + 1, heading, '…'),
        ),
      };
      const of = buildIndex(folder, { sections: [], elsewhere: [] });
      expect(find(folder, of, 'responsible')).toMatchObject({ outcome: 'answered', near: undefined });
      const { words } = find(folder, of, 'responsible people of').ranking;
      expect(words.map(({ written }) => written)).toEqual(['responsible', 'people', 'of']);
    });

    it('is not answered by a heading without text, which is named', () => {
      const folder = { ...policy, sections: [section(1, 'Buses', '')] };
      const finding = find(folder, buildIndex(folder, { sections: [], elsewhere: [] }), 'buses');
      expect(finding).toMatchObject({ outcome: 'unanswered', closest: [{ section: { heading: 'Buses' } }] });
    });

    it('has as many sections ranked as are wanted, best first, and none that is elsewhere', () => {
      const ranked = (question: string, most?: number) => {
        return rank(index, question)
          .sections(most)
          .map(({ at }) => at);
      };
      expect(ranked('walking ferries buses bicycles', 5)).toEqual([1, 2, 4, 6, 0]);
      expect(ranked('buses, not rain', 2)).toEqual([2, 0]);
      expect(ranked('zyzzyva', 2)).toEqual([0, 1]);
    });

    it('is answered elsewhere where that is nearer', () => {
      expect(found('property tax')).toMatchObject({ outcome: 'elsewhere', topic: { name: 'tax' } });
    });

    it('is unanswered where what is nearest leads nowhere', () => {
      expect(found('rain tomorrow').outcome).toBe('unanswered');
    });

    it.each(['zyzzyva', 'what is it', ''])('is unanswered where nothing is near: %j', (question) => {
      expect(found(question).outcome).toBe('unanswered');
    });

    it('has up to five closest topics, whatever the outcome, none where no word is known', () => {
      for (const question of ['buses', 'property tax'])
        expect(found(question).closest.length).toBeLessThanOrEqual(5);
      expect(found('buses').closest).not.toEqual([]);
      expect(found('zyzzyva').closest).toEqual([]);
    });
  });

  describe('a finding with its section lexed', () => {
    it('has the tokens of the section that answers', () => {
      expect(lexedFinding(found('buses'), lexed)).toMatchObject({
        outcome: 'answered',
        section: { name: 'buses', tokens: [{ type: 'paragraph', raw: 'As ever.' }] },
      });
    });

    it('is the same where nothing answers', () => {
      const finding = found('zyzzyva');
      expect(lexedFinding(finding, lexed)).toBe(finding);
    });
  });
});

describe('where it is known how people ask', () => {
  const HEADINGS = [
    'Waste collection on holidays',
    'Waste of water in summer',
    'Waste of water in winter',
    'Dogs in houses of others',
    'Sports grounds',
    'Is it open',
    'Dog licences',
  ];
  const town = {
    page: { title: 'Town' },
    sections: HEADINGS.map((heading, at) => section(at + 1, heading, '…')),
    elsewhere: [
      { name: 'sea', answer: 'Sea water.', see: ['https://sea.example/'] },
      { name: 'dogs', answer: 'Dog licences of all kinds.', see: ['https://dogs.example/'] },
    ],
  };
  const index = buildIndex(town, {
    sections: [
      'waste holidays',
      'waste summer',
      'waste winter',
      'houses',
      'sports',
      'open',
      'dog licences',
    ].map((text) => Array(8).fill({ text })),
    elsewhere: [[], []],
  });
  const found = (question: string) => find(town, index, question);

  it.each([
    ['dog licences of all kinds', 'answered'],
    ['Dog licences of all kinds', 'elsewhere'],
    ['Dog licences of all kinds.', 'elsewhere'],
    ['Dog licences of all', 'answered'],
  ])('%j is %s, as a topic elsewhere is told in such words or not', (question, outcome) => {
    const finding = found(question);
    expect(finding.outcome).toBe(outcome);
    if (finding.outcome === 'elsewhere') expect(finding.topic.name).toBe('dogs');
  });

  it.each([
    ['waste collection', 'Waste collection on holidays'],
    ['WASTE COLLECTION ...', 'Waste collection on holidays'],
    ['sports ground', 'sports ground'],
    ['waste collecti', 'waste collecti'],
    ['waste', 'waste'],
    ['waste of water in', 'waste of water in'],
    ['dogs in houses', 'dogs in houses'],
  ])('%j is read as %j', (question, read) => {
    const words = found(question).ranking.words.map(({ written }) => written);
    expect(words).toEqual(read.toLowerCase().split(' '));
  });

  it('names a second section that is nearly as likely, and none that is far from it', () => {
    const near = (question: string) => {
      const finding = found(question);
      return finding.outcome === 'answered' ? finding.near?.heading : finding.outcome;
    };
    expect(near('sports open')).toBe('Sports grounds');
    expect(near('waste holidays')).toBeUndefined();
  });
});

describe('in the bundled policy', () => {
  const { policy, index } = bundled;

  /** The topic that answers, `elsewhere: topic`, or `unanswered`. */
  function outcomeOf(question: string): string {
    const finding = find(policy, index, question);
    switch (finding.outcome) {
      case 'answered':
        return finding.section.name;
      case 'elsewhere':
        return `elsewhere: ${finding.topic.name}`;
      case 'unanswered':
        return 'unanswered';
    }
  }

  /** A question, what it should find, and why that is right. */
  type Golden = readonly [question: string, outcome: string, reason: string];

  const ANSWERED: readonly Golden[] = [
    ['who fixes broken builds', 'broken-builds', "README's own example"],
    ['my struct change broke rust/, am I on the hook?', 'broken-builds', 'a C developer asks who repairs'],
    ['may I leave the Rust side broken for a week', 'broken-builds', 'temporary breakage is its exception'],
    ['what is stage 1 of the block layer', 'broken-builds', 'only that section names it'],
    ['who maintains the Rust code', 'maintainers', 'nearly its heading'],
    ['what if nobody looks after a Rust driver any more', 'maintainers', 'fallback maintainers'],
    ['can I nack Rust in my subsystem', 'subsystems', 'deciding not to have Rust is fine'],
    ['who decides whether a subsystem takes Rust', 'subsystems', 'it is up to each subsystem'],
    ['what was asked for at the maintainers summit', 'subsystems', 'flexibility for key APIs'],
    ['does Linus support this', 'maintainer-support', 'a key maintainer'],
    ['keynote slides with quotes', 'maintainer-support', 'the FOSDEM slides'],
    ['is Rust code held to the same quality bar as C', 'standards', 'its heading in other words'],
    ['you said this would cost us nothing', 'extra-work', 'the promise, as a reproach'],
    ['where is the original RFC', 'extra-work', 'it links the posting'],
    ['was it worth it after all these years', 'tradeoffs', 'the retrospect'],
    ['are governments pushing memory safe languages', 'tradeoffs', 'industry pressure'],
    ['two drivers for the same hardware, one in C and one in Rust?', 'duplicate-drivers', 'its subject'],
    ['duplicate drivers', 'duplicate-drivers', 'a bare keyword that belongs to one section'],
    ['FTEs', 'companies', 'a bare keyword that belongs to one section'],
    ['is Google paying for this', 'companies', 'companies involved'],
    ['is this driven by the Rust Foundation', 'rust-community', 'it says that it is not'],
    ['did it start as a hobby', 'rust-community', 'its last sentence'],
    ['are these hard rules', 'about', 'the introduction says that they are not'],
  ];

  const MISSPELT: readonly Golden[] = [
    ['who fixs brokn biulds', 'broken-builds', 'three slips'],
    ['mantainer suport for rsut', 'maintainer-support', 'a swap and two omissions'],
    ['duplicatedrivers', 'duplicate-drivers', 'a missing blank'],
    ['R4L driven by teh rust comunity?', 'rust-community', 'an alias and two slips'],
  ];

  const REFUSED: readonly Golden[] = [
    [
      'minimum rustc version',
      'elsewhere: minimum-rustc-version',
      'a neighbouring question with a page of its own',
    ],
    [
      'how do I enable CONFIG_RUST',
      'elsewhere: enable-config-rust',
      'a neighbouring question with a page of its own',
    ],
    ['who fixes broken builds in Chromium', 'unanswered', 'another project in the same words'],
    ['who maintains the vim editor', 'unanswered', 'another project in the same words'],
    ['recipe for spaghetti carbonara', 'unanswered', 'cooking'],
    ['asdf qwer', 'unanswered', 'noise'],
    ['the', 'unanswered', 'asks nothing'],
    ['', 'unanswered', 'asks nothing'],
  ];

  describe.each([
    ['answers', ANSWERED],
    ['answers in spite of misspelling', MISSPELT],
    ['refuses', REFUSED],
  ])('%s', (_, goldens) => {
    it.each(goldens)('%j: %s (%s)', (question, outcome) => {
      expect(outcomeOf(question)).toBe(outcome);
    });
  });

  it.each(['constructor', 'toString valueOf', 'hasOwnProperty'])(
    'finds nothing in %j, which objects hold by themselves',
    (question) => {
      expect(find(policy, index, question).outcome).not.toBe('answered');
    },
  );

  it.each(policy.sections.filter(({ number }) => number > 0).map(({ heading, name }) => [heading, name]))(
    '%j is found by its own heading',
    (heading, name) => {
      expect(outcomeOf(heading)).toBe(name);
    },
  );

  it('a finding lists up to five topics, best first, scores from 0 to 1', () => {
    const { closest } = find(policy, index, 'who fixes broken builds');
    const scores = closest.map(({ score }) => score);
    expect(scores).toHaveLength(5);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score).toSatisfy((value: number) => value >= 0 && value <= 1);
  });
});
