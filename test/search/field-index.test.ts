import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/policy/policy.ts';
import { inverseDocumentFrequency } from '../../src/search/bm25.ts';
import { type FieldTables, likenessWeight } from '../../src/search/field-index.ts';
import { buildIndex, type SearchIndex } from '../../src/search/search-index.ts';
import { section } from '../section.ts';
import { indexWith, numberOf, policy } from './small-index.ts';

function fieldTables({ tables }: SearchIndex): FieldTables {
  if (tables.kind !== 'fields') throw new Error('the tables are not by fields');
  return tables;
}

describe('tables by fields', () => {
  /** The texts that hold a stem, each as often as it does, in headings and in bodies. */
  function held(stem: string) {
    const index = indexWith(1, 0);
    const { headings, bodies } = fieldTables(index);
    const texts = (postings: typeof headings) => [...postings.textsHolding(numberOf(index, stem) ?? -1)];
    return { headings: texts(headings), bodies: texts(bodies) };
  }

  it('hold headings and phrasings, of what is elsewhere too', () => {
    expect(held('pays').headings).toEqual([0, 0]);
    expect(held('when').headings).toEqual([1]);
    expect(held('interest').headings).toEqual([2, 2, 2]);
    expect([...fieldTables(indexWith(1, 0)).headings.lengths]).toEqual([4, 1, 5]);
  });

  it('hold bodies apart, as a reader sees them', () => {
    expect(held('pays').bodies).toEqual([0]);
    expect(held('cash').bodies).toEqual([0]);
    expect([...fieldTables(indexWith(1, 0)).bodies.lengths]).toEqual([4, 1, 0]);
  });
});

/** The index of a folder's sections. */
function indexOf(sections: readonly Section[]): SearchIndex {
  return buildIndex({ ...policy, sections, elsewhere: [] }, { sections: [], elsewhere: [] });
}

/** A section in a file, under headings. */
const placed = (heading: string, file: string, ...parents: string[]) => {
  return { ...section(1, heading, 'Now.'), place: { file, line: 1 }, parents };
};

describe('what a section stands among', () => {
  const birds = [
    placed('Parrots', 'birds.md', 'Animals'),
    placed('Food', 'birds.md', 'Animals', 'Parrots'),
    placed('Care', 'birds.md', 'Animals', 'Parrots', 'Food'),
    placed('Parrots', 'mice.md', 'Animals'),
    placed('Food', 'fish.md', 'Animals', 'Parrots'),
  ];

  it('is known by the words of the headings above and of the file, each once', () => {
    const index = indexOf([placed('Food', 'birds.md', 'animals', 'parrots')]);
    const { parents } = fieldTables(index);
    const held = ['animals', 'parrots', 'birds', 'food'].map((word) => {
      const number = numberOf(index, word);
      return number === undefined ? 'unknown' : parents.textsHolding(number).length;
    });
    expect(held).toEqual([1, 1, 1, 0]);
  });

  it('is its file; what stands in none is a file by itself', () => {
    expect([...fieldTables(indexOf(birds)).files]).toEqual([0, 0, 0, 1, 2]);
    expect([...fieldTables(indexWith(0, 0)).files]).toEqual([0, 1, 2]);
  });

  it('has the bodies of a file as long as they are together', () => {
    expect([...fieldTables(indexOf(birds)).fileBodies.lengths]).toEqual([3, 1, 1]);
  });

  it('is led by the section above it in its file that introduces it', () => {
    expect([...fieldTables(indexOf(birds)).leads]).toEqual([-1, 0, 1, -1, -1]);
    expect([...fieldTables(indexWith(0, 0)).leads]).toEqual([-1, -1, -1]);
  });

  it('is told from one of the same words by its signs', () => {
    const { exact } = fieldTables(
      indexOf([section(1, '`data()`', ''), section(2, '$data', ''), section(3, 'Data', '')]),
    );
    expect(Object.fromEntries(exact)).toEqual({
      '"data()"': [0],
      '"$data"': [1],
      '"data"': [2],
      data: [0, 1, 2],
    });
  });

  it('answers by its title where no heading equals that, first of all that stand under it', () => {
    const { exact } = fieldTables(indexOf(birds));
    expect(exact.get('animals')).toEqual([0]);
    expect(exact.get('food')).toEqual([1, 4]);
    const { exact: headed } = fieldTables(indexOf([placed('Food', 'a.md', 'Care'), placed('Care', 'b.md')]));
    expect(headed.get('food')).toEqual([0]);
    expect(headed.get('care')).toEqual([1]);
  });

  it('answers by a heading above it, the first of all that stand under that', () => {
    const soils = ['Clay', 'Sand'].map((heading) => placed(heading, 'a.md', 'Garden', 'Soil'));
    const { exact } = fieldTables(indexOf(soils));
    expect(exact.get('soil')).toEqual([0]);
  });

  it('answers by a heading within it where neither a heading nor a title equals that', () => {
    const pets = section(1, 'Pets', 'In the office.\n\n### `Dogs` {#d}\n\nYes.\n\n### Cats #\n\nNo.');
    const { exact } = fieldTables(indexOf([pets, section(2, 'Cats', 'Black.')]));
    expect(exact.get('dogs')).toEqual([0]);
    expect(exact.get('"cats"')).toEqual([1]);
  });
});

describe('how rare a word is', () => {
  it.each([
    ['who', 1, 'in a heading and not in a body'],
    ['cash', 1, 'in a body alone'],
    ['pays', 1, 'twice in the same section'],
    ['birds', 2, 'in two sections'],
    ['animals', 0, 'in no more than the title'],
  ])('depends on how many sections hold it: of three %j is in %i, %s', (word, count) => {
    const index = indexOf([
      section(1, 'Who pays', 'The company pays. In cash, for birds.'),
      { ...section(2, 'Birds', ''), parents: ['Animals'] },
      section(3, 'Now', ''),
    ]);
    const rarity = fieldTables(index).rarities[numberOf(index, word) ?? -1];
    expect(rarity).toBe(inverseDocumentFrequency(3, count));
  });

  it('is what it counts in the likeness to a heading, and common words count, too', () => {
    const weights = [0, 0.3, 0.5, 1, 3].map(likenessWeight);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(weights[0]).toBeGreaterThan(0);
  });
});

it.each([
  ['Who pays?', 'a question'],
  ['Who pays? ', 'a question'],
  ['\u8ab0\uff1f', 'a question'],
  ['\u0645\u0646\u061f', 'a question'],
  ['Who pays', 'none'],
  ['Why? A reply', 'none'],
])('the heading %j is %s', (heading, kind) => {
  const { questionShare } = fieldTables(indexOf([section(1, heading, ''), section(2, 'Pay', '')]));
  expect(questionShare).toBe(kind === 'a question' ? 0.5 : 0);
});

it.each([
  [4999, 'once', 4999],
  [5000, 'three times', 1],
])('a folder of %i words corrects to what it writes %s', (count, _, corrected) => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const wordAt = (at: number) =>
    `x${[676, 26, 1].map((unit) => letters[Math.floor(at / unit) % 26]).join('')}`;
  const words = Array.from({ length: count }, (_, at) => wordAt(at));
  const { spellings } = indexOf([section(1, '', [...words, words[0], words[0]].join(' '))]);
  expect(Buffer.from(spellings).toString().split(' ')).toHaveLength(corrected);
});

describe('a table of contents', () => {
  const contentsOf = (body: string) => fieldTables(indexOf([section(1, 'A', body)])).contents[0] === 1;

  it('is links and hardly a word beside them', () => {
    expect(contentsOf('- [Who pays](a.md)\n- [When][b]\n- ![c](d.png)\n')).toBe(true);
    expect(contentsOf('Who pays is told in [this](a.md), and when it is due in [that](b.md) page.')).toBe(
      false,
    );
  });

  it.each([
    ['[Who](a.md) [When](b.md) now and', true, 'six letters beside two links'],
    ['[Who](a.md) [When](b.md) now what', false, 'seven letters beside two links'],
    ['[Who](a.md) [When](b.md) - 1, 2, 3: 4, 5; 6.', true, 'signs beside two links'],
    ['[Who](a.md)', false, 'one link'],
    ['', false, 'nothing at all'],
  ])('is %j: %s, %s', (body, is) => {
    expect(contentsOf(body)).toBe(is);
  });

  const remark = 'how the heap is turned with a fork';
  it.each([
    [`1. [Heap](heap.md) - ${remark}\n2. [Fence](../b/fence.md#who) - ${remark}`, true, 'pages of a list'],
    [`- **[Heap](heap)**: ${remark}\n  * [Fence](#fence) ${remark}`, true, 'within a file, and nested'],
    [
      `| Page | What |\n|---|:-:|\n| [Heap](heap.md) | ${remark} |\n| [Fence](f.html) | ${remark} |`,
      true,
      'of a table',
    ],
    [
      `- [Heap](https://heap.example/) - ${remark}\n- [Fence](fence.pdf) - ${remark}`,
      false,
      'addresses and files',
    ],
    [`- [Heap](heap.md) ${remark.repeat(4)}\n- [Fence](fence.md) ${remark.repeat(4)}`, false, 'long remarks'],
    [`Ask in [Heap](heap.md), ${remark}.\n\n[Fence](fence.md) ${remark}`, false, 'sentences'],
    [`- [Heap](heap.md)\n- [Fence](fence.md)\n\n${remark}`, false, 'a text beside the list'],
  ])('is %j: %s, remarks on %s', (body, is) => {
    expect(contentsOf(body)).toBe(is);
  });

  it.each(['- [a](/', '|-\n', '- *', '- **[a](b) '])('is read at once in a million of %j', (opening) => {
    const start = performance.now();
    contentsOf(`[a](b) [a](b)\n${opening.repeat(1_000_000 / opening.length)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it.each(['[a](', '[a][', '[a](u "', '![', '[a]()['])(
    'is not looked for for ever in a million of %j',
    (opening) => {
      expect(contentsOf(opening.repeat(1_000_000 / opening.length))).toBe(opening === '[a]()[');
    },
  );
});
