import { buildIndex, type SearchIndex } from '../../src/search/search-index.ts';
import { stemNumber, stemOf } from '../../src/search/words.ts';
import { section } from '../section.ts';

/** A policy of two sections. */
export const policy = {
  page: { title: 'P' },
  sections: [
    section(1, 'Who pays', 'The company pays. [Cash](https://bank.example/)'),
    section(2, 'When', 'Now.'),
  ],
  elsewhere: [{ name: 'rate', answer: '', see: [] }],
};
export const phrasings = (count: number, text = 'who pays') =>
  Array.from({ length: count }, () => ({ text }));

/** An index of the policy, where its sections have so many phrasings. */
export const indexWith = (first: number, second: number) =>
  buildIndex(policy, {
    sections: [phrasings(first), phrasings(second, 'when')],
    elsewhere: [[{ text: 'interest rate' }, { text: 'interest rates interest' }]],
  });

export function numberOf(index: SearchIndex, word: string): number | undefined {
  return stemNumber(index.stems, stemOf(word));
}
