import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyText } from '../../src/policy/policy.ts';
import { rank } from '../../src/search/answer.ts';
import { buildPostings, byteLists } from '../../src/search/bm25.ts';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { POLICY_ENGLISH } from '../../src/search/policy-english.ts';
import { buildIndex, type SearchIndex } from '../../src/search/search-index.ts';
import { decodeIndex, encodeIndex } from '../../src/search/stored-index.ts';
import { vocabularyOf } from '../../src/search/words.ts';

const section = (number: number, name: string, heading: string) => ({
  number,
  name,
  anchor: name,
  heading,
  body: `${heading}\n\nAnother paragraph.`,
});
const policy: PolicyText = {
  page: { title: 'Rules' },
  sections: [section(1, 'builds', 'Who fixes builds'), section(2, 'money', 'Who pays for it')],
  elsewhere: [{ name: 'tools', answer: 'See the guide.', see: ['https://example.org/'] }],
};
const phrasings = (subject: string) =>
  ['who', 'when', 'why', 'how', 'may', 'must', 'can', 'does'].map((word) => ({ text: `${word} ${subject}` }));
const askedAs = {
  sections: [phrasings('broken build'), phrasings('salary')],
  elsewhere: [phrasings('compiler')],
};

/** What an index holds, as plain lists whatever its arrays' types. */
function plain({ stems, spellings, sectionCount, tables }: SearchIndex) {
  if (tables.kind !== 'phrasings') throw new Error('no phrasings');
  const { units, targets, passages, classPassages, model } = tables;
  const { native, rows } = model;
  const known = [0, 1, 2, 3, 4, 5, 6];
  return {
    stems: { letters: [...stems.letters], starts: [...stems.starts] },
    ...{ spellings: [...spellings], sectionCount },
    ...{ texts: known.map((stem) => [...units.textsHolding(stem)]), holding: known.map(units.holdingCount) },
    ...{ lengths: [...units.lengths], total: units.total },
    ...{ targets: [...targets], passages: [...passages], classPassages: [...classPassages] },
    model: {
      ...model,
      ...{ pairs: [...model.pairs], native: [...native] },
      rows: { bytes: [...rows.bytes], blockStarts: [...rows.blockStarts] },
    },
  };
}

/** Kept apart from an index's bytes. */
const unitTexts = async () => ['who breaks it'];

/** An index with these numbers in its tables. */
function indexWith({ lengths = [0], targets = [0], native = [1], pairs = [0] }): SearchIndex {
  return {
    stems: vocabularyOf(native.map((_, at) => `stem${at}`)),
    spellings: Uint8Array.of(97, 49),
    sectionCount: 3,
    language: POLICY_ENGLISH,
    tables: {
      kind: 'phrasings',
      units: { ...buildPostings([[1], [0, 0, 1]], 2), lengths: Uint32Array.from(lengths) },
      targets: Uint16Array.from(targets),
      passages: Uint16Array.from(targets.toReversed()),
      classPassages: targets,
      remarked: [0.5, 2],
      unitTexts,
      model: {
        targets: [0, 0, 1, 3],
        stemCount: 301,
        native: Uint8Array.from(native),
        pairs: Uint32Array.from(pairs),
        rows: byteLists([native]),
        biases: [0.25, -1],
      },
    },
  };
}

describe('a stored index', () => {
  it('comes back from its bytes as it was', () => {
    const index = buildIndex(policy, askedAs);
    const decoded = decodeIndex(encodeIndex(index), unitTexts);
    expect(plain(decoded)).toEqual(plain(index));
    for (const question of ['who broke the build', 'what is the salary', 'which compiler', 'slaary']) {
      const plainRank = (of: SearchIndex) => {
        const { parts, words, sections } = rank(of, question);
        return { words, sections: sections(), confidence: parts.confidence, elsewhere: parts.elsewhere() };
      };
      expect(plainRank(decoded)).toEqual(plainRank(index));
    }
  });

  it('comes back whatever numbers it holds', () => {
    const numbers = fc.array(
      fc.oneof(fc.nat({ max: 255 }), fc.nat({ max: 65_535 }), fc.nat({ max: 2 ** 32 - 1 })),
    );
    const tables = fc.record({
      lengths: numbers,
      pairs: numbers,
      targets: fc.array(fc.nat({ max: 300 })),
      native: fc.array(fc.nat({ max: 255 }), { minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(tables, (given) => {
        const index = indexWith(given);
        expect(plain(decodeIndex(encodeIndex(index), unitTexts))).toEqual(plain(index));
      }),
    );
  });

  it.each([256, 65_536])('keeps the number %i', (number) => {
    const index = indexWith({ lengths: [0, number], pairs: [number] });
    expect(plain(decodeIndex(encodeIndex(index), unitTexts))).toEqual(plain(index));
  });

  it('takes as many bytes for a number as the largest of its table needs', () => {
    const tableLength = (number: number) => {
      const bytes = encodeIndex(indexWith({ pairs: Array(100).fill(number) }));
      return Math.round((bytes.length - encodeIndex(indexWith({ pairs: [] })).length) / 100);
    };
    expect([255, 256, 65_535, 65_536].map(tableLength)).toEqual([1, 2, 2, 4]);
  });

  it('is read from anywhere in a buffer', () => {
    const bytes = encodeIndex(buildIndex(policy, askedAs));
    const shifted = Buffer.concat([Buffer.from(' '), bytes]).subarray(1);
    expect(plain(decodeIndex(shifted, unitTexts))).toEqual(plain(decodeIndex(bytes, unitTexts)));
  });

  it('takes no more room for a target that has more units, as these stand together', () => {
    const lengthOf = (count: number) => {
      const { tables, ...index } = indexWith({});
      const numbers = new Uint16Array(count).fill(7);
      if (tables.kind !== 'phrasings') throw new Error('no phrasings');
      return encodeIndex({ ...index, tables: { ...tables, targets: numbers, passages: numbers } }).length;
    };
    expect(lengthOf(250)).toBe(lengthOf(2));
  });

  it('is one with phrasings, in the English of the bundled policy', () => {
    const fields = buildIndex(policy, { sections: [[], []], elsewhere: [[]] });
    const phrasings = buildIndex(policy, askedAs);
    for (const index of [
      fields,
      { ...fields, language: POLICY_ENGLISH },
      { ...phrasings, language: ENGLISH },
    ])
      expect(() => encodeIndex(index)).toThrow('only an index with phrasings in English is stored');
  });
});
