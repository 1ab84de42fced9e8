import { describe, expect, it } from 'vitest';
import { hasNumber } from '../../src/search/bm25.ts';
import { classProbabilities, probabilities, weightsOf } from '../../src/search/linear-model.ts';
import { buildIndex, type PhrasingTables, type SearchIndex } from '../../src/search/search-index.ts';
import { section } from '../section.ts';
import { indexWith, numberOf, phrasings, policy } from './small-index.ts';

function phrasingTables({ tables }: SearchIndex): PhrasingTables {
  if (tables.kind !== 'phrasings') throw new Error('the tables are not by phrasings');
  return tables;
}

it.each([
  [0, 0, 'fields'],
  [8, 7, 'fields'],
  [8, 8, 'phrasings'],
  [16, 0, 'phrasings'],
])('with %i and %i phrasings of two sections ranks by %s', (first, second, kind) => {
  expect(indexWith(first, second).tables.kind).toBe(kind);
});

describe.each([
  ['fields', 0],
  ['phrasings', 8],
])('an index by %s', (_, count) => {
  it('knows the words of headings, bodies and phrasings, and no others', () => {
    const index = indexWith(count, count);
    const words = ['cash', 'company', 'interest', 'now', 'pays', 'rate', 'the', 'when', 'who'];
    expect(words.map((word) => numberOf(index, word))).toEqual([...words.keys()]);
    expect(['bank', 'example', 'stryker'].map((word) => numberOf(index, word))).toEqual([
      ...Array(3).fill(undefined),
    ]);
  });

  it('counts the sections', () => {
    expect(indexWith(count, count).sectionCount).toBe(2);
  });
});

describe('spellings', () => {
  const spelt = ({ spellings }: SearchIndex) => Buffer.from(spellings).toString().split(' ');
  const spellingsIn = (body: string) =>
    spelt(buildIndex({ ...policy, sections: [section(1, '', body)] }, { sections: [[]], elsewhere: [] }));

  it('are the words that are written, with the binary logarithm of their count', () => {
    const words = { two: 2, three: 3, four: 4, seven: 7, eight: 8, many: 2000 };
    const body = Object.entries(words).map(([word, count]) => `${word} `.repeat(count));
    expect(spellingsIn(body.join(''))).toEqual(['eight3', 'four2', 'many9', 'seven2', 'three1', 'two1']);
  });

  it('are of two letters at least, and of letters alone', () => {
    expect(spellingsIn('x of r2d2 2025 c++ größe '.repeat(4))).toEqual(['größe2', 'of2']);
  });

  it('are none that only questions answered elsewhere hold, where it is known how people ask', () => {
    const words = spelt(indexWith(8, 8)).map((spelling) => spelling.slice(0, -1));
    expect(words).toEqual(['pays', 'when', 'who']);
  });
});

describe('tables by phrasings', () => {
  it('have a unit for each heading, passage and phrasing, by its section', () => {
    const { targets, passages } = phrasingTables(indexWith(8, 8));
    expect([...targets]).toEqual([...Array(10).fill(0), ...Array(10).fill(1), 2, 2]);
    expect([...passages.slice(0, 4)]).toEqual([0, 1, 0, 0]);
  });

  it('hold content words alone', () => {
    const index = indexWith(8, 8);
    const { units } = phrasingTables(index);
    const count = (stem: string) => new Set(units.textsHolding(numberOf(index, stem) ?? -1)).size;
    expect([count('pays'), count('interest'), count('who'), count('the')]).toEqual([10, 2, 0, 0]);
  });

  it("take for native what two of the policy's own units hold", () => {
    const index = indexWith(8, 8);
    const { native } = phrasingTables(index).model;
    const isNative = (stem: string) => hasNumber(native, numberOf(index, stem) ?? -1);
    expect(['pays', 'now', 'company', 'interest'].map(isNative)).toEqual([true, false, false, false]);
    const twice = buildIndex(policy, { sections: [[...phrasings(15), { text: 'cash' }], []], elsewhere: [] });
    expect(hasNumber(phrasingTables(twice).model.native, numberOf(twice, 'cash') ?? -1)).toBe(true);
  });

  it('have a model with a class for each section and one for all else', () => {
    const { model } = phrasingTables(indexWith(8, 8));
    expect(model.targets).toEqual([0, 1, 2]);
    expect(model.biases).toHaveLength(3);
  });

  describe('of a section with many phrasings for some of its passages', () => {
    const asking = (text: string, count: number, quote: string) =>
      phrasings(count, text).map((each) => ({ ...each, quote }));
    const body = 'The company.\n\nIn cash.\n\nToday.';
    const split = { ...policy, sections: [section(1, 'Who pays', body), section(2, 'When', 'Now.')] };
    const splitTables = () => {
      const own = [...asking('coins', 99, 'cash'), ...asking('firm', 101, 'company')];
      const sections = [[...own, ...asking('soon', 100, 'Today')], []];
      const index = buildIndex(split, { sections, elsewhere: [] });
      return { index, ...phrasingTables(index) };
    };

    it('have a class for the passage that is asked for most, and for each other that is asked for a hundred times', () => {
      const { model, classPassages } = splitTables();
      expect(model.targets).toEqual([0, 0, 1, 2]);
      expect(classPassages).toEqual([1, 3, 0, 0]);
    });

    it.each([
      ['firm', 0],
      ['soon', 1],
      ['coins', 0],
    ])('have %j asked for by class %i', (word, classNumber) => {
      const { index, model } = splitTables();
      const classes = classProbabilities(model, [{ number: numberOf(index, word), isContent: true }]);
      expect(classes.indexOf(Math.max(...classes))).toBe(classNumber);
    });
  });

  it('know how often remarks ask for each section, and of what is elsewhere nothing', () => {
    const remark = { text: 'so then who is it that pays for all of this in the end' };
    const index = buildIndex(policy, {
      sections: [[...phrasings(16), remark, remark], []],
      elsewhere: [[remark]],
    });
    expect(phrasingTables(index).remarked).toEqual([Math.sqrt(3 / 2), Math.sqrt(1 / 2)]);
  });

  it('tell how each text starts, in a line of up to 100 characters', async () => {
    const long = { ...policy, sections: [section(1, '\u{1F600}'.repeat(101), 'The\n*company*.')] };
    const { unitTexts } = phrasingTables(buildIndex(long, { sections: [phrasings(8)], elsewhere: [] }));
    expect((await unitTexts()).slice(0, 3)).toEqual(['\u{1F600}'.repeat(100), 'The company.', 'who pays']);
  });

  it('look no long phrasing up, of fourteen words or more, but for a page elsewhere', () => {
    const words = (word: string, count: number) => Array(count).fill(word).join(' ');
    const long = (word: string) => ({ text: words(word, 14) });
    const index = buildIndex(
      {
        ...policy,
        sections: [section(1, words('who', 14), words('pays', 14)), section(2, 'When', 'Now.')],
        elsewhere: [...policy.elsewhere, { name: 'page', answer: '', see: ['https://a.example/'] }],
      },
      {
        sections: [
          [...phrasings(8), long('who')],
          [...phrasings(8), { text: words('when', 13) }],
        ],
        elsewhere: [[long('rate')], [long('interest')]],
      },
    );
    const { targets } = phrasingTables(index);
    expect([0, 1, 2, 3].map((target) => [...targets].filter((each) => each === target).length)).toEqual([
      10, 11, 0, 2,
    ]);
  });

  it('have a model that knows whose each unit is, headings first of all', () => {
    const index = indexWith(8, 8);
    const { model } = phrasingTables(index);
    const classOf = (...stems: string[]) => {
      const words = stems.map((stem) => ({ number: numberOf(index, stem), isContent: false }));
      const found = probabilities(model, classProbabilities(model, words));
      return found.indexOf(Math.max(...found));
    };
    expect([classOf('who', 'pays'), classOf('when'), classOf('interest', 'rate')]).toEqual([0, 1, 2]);
  });

  it.each([
    ['foreign words', ['gold', 'silver', 'iron', 'tin', 'zinc', 'lead'], 'more'],
    ['words that say nothing', ['whose', 'whom', 'these', 'those', 'such', 'than'], 'less'],
  ])('have a model that learns of %s from what is asked of other matters', (_, words, much) => {
    const asked = words.map((text) => ({ text }));
    const askedAs = { sections: [phrasings(8), phrasings(8, 'when')], elsewhere: [asked] };
    const { model } = phrasingTables(buildIndex(policy, askedAs));
    const weights = new Map(weightsOf(model, model.stemCount));
    const [first = 0, second = 0, none = 0] = [0, 1, 2].map((k) => weights.get(k) ?? 0);
    expect(none > Math.max(first, second) ? 'more' : 'less').toBe(much);
  });
});
