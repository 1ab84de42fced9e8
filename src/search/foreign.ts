import * as lists from 'stopword/dist/stopword.esm.mjs';
import { ENGLISH, folded } from './folder-words.ts';
import type { Language } from './words.ts';

/** A language as it is told from others, and read. */
interface Tongue {
  readonly stopWords: readonly string[];
  /** Loaded when the folder is in this language; none is known for some. */
  readonly load?: () => Promise<{ readonly stemmer: (word: string) => string }>;
  /** A word in the spelling that the stemmer knows. */
  readonly spelt?: (word: string) => string;
  /** Stems that hold no more than how one asks, which no list has, as they are pairs across words. */
  readonly asks?: RegExp;
}

/** Words of the list of German stop words that people ask for; of `groß` too, as `Größe` has its stem. */
const GERMAN_CONTENT =
  /^(?:beispiel|ende|gro(?:ß|ss)e?[mnrs]?|jahre?n?|mann|mensch(?:en)?|ordnung|recht(?:e[nrs]?)?|suche|tag(?:en?)?|teil|uhr|zeit)$/;
const GERMAN = lists.deu.filter((word) => !GERMAN_CONTENT.test(word));

/** Languages in Latin letters, which their stop words tell apart. */
const LATIN: readonly Tongue[] = [
  { stopWords: GERMAN, load: () => import('@orama/stemmers/german'), spelt: withUmlauts },
  { stopWords: lists.fra, load: () => import('@orama/stemmers/french') },
  { stopWords: lists.spa, load: () => import('@orama/stemmers/spanish') },
  { stopWords: lists.ita, load: () => import('@orama/stemmers/italian') },
  { stopWords: lists.por, load: () => import('@orama/stemmers/portuguese') },
  { stopWords: lists.nld, load: () => import('@orama/stemmers/dutch') },
  { stopWords: lists.swe, load: () => import('@orama/stemmers/swedish') },
  { stopWords: lists.dan, load: () => import('@orama/stemmers/danish') },
  { stopWords: lists.nob, load: () => import('@orama/stemmers/norwegian') },
  { stopWords: lists.fin, load: () => import('@orama/stemmers/finnish') },
  { stopWords: lists.ron, load: () => import('@orama/stemmers/romanian') },
  { stopWords: lists.hun, load: () => import('@orama/stemmers/hungarian') },
  { stopWords: lists.tur, load: () => import('@orama/stemmers/turkish') },
  { stopWords: lists.pol },
  { stopWords: lists.ces },
];

/** Particles, pronouns and the like within a pair, and verbs that say little alone. */
const CHINESE_ASKS =
  /[的了吗呢吧么怎哪把给让被是和与我你他就都也很]|能不|不能|可以|请问|自己|一个|一下|^[想要能里去上下]$/;

const CYRILLIC = /[\u0400-\u04ff]/;

/** Languages that their letters tell; of two in one script, the first that has letters of its own in the folder. */
const BY_LETTERS: readonly (Tongue & { readonly letters: RegExp; readonly own?: RegExp })[] = [
  { letters: CYRILLIC, own: /[іїє]/, stopWords: lists.ukr, load: () => import('@orama/stemmers/ukrainian') },
  { letters: CYRILLIC, stopWords: lists.rus, load: () => import('@orama/stemmers/russian') },
  { letters: /[\u0370-\u03ff]/, stopWords: lists.ell, load: () => import('@orama/stemmers/greek') },
  {
    letters: /[\u0600-\u06ff]/,
    stopWords: lists.ara,
    load: () => import('@orama/stemmers/arabic'),
    // Alef is typed with and without its signs.
    spelt: (word) => word.replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627'),
  },
  { letters: /[\u0590-\u05ff]/, stopWords: lists.heb, load: async () => ({ stemmer: hebrewStem }) },
  { letters: /[\uac00-\ud7a3]/, stopWords: lists.kor },
  { letters: /[\u3040-\u30ff]/, stopWords: lists.jpn },
  {
    letters: /[\u4e00-\u9fff]/,
    // Letters that Japanese does not have.
    own: /[你您们們这這吗嗎请为说时个开设没沒]/,
    stopWords: lists.zho,
    asks: CHINESE_ASKS,
  },
];

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
  const others = BY_LETTERS.filter(({ letters, own = letters }) => isIn(own));
  const latin = latinTongue(samples);
  const found = [...others, ...(latin === undefined ? [] : [{ ...latin, letters: /\p{sc=Latin}/u }])];
  const tongues = found.filter(
    ({ letters }, at) => found.findIndex((each) => each.letters === letters) === at,
  );
  const readers = await Promise.all(
    tongues.map(async ({ letters, load, spelt = (word) => word }) => {
      const { stemmer } = (await load?.()) ?? { stemmer: (word: string) => word };
      return { letters, read: (word: string) => (word.length > LONGEST ? word : stemmer(spelt(word))) };
    }),
  );
  const stemOf = (word: string) => {
    const own = readers.find(({ letters }) => letters.test(word));
    return own === undefined ? ENGLISH.stemOf(word) : folded(own.read(word));
  };
  const stops = new Set(tongues.flatMap(({ stopWords }) => stopWords).map(stemOf));
  const asks = tongues.flatMap((tongue) => tongue.asks ?? []);
  const isContentStem = (stem: string) =>
    ENGLISH.isContentStem(stem) && !stops.has(stem) && !asks.some((pattern) => pattern.test(stem));
  return { ...ENGLISH, stemOf, isContentStem, synonymsAreWords: true };
}

/** Letters; some stemmers take time that grows with the square of the length. */
const LONGEST = 64;

/** The language in Latin letters that most samples vote for by their stop words; undefined where it is English. */
function latinTongue(samples: readonly string[]): Tongue | undefined {
  const stopWords = [lists.eng, ...LATIN.map((tongue) => tongue.stopWords)].map((words) => new Set(words));
  const winners = samples.map((sample) => {
    const words = sample.split(/\P{sc=Latin}+/u);
    const counts = stopWords.map((own) => words.filter((word) => own.has(word)).length);
    const most = Math.max(...counts);
    return most === 0 ? -1 : counts.indexOf(most);
  });
  const votes = stopWords.map((_, at) => winners.filter((winner) => winner === at).length);
  const [english = 0, ...others] = votes;
  const most = Math.max(...others);
  return most > 0 && most >= SHARE.votes * english ? LATIN[others.indexOf(most)] : undefined;
}

/** Umlauts are also written ae, oe, ue (but for `neue`, `Quelle`). */
function withUmlauts(word: string): string {
  return word
    .replace(/ae/g, 'ä')
    .replace(/oe/g, 'ö')
    .replace(/(?<![aeqäö])ue/g, 'ü');
}

const FINAL: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

/** Takes off what Hebrew writes together with a word: prepositions, article and plural. No well-kept stemmer is known. */
function hebrewStem(word: string): string {
  const bare = word.replace(/^[והבלמכש]+(?=\p{L}{3})/u, '').replace(/(?<=\p{L}{3})(?:יות|ות|ים|ה|ת|י)$/u, '');
  return bare.replace(/[ךםןףץ]/, (letter) => FINAL[letter] ?? letter);
}
