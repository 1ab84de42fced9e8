/// <reference path="./stopword.d.ts" />
import * as lists from 'stopword/dist/stopword.esm.mjs';
import { ENGLISH, folded } from './language.ts';
import type { Language } from './words.ts';

type Stemmer = (word: string) => string;

/** A language as it is told from others, and read. */
interface Tongue {
  readonly stopWords: readonly string[];
  /** Loaded when the folder is in this language; none is known for some. */
  readonly stemmer?: () => Promise<Stemmer>;
}

/** Languages in Latin letters, which their stop words tell apart. */
const LATIN: readonly Tongue[] = [
  {
    stopWords: lists.deu,
    stemmer: async () => germanStemmer((await import('@orama/stemmers/german')).stemmer),
  },
  { stopWords: lists.fra, stemmer: async () => (await import('@orama/stemmers/french')).stemmer },
  { stopWords: lists.spa, stemmer: async () => (await import('@orama/stemmers/spanish')).stemmer },
  { stopWords: lists.ita, stemmer: async () => (await import('@orama/stemmers/italian')).stemmer },
  { stopWords: lists.por, stemmer: async () => (await import('@orama/stemmers/portuguese')).stemmer },
  { stopWords: lists.nld, stemmer: async () => (await import('@orama/stemmers/dutch')).stemmer },
  { stopWords: lists.swe, stemmer: async () => (await import('@orama/stemmers/swedish')).stemmer },
  { stopWords: lists.dan, stemmer: async () => (await import('@orama/stemmers/danish')).stemmer },
  { stopWords: lists.nob, stemmer: async () => (await import('@orama/stemmers/norwegian')).stemmer },
  { stopWords: lists.fin, stemmer: async () => (await import('@orama/stemmers/finnish')).stemmer },
  { stopWords: lists.ron, stemmer: async () => (await import('@orama/stemmers/romanian')).stemmer },
  { stopWords: lists.hun, stemmer: async () => (await import('@orama/stemmers/hungarian')).stemmer },
  { stopWords: lists.tur, stemmer: async () => (await import('@orama/stemmers/turkish')).stemmer },
  { stopWords: lists.pol },
  { stopWords: lists.ces },
];

/** Languages that their letters tell. */
const BY_LETTERS: readonly (Tongue & { readonly letters: RegExp })[] = [
  {
    letters: /[\u0400-\u04ff]/,
    stopWords: lists.rus,
    stemmer: async () => (await import('@orama/stemmers/russian')).stemmer,
  },
  {
    letters: /[\u0370-\u03ff]/,
    stopWords: lists.ell,
    stemmer: async () => (await import('@orama/stemmers/greek')).stemmer,
  },
  {
    letters: /[\u0600-\u06ff]/,
    stopWords: lists.ara,
    stemmer: async () => arabicStemmer((await import('@orama/stemmers/arabic')).stemmer),
  },
  { letters: /[\u0590-\u05ff]/, stopWords: lists.heb, stemmer: async () => hebrewStem },
  { letters: /[\uac00-\ud7a3]/, stopWords: lists.kor },
  { letters: /[\u3040-\u30ff]/, stopWords: lists.jpn },
  { letters: /[\u4e00-\u9fff]/, stopWords: lists.zho },
];
const UKRAINIAN = {
  letters: /[\u0400-\u04ff]/,
  stopWords: lists.ukr,
  stemmer: async () => (await import('@orama/stemmers/ukrainian')).stemmer,
};

const SHARE = Object.freeze({
  /** Of the samples that hold a script's letters, or letters that only Ukrainian has: less is a name or two. */
  letters: 0.03,
  /** Of votes for another language than English, against English's: translations are often half done. */
  votes: 0.3,
});

/** The languages of samples of a folder: a word is read by its letters, and of Latin letters as most of them are. */
export async function foreignLanguage(samples: readonly string[]): Promise<Language> {
  const isIn = (letters: RegExp) =>
    samples.filter((sample) => letters.test(sample)).length > SHARE.letters * samples.length;
  const others = BY_LETTERS.filter(({ letters }) => isIn(letters)).map((tongue) =>
    tongue.stopWords === lists.rus && isIn(/[іїє]/) ? UKRAINIAN : tongue,
  );
  const latin = latinTongue(samples);
  const tongues = [...others, ...(latin === undefined ? [] : [{ ...latin, letters: /\p{sc=Latin}/u }])];
  const stemmers = await Promise.all(
    tongues.map(async ({ letters, stemmer }) => ({ letters, stemmer: await stemmer?.() })),
  );
  const stemOf = (word: string) => {
    const own = stemmers.find(({ letters }) => letters.test(word));
    if (own === undefined) return ENGLISH.stemOf(word);
    return folded(own.stemmer === undefined || word.length > LONGEST ? word : own.stemmer(word));
  };
  const stops = new Set(tongues.flatMap(({ stopWords }) => stopWords).map(stemOf));
  return { ...ENGLISH, stemOf, isContentStem: (stem) => ENGLISH.isContentStem(stem) && !stops.has(stem) };
}

/** Letters; some stemmers take time that grows with the square of the length. */
const LONGEST = 64;

/** The language in Latin letters that most samples vote for by their stop words; undefined where it is English. */
function latinTongue(samples: readonly string[]): Tongue | undefined {
  const tongues = LATIN.map((tongue) => ({ tongue, words: new Set(tongue.stopWords), votes: 0 }));
  const english = { tongue: undefined, words: new Set(lists.eng), votes: 0 };
  for (const sample of samples) {
    const words = sample.match(/\p{sc=Latin}+/gu) ?? [];
    const counted = [english, ...tongues].map((each) => ({
      each,
      count: words.filter((word) => each.words.has(word)).length,
    }));
    const most = counted.reduce((best, next) => (next.count > best.count ? next : best));
    if (most.count > 0) most.each.votes += 1;
  }
  const best = tongues.reduce((a, b) => (b.votes > a.votes ? b : a));
  return best.votes > 0 && best.votes >= SHARE.votes * english.votes ? best.tongue : undefined;
}

/** Umlauts are also written ae, oe, ue (but for `neue`, `Quelle`). */
function germanStemmer(stemmer: Stemmer): Stemmer {
  return (word) =>
    stemmer(
      word
        .replace(/ae/g, 'ä')
        .replace(/oe/g, 'ö')
        .replace(/(?<![aeqäö])ue/g, 'ü'),
    );
}

/** Alef is typed with and without its signs. */
function arabicStemmer(stemmer: Stemmer): Stemmer {
  return (word) => stemmer(word.replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627'));
}

const FINAL: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

/** Takes off what Hebrew writes together with a word: prepositions, article and plural. No well-kept stemmer is known. */
function hebrewStem(word: string): string {
  const bare = word.replace(/^[והבלמכש]+(?=\p{L}{3})/u, '').replace(/(?<=\p{L}{3})(?:יות|ות|ים|ה|ת|י)$/u, '');
  return bare.replace(/[ךםןףץ]$/, (letter) => FINAL[letter] ?? letter);
}
