import { remembered } from './lookup.ts';
import {
  ASCII,
  aliased,
  isContentStem,
  type Language,
  stemOf,
  termsIn,
  type WordTerms,
  withFewMarks,
} from './words.ts';

/** Scripts that are written without blanks between words. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** French, Catalan and Italian words that lose their vowel before another: l'hôtel, dell'arte. */
const ELIDED =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|(?:lors|puis|jus|quoi)?qu|(?:da|de|ne|su|co|a|que|be)l?l|un|quest|sant)'(?=\p{L})/giu;

/** Hebrew points and cantillation, Arabic vowel signs and tatweel: most people type none. */
const OPTIONAL_MARKS = /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

/** Letters of Thai and Lao in parts, as NFKC takes them and some people type them, and the tone that may stand between. */
const APART = /[\u0e4d\u0ecd]([\u0e48-\u0e4b\u0ec8-\u0ecb]?)[\u0e32\u0eb2]|\u0eab[\u0e99\u0ea1]/g;

/** English as folders are read. */
export const ENGLISH: Language = {
  wordTerms,
  stemOf: (word) => stemOf(folded(word)),
  piecesOf,
  synonyms: '',
  isContentStem: (stem) => isContentStem(stem) && !/^\p{sc=Hiragana}{1,3}$/u.test(stem),
};

/** Letters that no decomposition makes plain, and parts of one that belong together. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
  '\u0e4d\u0e32': '\u0e33',
  '\u0ecd\u0eb2': '\u0eb3',
  '\u0eab\u0e99': '\u0edc',
  '\u0eab\u0ea1': '\u0edd',
};

/** A word without what many do not type: accents, and letters like ß as they are written where a keyboard lacks them. */
export function folded(word: string): string {
  if (ASCII.test(word)) return word;
  const plain = word.replace(/[ßæœøłđðþıё]/g, (letter) => PLAIN[letter] ?? letter);
  return /[\p{sc=Latin}\p{sc=Greek}]/u.test(plain) ? plain.normalize('NFD').replace(/\p{M}/gu, '') : plain;
}

/** The words of a text in order; one that is its only term stands as it is. */
export function wordTerms(text: string): (string | WordTerms)[] {
  return writtenWords(text).flatMap(readWord);
}

/** By what a question equals a heading: all that is written, as "O(n!)" is not "O(n)", else its words in order. */
export function exactKeys(text: string): readonly [whole: string, words: string] {
  const lower = text.toLowerCase().replaceAll('`', '');
  return [`"${lower}"`, writtenWords(lower).join(' ')];
}

const COMPOUND = /[\p{L}\p{N}\p{M}+#]+(?:-[\p{L}\p{N}\p{M}+#]+)*/gu;
const ASCII_COMPOUND = /[A-Za-z0-9+#]+(?:-[A-Za-z0-9+#]+)*/g;

/** A text's words between blanks and signs as they are written; what each stands for needs to be found once. */
export function writtenWords(text: string): readonly string[] {
  const isAscii = ASCII.test(text);
  const plain = isAscii ? text : plainLetters(text);
  const whole = /['`]/.test(plain) ? plain.replace(ELIDED, ' ').replace(/['`]/g, '') : plain;
  return whole.match(isAscii ? ASCII_COMPOUND : COMPOUND) ?? [];
}

function plainLetters(text: string): string {
  return withFewMarks(text)
    .normalize('NFKC')
    .replace(APART, (parts, tone = '') => tone + PLAIN[parts.replace(tone, '')])
    .replace(OPTIONAL_MARKS, '')
    .replace(/[\u2019\u02bc]/g, "'");
}

/** All terms of a written word. */
export function termsOfWord(written: string): string[] {
  return termsIn(readWord(written));
}

/** `e-mail` is `email` too, `parseJsonFile` also its three words. */
function readWord(written: string): readonly (string | WordTerms)[] {
  if (!ASCII.test(written) && HAS_UNSPACED.test(written))
    return [...written.matchAll(RUNS)].flatMap(([run]) =>
      HAS_UNSPACED.test(run) ? segmentsOf(run) : readWord(run),
    );
  if (/-|\p{Ll}\p{Lu}/u.test(written)) {
    const joined = written.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2').toLowerCase();
    const parts = joined.split('-');
    return parts.length > MOST_PARTS ? parts : [{ parts, others: [parts.join('')] }];
  }
  return /^\p{sc=Hangul}+$/u.test(written) ? [korean(written)] : aliased(written.toLowerCase());
}

/** Of longer chains nobody types the whole as one word. */
const MOST_PARTS = 5;

/** A word with particles or endings behind it: its first two syllables are asked for, the other pairs may be held. */
function korean(word: string): string | WordTerms {
  const [first = word, ...others] = pairsOf(word);
  return others.length === 0 ? first : { parts: [first], others };
}

/** Made only where it is needed: it takes some milliseconds. */
const segmenterOf = remembered((locale: string) => new Intl.Segmenter(locale, { granularity: 'word' }));

function segments(text: string): string[] {
  const words = segmenterOf('ja');
  // In pieces, as it takes time that grows with the square of a text's length.
  return [...text.matchAll(/.{1,1000}/gsu)].flatMap(([piece]) =>
    Array.from(words.segment(piece), ({ segment }) => segment),
  );
}

/** A text between blanks, cut into words where its script has none. */
export function piecesOf(text: string): readonly string[] {
  return HAS_UNSPACED.test(text) ? segments(text) : [text];
}

/** Text without blanks by Unicode's dictionary, and the pairs of ideographs across its borders, where it may be wrong. */
function segmentsOf(run: string): (string | WordTerms)[] {
  const found: (string | WordTerms)[] = [];
  let before = '';
  for (const segment of segments(run)) {
    const across = before.slice(-1) + segment.slice(0, 1);
    if (/\p{sc=Han}{2}/u.test(across)) found.push({ parts: [], others: [across] });
    // Those before Japanese endings too.
    const ideographs = /^\p{sc=Han}+/u.exec(segment)?.[0];
    found.push(...(ideographs === undefined ? [segment] : pairsOf(ideographs)));
    before = segment;
  }
  return found;
}

/** Each two neighbouring characters; a character that stands alone is itself. */
function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((second, at) => characters[at] + second);
}
