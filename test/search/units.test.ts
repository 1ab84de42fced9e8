import { describe, expect, it } from 'vitest';
import type { AskedAs, PolicyText } from '../../src/policy/policy.ts';
import { rank } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { unitsOf } from '../../src/search/units.ts';
import { wordsOf } from '../../src/search/words.ts';
import { section } from '../section.ts';

const policy = {
  page: { title: 'P' },
  sections: [section(1, 'Who pays', 'The company.\n\n- by card\n- in cash'), section(2, 'When', 'Now.')],
  elsewhere: [
    { name: 'x', answer: '', see: [] },
    { name: 'y', answer: '', see: [] },
  ],
};

/** `target passage words` for each unit, a heading's with `#`. */
const shortly = (policy: PolicyText, askedAs: AskedAs) =>
  unitsOf(policy, askedAs, wordsOf).map(
    ({ target, passage, words, kind }) =>
      `${target} ${passage} ${kind === 'heading' ? '# ' : ''}${words.join(' ')}`,
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

  it('tell apart as many passages as a section has', () => {
    const long = { ...policy, sections: [section(1, 'Long', 'word\n\n'.repeat(257))] };
    const passages = unitsOf(long, { sections: [[]], elsewhere: [] }, wordsOf).map(({ passage }) => passage);
    expect(passages.slice(254)).toEqual([254, 255, 256, 257]);
  });

  it('need no phrasings', () => {
    expect(shortly(policy, { sections: [], elsewhere: [] })).toHaveLength(6);
  });

  it('are the names of elsewhere topics too, where those lead somewhere', () => {
    const see = ['https://example.org/'];
    const named = { ...policy, elsewhere: [{ name: 'release-cycle', answer: '', see }, ...policy.elsewhere] };
    const askedAs = { sections: [], elsewhere: [[{ text: 'merge window' }]] };
    expect(shortly(named, askedAs).slice(-2)).toEqual(['2 0 release cycle', '2 0 merge window']);
    expect(unitsOf(named, askedAs, wordsOf).at(-2)?.kind).toBe('name');
  });

  it('lead elsewhere by name, also where a phrasing of a section is as near', () => {
    const costs = ['pay', 'payment', 'money', 'cost', 'salary', 'wage', 'fee', 'price'];
    const asked = [...costs, ...costs, 'release cycle'].map((text) => ({ text }));
    const topic = { name: 'release-cycle', answer: '', see: ['https://example.org/'] };
    const index = buildIndex({ ...policy, elsewhere: [topic] }, { sections: [asked], elsewhere: [[]] });
    expect(rank(index, 'cycle of a release').parts.elsewhere()).toBe(0);
  });
});
