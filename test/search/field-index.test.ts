import { describe, expect, it } from 'vitest';
import type { FieldTables } from '../../src/search/field-index.ts';
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

describe('a table of contents', () => {
  const contentsOf = (body: string) => {
    const page = { ...policy, sections: [section(1, 'A', body)], elsewhere: [] };
    return fieldTables(buildIndex(page, { sections: [[]], elsewhere: [] })).contents[0] === 1;
  };

  it('is links and hardly a word beside them', () => {
    expect(contentsOf('- [Who pays](a.md)\n- [When][b]\n- ![c](d.png)\n')).toBe(true);
    expect(contentsOf('Who pays is told in [this](a.md), and when it is due in [that](b.md) page.')).toBe(
      false,
    );
  });

  it.each(['[a](', '[a][', '[a](u "', '![', '[a]()['])(
    'is not looked for for ever in a million of %j',
    (opening) => {
      expect(contentsOf(opening.repeat(1_000_000 / opening.length))).toBe(opening === '[a]()[');
    },
  );
});
