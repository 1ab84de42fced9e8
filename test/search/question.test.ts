import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { askedText, MOST_BYTES, readQuestion } from '../../src/search/question.ts';
import { buildIndex } from '../../src/search/search-index.ts';

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

/** An index that knows these words, each as often as the text holds it. */
function indexOf(text: string) {
  const section = { number: 1, name: 'a', anchor: 'a', heading: 'A', body: text };
  const policy = { page: { title: 'P' }, sections: [section], elsewhere: [] };
  return buildIndex(policy, { sections: [[]], elsewhere: [] });
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

  it('has a misspelt singular read as the singular of what is written in the plural alone', () => {
    const plurals = indexOf('Printers, tapes and https.');
    expect(read('prnter tpae', plurals)).toEqual(['prnter>printer', 'tpae>tape']);
    expect(read('htps', plurals)).toEqual(['htps>https']);
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
});
