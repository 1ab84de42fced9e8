import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { sortedSynonyms } from '../../src/search/near-words.ts';
import { askedText, MOST_BYTES, readQuestion } from '../../src/search/question.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { section } from '../section.ts';

describe('a question as it is echoed', () => {
  it.each([
    ['  who\n\n pays\t? ', 'who pays ?'],
    ['who\u001b[2J \u202epays', 'who[2J pays'],
    ['half \ud800 a pair', 'half \uFFFD a pair'],
    ['\u{1F600}', '\u{1F600}'],
    ['', ''],
  ])('%j is %j', (typed, asked) => {
    expect(askedText(typed)).toBe(asked);
  });

  it('has up to 100,000 characters', () => {
    expect(askedText('x'.repeat(100_000))).toHaveLength(100_000);
    expect(() => askedText('x'.repeat(100_001))).toThrow(InputError);
    expect(() => askedText('x'.repeat(100_001))).toThrow('ask in a sentence or two');
  });

  it('is told to be too long by so many bytes, whatever it is written in', () => {
    expect(Buffer.byteLength('\uFFFD'.repeat(100_000))).toBeLessThanOrEqual(MOST_BYTES);
    expect(MOST_BYTES).toBeGreaterThan(100_000);
  });
});

/** A folder's index that knows these words, each as often as the text holds it. */
const indexOf = (text: string, heading = 'A', language = ENGLISH) => indexWith(text, 0, heading, language);

/** The same of a policy of which it is known how people ask. */
const askedPolicyOf = (text: string) => indexWith(text, 8);

function indexWith(body: string, count: number, heading = 'A', language = ENGLISH) {
  const policy = { page: { title: 'P' }, sections: [section(1, heading, body)], elsewhere: [] };
  return buildIndex(policy, { sections: [Array(count).fill({ text: 'a' })], elsewhere: [] }, language);
}

const index = indexOf(`${'maintainer kernel theme '.repeat(4)} fixes once what breaks`);

/** `written>read` for each word, with a `?` where the index does not hold it. */
const read = (question: string, of = index) =>
  readQuestion(of, question).map(
    ({ written, read, number }) => `${written}>${read}${number === undefined ? '?' : ''}`,
  );

describe('a question as it is read', () => {
  it('is read word for word, in order', () => {
    expect(read('Kernel maintainer? Kernel!')).toEqual([
      'kernel>kernel',
      'maintainer>maintainer',
      'kernel>kernel',
    ]);
  });

  it('finds a word by its stem', () => {
    expect(readQuestion(index, 'broken')[0]).toEqual({
      written: 'broken',
      read: 'broken',
      stem: 'break',
      number: readQuestion(index, 'breaks')[0]?.number,
      isContent: true,
    });
    expect(readQuestion(index, 'broken')[0]?.number).toEqual(expect.any(Number));
  });

  it('tells the words that say something of what is asked', () => {
    const content = readQuestion(index, 'who is a maintainer of zyzzyva').filter(
      ({ isContent }) => isContent,
    );
    expect(content.map(({ written }) => written)).toEqual(['maintainer', 'zyzzyva']);
  });

  it('has misspelt words read as what they mean', () => {
    expect(read('mantainer kernal zyzzyva')).toEqual([
      'mantainer>maintainer',
      'kernal>kernel',
      'zyzzyva>zyzzyva?',
    ]);
  });

  it.each([
    ['a first letter that is wrong', 'zernel', 'Kernel.', 'zernel>zernel?', 'zernel>kernel'],
    ['a slip in three letters', 'kex', 'Key.', 'kex>kex?', 'kex>key'],
    ['a singular of what is in the plural alone', 'prnter', 'Printers.', 'prnter>printer', 'prnter>printers'],
  ])('is corrected with more caution in a folder: %s', (_, typed, text, inFolder, inPolicy) => {
    expect(read(typed, indexOf(text))).toEqual([inFolder]);
    expect(read(typed, askedPolicyOf(`${text} ${text} ${text}`))).toEqual([inPolicy]);
  });

  it('leaves a word as it is in a folder where it is known what may stand for it', () => {
    const synonyms = sortedSynonyms('bakery shop\n', ENGLISH.stemOf);
    const language = { ...ENGLISH, synonyms };
    expect(read('bakeries', indexOf('Bakerias.'))).toEqual(['bakeries>bakerias']);
    expect(read('bakeries', indexOf('Bakerias.', 'A', language))).toEqual(['bakeries>bakeries?']);
    expect(read('bakerais', indexOf('Bakerias.', 'A', language))).toEqual(['bakerais>bakerias']);
  });

  it('has a misspelt singular read as the singular of what is written in the plural alone', () => {
    const plurals = indexOf('Printers, tapes and https.');
    expect(read('prnter tpae', plurals)).toEqual(['prnter>printer', 'tpae>tape']);
    expect(read('htps', plurals)).toEqual(['htps>https']);
  });

  it.each([
    ['clsa', 'Class.', 'an end that looks like a plural'],
    ['craet', 'Create.', 'no plural at all'],
  ])('has %j not read as a part of %j, which has %s', (typed, text) => {
    expect(read(typed, indexOf(text))).toEqual([`${typed}>${typed}?`]);
  });

  it('has a word that lacks its blank read as two', () => {
    expect(read('kernelmaintainer')).toEqual(['kernelmaintainer>kernel', 'kernelmaintainer>maintainer']);
  });

  it('has no stop word taken for a misspelt one', () => {
    expect(read('them')).toEqual(['them>them?']);
  });

  it('is corrected in its first fifty misspelt words, and wherever they come again', () => {
    const misspelt = [...'bcdfgh'].flatMap((letter) =>
      Array.from(
        { length: 9 },
        (_, at) => `maintainer`.slice(0, at + 1) + letter + `maintainer`.slice(at + 1),
      ),
    );
    const meant = read([...misspelt, misspelt[0], 'kernel'].join(' '));
    expect(meant.filter((word) => word.endsWith('>maintainer'))).toHaveLength(50 + 1);
    expect(meant.slice(-2)).toEqual([`${misspelt[0]}>maintainer`, 'kernel>kernel']);
  });

  it('is corrected however many of its words are spelt right', () => {
    const right = Array.from({ length: 60 }, (_, at) => String.fromCharCode(97 + (at % 26)).repeat(4 + at));
    const known = indexOf(`${right.join(' ')} maintainer`);
    expect(read(`${right.join(' ')} mantainer`, known).at(-1)).toBe('mantainer>maintainer');
  });

  it('has known words gathered for correction once, however many questions are misspelt', () => {
    let gathered = 0;
    const counted = {
      ...index,
      get spellings() {
        gathered += 1;
        return index.spellings;
      },
    };
    expect(read('mantainer', counted)).toEqual(['mantainer>maintainer']);
    expect(read('kernal', counted)).toEqual(['kernal>kernel']);
    expect(gathered).toBe(1);
  });
});

describe('a word of a question that may be written otherwise', () => {
  it.each([
    ['is another way to write it that a folder has', 'e-mail', 'Email.', ['email>email']],
    ['is both where a folder has its parts, too', 'e-mail', 'Email or mail.', ['mail>mail', 'email>email']],
    ['is its parts where a folder has no other', 'e-mail', 'Mail.', ['e>e?', 'mail>mail']],
    ['has its parts corrected then', 'e-mial', 'Mail.', ['e>e?', 'mial>mail']],
    ['has no part corrected where the other is known', 'e-mial', 'Emial mail.', ['emial>emial']],
  ])('%s: %j in %j', (_, question, text, words) => {
    expect(read(question, indexOf(text))).toEqual(words);
  });

  it.each([
    ['are one that a folder writes so', 'roll back', 'Rollback.', ['rollback>rollback', 'back>back?']],
    [
      'are both where it writes them apart, too',
      'log out',
      'Logout. Log.',
      ['log>log', 'logout>logout', 'out>out?'],
    ],
    ['are not one in the other order', 'back roll', 'Rollback.', ['back>back?', 'roll>roll?']],
    ['are not one of fewer than six letters', 'in to', 'Into.', ['in>in?', 'to>to?']],
    ['are not one that it lacks', 'roll back', 'Roll.', ['roll>roll', 'back>back?']],
    [
      'are not one where either has a hyphen',
      'e-mail list',
      'Emaillist maillist',
      ['e>e?', 'mail>mail?', 'list>list?'],
    ],
  ])('of two words %s: %j in %j', (_, question, text, words) => {
    expect(read(question, indexOf(text))).toEqual(words);
  });

  it.each([
    ['backup', 'Back up', 'back', 'up'],
    ['backups', 'How to back up', 'back', 'up'],
    ['back-up', 'Back up', 'back', 'up'],
    ['login', 'Log in', 'log', 'in'],
    ['website', 'Two web sites', 'web', 'sites'],
    ['websites', 'Web sitters and web sites', 'web', 'sites'],
  ])('joins two words of a heading, which both are asked for: %j for %j', (question, heading, ...halves) => {
    const words = readQuestion(indexOf('Nightly.', heading), question).slice(-2);
    expect(words.map((word) => word.read)).toEqual(halves);
    expect(words.every(({ isContent, number }) => isContent && number !== undefined)).toBe(true);
  });

  it.each([
    ['backup', 'Up back', 'in the other order'],
    ['backup', 'Back the up', 'apart'],
    ['backup', 'Back upper', 'with another end'],
    ['backup', 'Aback up', 'with another start'],
    ['intro', 'In t ro', 'in three'],
    ['howdo', 'How to', 'of which one is lacking'],
    ['a'.repeat(40), `${'a'.repeat(20)} ${'a'.repeat(20)}`, 'longer than any'],
  ])('joins no words of a heading that stand otherwise: %j for %j, %s', (question, heading) => {
    expect(read(question, indexOf('Nightly.', heading))).toEqual([`${question}>${question}?`]);
  });

  it('joins no words of a body', () => {
    expect(read('backup', indexOf('Back up.'))).toEqual(['backup>backup?']);
  });

  it('is as it is written where it is known how people ask', () => {
    const asked = askedPolicyOf('Rollback, rollback.');
    expect(read('roll back', asked)).toEqual(['roll>roll?', 'back>back?']);
  });
});
