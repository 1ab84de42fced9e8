import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { nearStems, sortedSynonyms } from '../../src/search/near-words.ts';
import { stemNumber, vocabularyOf, wordsOf } from '../../src/search/words.ts';

/** What a synonym counts, and what a phrase means. */
const [SHARE, PHRASE] = [0.15, 0.4];

/** What is near each word of a question, as stems and what they count, where the index holds the words that are known. */
function near(
  question: string,
  { synonyms = '', known, rarities = {} }: { synonyms?: string; known: string; rarities?: Rarities },
) {
  const { stemOf, isContentStem } = ENGLISH;
  const all = [...new Set(wordsOf(known).map(stemOf))].sort();
  const stems = vocabularyOf(all);
  const words = wordsOf(question).map((read) => {
    const stem = stemOf(read);
    return { written: read, read, stem, number: stemNumber(stems, stem), isContent: isContentStem(stem) };
  });
  const rarityOf = (stem?: number) => (stem === undefined ? 4 : (rarities[all[stem] ?? ''] ?? 4));
  const [found, byWords] = [
    { ...ENGLISH, synonyms: sortedSynonyms(synonyms, stemOf) },
    { ...ENGLISH, synonyms: sortedSynonyms(synonyms), synonymsAreWords: true as const },
  ].map((language) =>
    nearStems(words, { stems, language }, rarityOf).map((own) =>
      Object.fromEntries(own.map(({ stem, share }) => [all[stem], share])),
    ),
  );
  expect(byWords).toEqual(found);
  return found ?? [];
}

type Rarities = Readonly<Record<string, number>>;

describe('synonyms are kept in order', () => {
  const text = 'fees price\n\nhow long = duration\nprice costs fees\n';

  it('as words, a line a phrase, and a line a word with all that mean the same', () => {
    expect(sortedSynonyms(text).trim().split('\n')).toEqual([
      'costs price fees',
      'fees price costs',
      'how long = duration',
      'price fees costs',
    ]);
  });

  it('as stems of a language', () => {
    expect(sortedSynonyms(text, ENGLISH.stemOf).trim().split('\n')).toEqual([
      'cost price fee',
      'fee price cost',
      'how long = durat',
      'price fee cost',
    ]);
  });
});

describe('a word means too', () => {
  it('what stands in one line with it, where the index holds it', () => {
    const synonyms = 'fee price cost\nbread loaf\n';
    expect(near('cost of bread', { synonyms, known: 'fee price bread' })).toEqual([
      { fee: SHARE, price: SHARE },
      {},
      {},
    ]);
  });

  it('the same in all its forms', () => {
    const synonyms = 'loaf bread\napply request\nfile submit\n';
    const known = 'requests submits';
    expect(near('applied', { synonyms, known })).toEqual([{ request: SHARE }]);
    expect(near('filing', { synonyms, known })).toEqual([{ submit: SHARE }]);
  });

  it('nothing of a line in which it is but the start or the end of a word', () => {
    const synonyms = 'card ticket\ndownload fetch\n';
    const known = 'ticket fetch';
    expect(near('car load', { synonyms, known })).toEqual([{}, {}]);
  });

  it('nothing of a line in which an irregular form of it stands', () => {
    const synonyms = 'bought got\nbought goods = purchases\n';
    expect(near('buy goods', { synonyms, known: 'got purchases' })).toEqual([{}, {}]);
  });

  it('nothing where it says nothing itself', () => {
    expect(near('about', { synonyms: 'about regarding\n', known: 'regarding' })).toEqual([{}]);
  });

  it('less what is commoner than it, and no more what is rarer', () => {
    const synonyms = 'fee price cost\n';
    const rarities = { fee: 2, price: 8 };
    expect(near('cost', { synonyms, known: 'fee price cost', rarities })).toEqual([
      { fee: SHARE / 2, price: SHARE },
    ]);
  });
});

describe('a compound means too', () => {
  it('its ends of four letters and more that leave three, by what share of it they are', () => {
    const ends = ['gru', 'grub', 'grubm', 'grubmo', 'ork', 'mork', 'bmork', 'ubmork'];
    expect(near('grubmork', { known: ends.join(' ') })).toEqual([
      {
        grub: SHARE * (4 / 8),
        grubm: SHARE * (5 / 8),
        mork: SHARE * (4 / 8),
        bmork: SHARE * (5 / 8),
      },
    ]);
  });

  it.each([
    ['abcd1234', 'with a digit'],
    [`abcd${'xz'.repeat(31)}`, 'of over 64 letters'],
  ])('nothing in %j, a word %s', (word) => {
    expect(near(word, { known: 'abcd' })).toEqual([{}]);
  });

  it('its end in a word of 64 letters', () => {
    expect(near(`abcd${'xz'.repeat(30)}`, { known: 'abcd' })).toEqual([{ abcd: SHARE * (4 / 64) }]);
  });
});

describe('a phrase means', () => {
  const synonyms = 'fee price\nget rid of = remove erase\ngo = leave\na lot = many\nbread loaf\n';
  const known = 'remove erase leave many loaf';

  it.each(['cash get rid of', 'cash getting rid of'])(
    'by its first word that says something what stands behind it: %j',
    (question) => {
      const meant = { remov: PHRASE, eras: PHRASE };
      expect(near(question, { synonyms, known })).toEqual([{}, {}, meant, {}]);
    },
  );

  it('by its first word where none says anything', () => {
    expect(near('you go', { synonyms, known })).toEqual([{}, { leav: PHRASE }]);
  });

  it.each(['a lot', 'get rid', 'rid of', 'bread loaf of'])('nothing in %j', (question) => {
    const found = near(question, { synonyms, known: 'remove erase leave many' });
    expect(found.every((own) => Object.keys(own).length === 0)).toBe(true);
  });

  it('less, by the square, what is commoner than the rarest of its words, and no more what is rarer', () => {
    const asked = { synonyms, known: 'rid of remove erase' };
    const commoner = { rid: 4, of: 1, remov: 2, eras: 8 };
    const meant = { remov: PHRASE / 4, eras: PHRASE };
    expect(near('get rid of', { ...asked, rarities: commoner })).toEqual([{}, meant, {}]);
  });

  it('the first two that the index holds', () => {
    const four = 'x y\ndentist = teeth medical health doctor\n';
    const meant = { medic: PHRASE, health: PHRASE };
    expect(near('dentist', { synonyms: four, known: 'doctor health medical' })).toEqual([meant]);
  });

  it('no less than its words do otherwise', () => {
    const both = 'x y\nrid remove\nget rid of = remove\n';
    expect(near('get rid of', { synonyms: both, known })[1]).toEqual({ remov: PHRASE });
  });
});
