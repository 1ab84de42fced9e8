import { expect, it } from 'vitest';
import type { PolicyText } from '../../src/policy/policy.ts';
import { rank } from '../../src/search/ranking.ts';
import { buildIndex, type SearchIndex } from '../../src/search/search-index.ts';
import { decodeIndex, encodeIndex } from '../../src/search/stored-index.ts';

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

/** The tables that are stored in part, as plain lists whatever their arrays' types. */
function numbersIn({ tables }: SearchIndex) {
  if (tables.kind !== 'phrasings') throw new Error('no phrasings');
  return { targets: [...tables.targets], lengths: [...tables.units.lengths], native: [...tables.native] };
}

it('comes back from its bytes as it was', () => {
  const index = buildIndex(policy, askedAs);
  const decoded = decodeIndex(encodeIndex(index));
  expect(decoded.stems).toEqual(index.stems);
  expect(decoded.spellings).toEqual(index.spellings);
  expect(numbersIn(decoded)).toEqual(numbersIn(index));
  for (const question of ['who broke the build', 'what is the salary', 'which compiler', 'slaary']) {
    expect(rank(decoded, question)).toEqual(rank(index, question));
  }
});

it('is read from anywhere in a buffer', () => {
  const bytes = encodeIndex(buildIndex(policy, askedAs));
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(decodeIndex(shifted.subarray(1)).stems).toEqual(decodeIndex(bytes).stems);
});
