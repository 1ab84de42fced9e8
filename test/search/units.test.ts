import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../src/search/units.ts';

const section = (number: number, heading: string, body: string) => ({
  number,
  name: `n${number}`,
  anchor: `n${number}`,
  heading,
  body,
});
const policy = {
  page: { title: 'P' },
  sections: [section(1, 'Who pays', 'The company.\n\n- by card\n- in cash'), section(2, 'When', 'Now.')],
  elsewhere: [
    { name: 'x', answer: '', see: [] },
    { name: 'y', answer: '', see: [] },
  ],
};

/** `target passage words` for each unit, a heading's with `#`. */
const shortly = (...args: Parameters<typeof unitsOf>) =>
  unitsOf(...args).map(
    ({ target, passage, words, isHeading }) =>
      `${target} ${passage} ${isHeading ? '# ' : ''}${words.join(' ')}`,
  );

describe('the units of a policy', () => {
  it('are each heading with its passages and its phrasings, then the phrasings of what is elsewhere', () => {
    const askedAs = {
      sections: [[{ text: 'who gives money' }], [{ text: 'how soon' }]],
      elsewhere: [[], [{ text: 'what rate' }]],
    };
    expect(shortly(policy, askedAs)).toEqual([
      '0 0 # who pays',
      '0 1 the company',
      '0 2 by card',
      '0 3 in cash',
      '0 0 who gives money',
      '1 0 # when',
      '1 1 now',
      '1 0 how soon',
      '3 0 what rate',
    ]);
  });

  it('ask for the passage that holds what their group quotes, or for the whole where none does', () => {
    const askedAs = {
      sections: [
        [
          { text: 'plastic', quote: 'by card' },
          { text: 'coins', quote: 'in cash' },
          { text: 'cheques', quote: 'by cheque' },
        ],
      ],
      elsewhere: [],
    };
    expect(shortly(policy, askedAs).filter((unit) => /plastic|coins|cheques/.test(unit))).toEqual([
      '0 2 plastic',
      '0 3 coins',
      '0 0 cheques',
    ]);
  });

  it('stand for the whole section behind its 255th passage', () => {
    const long = { ...policy, sections: [section(1, 'Long', 'word\n\n'.repeat(257))] };
    const passages = unitsOf(long, { sections: [[]], elsewhere: [] }).map(({ passage }) => passage);
    expect(passages.slice(254)).toEqual([254, 255, 0, 0]);
  });

  it('need no phrasings', () => {
    expect(shortly(policy, { sections: [], elsewhere: [] })).toHaveLength(6);
  });
});
