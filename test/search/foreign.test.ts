import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { foreignLanguage } from '../../src/search/foreign.ts';

/** So many samples of one text. */
const times = (count: number, text: string) => Array.from({ length: count }, () => text);

const ENGLISH_TEXT = 'what is the size of it';
const GERMAN_TEXT = 'die häuser sind nicht auf der straße';
const RUSSIAN_TEXT = 'это не моя книга и её здесь нет';
const UKRAINIAN_TEXT = 'це не є моя книга і її немає тут';
/** No stop word of any language. */
const NAMES = 'xyzzy zyzzyva';

/** Whether a language takes a word for one that says nothing of what is asked. */
async function isStop(samples: readonly string[], word: string): Promise<boolean> {
  const { isContentStem, stemOf } = await foreignLanguage(samples);
  return !isContentStem(stemOf(word));
}

describe('a language is told by some words of it, and brings together the forms of one', () => {
  it.each([
    ['German', GERMAN_TEXT, 'häuser', 'haus', 'nicht'],
    ['French', 'les réglages ne sont pas dans la page', 'réglages', 'réglage', 'dans'],
    ['Spanish', 'los libros no están en la casa porque', 'libros', 'libro', 'porque'],
    ['Italian', 'il gatto non è nella casa della nonna', 'gatti', 'gatto', 'della'],
    ['Portuguese', 'os livros não estão na casa porque são', 'livros', 'livro', 'não'],
    ['Dutch', 'het huis is niet van mij en ook geen boek', 'boeken', 'boek', 'niet'],
    ['Swedish', 'jag har inte boken och den är inte här', 'böckerna', 'böcker', 'inte'],
    ['Danish', 'jeg har ikke bogen og den er ikke her hvor', 'bilen', 'biler', 'ikke'],
    ['Norwegian', 'jeg har ikke boken og den er ikke her hva', 'bilen', 'biler', 'hva'],
    ['Finnish', 'se on myös minun ja ei ole siellä mutta', 'talossa', 'talot', 'mutta'],
    ['Romanian', 'nu este în casă pentru că sunt și eu', 'casele', 'casa', 'pentru'],
    ['Hungarian', 'ez nem az én házam és nincs itt mert', 'házak', 'házban', 'nem'],
    ['Turkish', 'bu ev için çok değil ve ama daha', 'evler', 'evlerin', 'için'],
    ['Polish', 'to nie jest dla mnie ale już tylko', 'żółty', 'zolty', 'jest'],
    ['Czech', 'to není pro mě ale už jen jako', 'žlutý', 'zluty', 'jako'],
    ['Ukrainian', UKRAINIAN_TEXT, 'книга', 'книги', 'немає'],
    ['Russian', RUSSIAN_TEXT, 'книга', 'книги', 'это'],
    ['Greek', 'αυτό δεν είναι το βιβλίο μου και', 'άνθρωπος', 'ανθρωπο', 'και'],
    ['Arabic', 'هذا ليس الكتاب في البيت', 'الكتاب', 'كتاب', 'في'],
    ['Hebrew', 'זה לא הספר שלי של הבית', 'הספר', 'ספר', 'של'],
    ['Korean', '이것은 책이 아니다 그리고', '책', '책', '그리고'],
    ['Japanese', 'これは本ではありません', '本', '本', '及び'],
    ['Chinese', '这不是我的书 请检查', '书', '书', '我们'],
  ])('%s', async (_, text, one, other, stop) => {
    const { stemOf } = await foreignLanguage([text]);
    expect(stemOf(one)).toBe(stemOf(other));
    expect(await isStop([text], stop)).toBe(true);
    expect(await isStop([ENGLISH_TEXT], stop)).toBe(false);
  });

  it.each(['größe', 'uhr', 'ende', 'zeit', 'teil', 'beispiel', 'ordnung', 'mann'])(
    'German, of whose stop words people ask for %j',
    async (word) => {
      expect(await isStop([GERMAN_TEXT], word)).toBe(false);
    },
  );

  it.each(['我的', '能不', '请问', '想'])('Chinese, in which %j says but how one asks', async (pair) => {
    expect(await isStop(['请检查'], pair)).toBe(true);
  });

  it.each(['想法', '思想'])('Chinese, in which %j says something', async (pair) => {
    expect(await isStop(['请检查'], pair)).toBe(false);
  });
});

describe('a folder in several languages', () => {
  it('is read in each by its letters, and in Latin letters as English where no stop word tells', async () => {
    const both = await foreignLanguage([RUSSIAN_TEXT, GERMAN_TEXT]);
    expect([both.stemOf('книги'), both.stemOf('häuser')]).toEqual(['книг', 'haus']);
    const russian = await foreignLanguage([RUSSIAN_TEXT]);
    expect([russian.stemOf('книги'), russian.stemOf('settings')]).toEqual(['книг', 'set']);
  });

  it('has no stop words of Russian where it is Ukrainian', async () => {
    expect(await isStop([RUSSIAN_TEXT], 'чтобы')).toBe(true);
    expect(await isStop([UKRAINIAN_TEXT], 'чтобы')).toBe(false);
  });

  it.each([
    [3, 'книги', 'a few names'],
    [4, 'книг', 'a language'],
  ])('%i of a hundred samples in other letters are %3$s', async (count, stem) => {
    const samples = [...times(100 - count, ENGLISH_TEXT), ...times(count, RUSSIAN_TEXT)];
    expect((await foreignLanguage(samples)).stemOf('книги')).toBe(stem);
  });

  it.each([
    ['English', 10, 2],
    ['German', 10, 3],
    ['German', 0, 1],
  ])('is %s where %i samples are English and %i German', async (language, english, german) => {
    const samples = [...times(english, ENGLISH_TEXT), ...times(german, GERMAN_TEXT), ...times(10, NAMES)];
    expect(await isStop(samples, 'nicht')).toBe(language === 'German');
  });

  it('is English where no stop word tells', async () => {
    expect((await foreignLanguage([NAMES])).stemOf('häuser')).toBe(ENGLISH.stemOf('häuser'));
  });
});

describe('a word', () => {
  it.each([
    ['German', GERMAN_TEXT, 'schoene', 'schöne'],
    ['German', GERMAN_TEXT, 'muell', 'müll'],
    ['German', GERMAN_TEXT, 'waesche', 'wäsche'],
    ['Arabic', 'كيف تكتب المكونات', 'أخبر', 'اخبر'],
  ])('is read in %s as it is typed and as it should be: %3$j, %4$j', async (_, text, typed, word) => {
    const { stemOf } = await foreignLanguage([text]);
    expect(stemOf(typed)).toBe(stemOf(word));
  });

  it.each([
    ['neue', 'neu'],
    ['quelle', 'quell'],
  ])('keeps in German the ue that is no umlaut: %j', async (word, stem) => {
    expect((await foreignLanguage([GERMAN_TEXT])).stemOf(word)).toBe(stem);
  });

  it('of over 64 letters stays as it is, as it would take long', async () => {
    const { stemOf } = await foreignLanguage([GERMAN_TEXT]);
    const long = 'haus'.repeat(15);
    expect(stemOf(`${long}aken`)).toBe(`${long}ak`);
    expect(stemOf(`${long}marken`)).toBe(`${long}marken`);
  });
});

describe('a Hebrew word', () => {
  it.each([
    ['הספר', 'ספר', 'without article'],
    ['ולספר', 'ספר', 'without prepositions, however many'],
    ['ספרים', 'ספר', 'without plural'],
    ['תיקיות', 'תיק', 'without plural'],
    ['ספרייה', 'ספריי', 'without the end alone'],
    ['תכונה', 'תכונ', 'with what is like a preposition inside'],
    ['בית', 'בית', 'too short to take anything off'],
    ['מסמך', 'סמכ', 'in the letter that does not stand at an end alone'],
    ['חלום', 'חלומ', 'in the letter that does not stand at an end alone'],
    ['לשון', 'שונ', 'in the letter that does not stand at an end alone'],
    ['כסף', 'כספ', 'in the letter that does not stand at an end alone'],
    ['עץ', 'עצ', 'in the letter that does not stand at an end alone'],
  ])('%j is looked up as %j: %s', async (word, stem) => {
    expect((await foreignLanguage(['זה לא הספר שלי'])).stemOf(word)).toBe(stem);
  });
});
