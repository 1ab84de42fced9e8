import { describe, expect, it } from 'vitest';
import { ENGLISH, exactKeys, folded, piecesOf, wordTerms } from '../../src/search/folder-words.ts';
import { termsIn } from '../../src/search/words.ts';

describe('the words of a text', () => {
  it.each([
    ['Who fixes it?', ['who', 'fixes', 'it']],
    ["Don't say l'hôtel, dell'arte, D’ARGENT", ['dont', 'say', 'hôtel', 'arte', 'argent']],
    ["va-t'en", ['va', 'en']],
    ["o'clock and users' rights", ['oclock', 'and', 'users', 'rights']],
    ['שָׁלוֹם', ['שלום']],
    ['كِتَابـــ', ['كتاب']],
    ['ｆｕｌｌ ﬁt', ['full', 'fit']],
    ['ลืมรหัสผ่านทำอย่างไร', ['ลืม', 'รหัส', 'ผ่าน', 'ทำ', 'อย่างไร']],
    ['น\u0e49\u0e4d\u0e32ประปา น\u0e4d\u0e49\u0e32', ['น้ำ', 'ประปา', 'น้ำ']],
    ['ນ້ຳປະປາ ນ\u0ec9\u0ecd\u0eb2 ໜັງສື ຫນັງສື', ['ນ້ຳ', 'ປະປາ', 'ນ້ຳ', 'ໜັງສື', 'ໜັງສື']],
    ['src/read_file.ts', ['src', 'read', 'file', 'ts']],
    ['휴가 API는 는API', ['휴가', 'api는', '는api']],
  ])('are in %j %j', (text, words) => {
    expect(wordTerms(text)).toEqual(words);
  });

  it.each([
    ['E-mail', { parts: ['e', 'mail'], others: ['email'] }],
    ['parseJsonFile', { parts: ['parse', 'json', 'file'], others: ['parsejsonfile'] }],
    ['a-b-c-d-e', { parts: ['a', 'b', 'c', 'd', 'e'], others: ['abcde'] }],
    ['größenÄnderung', { parts: ['größen', 'änderung'], others: ['größenänderung'] }],
    ['주차합니다', { parts: ['주차'], others: ['차합', '합니', '니다'] }],
  ])('stand for what %j may be written as too', (text, terms) => {
    expect(wordTerms(text)).toEqual([terms]);
    expect(termsIn(wordTerms(text))).toEqual([...terms.parts, ...terms.others]);
  });

  it.each([
    ['认证失败', ['认证', '证失', '失败']],
    ['let和var', ['let', '和', 'var']],
    ['我们的书', ['我们', '们的', '的', '的书', '书']],
    ['图书馆员', ['图书', '书馆', '馆', '馆员', '员']],
    ['大学院生', ['大学', '学院', '院生']],
    ['お茶', ['お茶']],
    ['食べる', ['食']],
    ['コンポーネントを表示する', ['コンポーネント', 'を', '表示', 'する']],
    ['휴가 신청', ['휴가', '신청']],
    ['ลาพักร้อน', ['ลา', 'พัก', 'ร้อน']],
  ])('are in scripts without blanks %j those of a dictionary, and pairs', (text, terms) => {
    expect(termsIn(wordTerms(text))).toEqual(terms);
  });

  it('of a chain of words are the words alone', () => {
    expect(wordTerms('a-b-c-d-e-f')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('the pieces of a text between blanks', () => {
  it('are words where its script has no blanks', () => {
    expect(piecesOf('表示する')).toEqual(['表示', 'する']);
    expect(piecesOf('shown')).toEqual(['shown']);
    // Longer than what is read at once, and none of its characters in halves.
    const long = '\u{20000}表示'.repeat(2_000);
    expect(piecesOf(long).join('')).toBe(long);
    expect(piecesOf(long).every((piece) => piece.isWellFormed())).toBe(true);
  });
});

describe('a word without what many do not type', () => {
  it.each([
    ['straße', 'strasse'],
    ['naïve', 'naive'],
    ['ёлка', 'елка'],
    ['ώρα', 'ωρα'],
    ['plain', 'plain'],
  ])('is of %j %j', (word, plain) => {
    expect(folded(word)).toBe(plain);
  });

  it.each(['мой', 'が'])('keeps the marks that make another letter: %j', (word) => {
    expect(folded(word)).toBe(word);
  });
});

it('knows a question that a heading asks by all that is written but case and code, and by its words', () => {
  expect(exactKeys('Who fixes  `IT()`?')).toEqual(['"who fixes  it()?"', 'who fixes it']);
  expect(exactKeys('Whofixes it')[1]).not.toBe(exactKeys('Who fixes it')[1]);
});

it.each([
  ['を', false],
  ['する', false],
  ['ください', true],
  ['表示する', true],
  ['する表示', true],
])('takes up to three hiragana for an ending or a particle: %j', (stem, isContent) => {
  expect(ENGLISH.isContentStem(stem)).toBe(isContent);
});
