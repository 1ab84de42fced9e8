import { ASCII, aliased, type WordTerms, wordsOf } from './words.ts';

/** Scripts that are written without blanks between words. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** French, Catalan and Italian words that lose their vowel before another: l'hôtel, dell'arte. */
const ELIDED =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|(?:lors|puis|jus|quoi)?qu|(?:da|de|ne|su|co|a|que|be)l?l|un|quest|sant)'(?=\p{L})/giu;

/** Hebrew points and cantillation, Arabic vowel signs and tatweel: most people type none. */
const OPTIONAL_MARKS = /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

/** All terms of a text, for an index. */
export function termsOf(text: string): string[] {
  return wordTerms(text).flatMap((word) =>
    typeof word === 'string' ? word : [...word.parts, ...word.others],
  );
}

/** The words of a text in order; one that is its only term stands as it is. */
export function wordTerms(text: string): (string | WordTerms)[] {
  if (ASCII.test(text)) return compoundsIn(text);
  const plain = text
    // More marks on one letter than any script has (UAX 15, stream-safe text).
    .replace(/(\p{M}{30})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .replace(OPTIONAL_MARKS, '')
    .replace(/[\u2019\u02bc]/g, "'");
  if (!HAS_UNSPACED.test(plain)) return compoundsIn(plain);
  return (plain.match(RUNS) ?? []).flatMap((run) =>
    HAS_UNSPACED.test(run) ? segmentsOf(run) : compoundsIn(run),
  );
}

const COMPOUND = /[\p{L}\p{N}\p{M}+#]+(?:-[\p{L}\p{N}\p{M}+#]+)*/gu;
const ASCII_COMPOUND = /[a-z0-9+#]+(?:-[a-z0-9+#]+)*/gi;

/** Words with blanks between them; `e-mail` is `email` too, `parseJsonFile` also its three words. */
function compoundsIn(text: string): (string | WordTerms)[] {
  const isAscii = ASCII.test(text);
  const plain = /['`]/.test(text) ? text.replace(ELIDED, ' ').replace(/['`]/g, '') : text;
  if (isAscii && !/[A-Za-z0-9]-[A-Za-z0-9]|[a-z][A-Z]/.test(plain)) return wordsOf(plain);
  return (plain.match(isAscii ? ASCII_COMPOUND : COMPOUND) ?? []).flatMap((word) => {
    if (/-|\p{Ll}\p{Lu}/u.test(word)) return compound(word);
    return /^\p{sc=Hangul}+$/u.test(word) ? korean(word) : aliased(word.toLowerCase());
  });
}

function compound(word: string): (string | WordTerms) | readonly string[] {
  const parts = word
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .split('-');
  const joined = parts.join('');
  return parts.length > COMPOUNDS.mostParts ? parts : { parts, others: [joined] };
}

const COMPOUNDS = Object.freeze({
  /** Of longer chains nobody types the whole as one word. */
  mostParts: 5,
});

/** A word with particles or endings behind it: its first two syllables are asked for, the other pairs may be held. */
function korean(word: string): string | WordTerms {
  const [first = word, ...others] = pairsOf(word);
  return others.length === 0 ? first : { parts: [first], others };
}

let segmenter: Intl.Segmenter | undefined;

function segments(text: string): string[] {
  // Made only where it is needed: it takes some milliseconds.
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
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
    if (/^\p{sc=Han}{2}$/u.test(across)) found.push({ parts: [], others: [across] });
    found.push(...segmentTerms(segment));
    before = segment;
  }
  return found;
}

/** A segment's pairs where it is ideographs, those before Japanese endings, else itself. */
function segmentTerms(segment: string): readonly string[] {
  const ideographs = /^\p{sc=Han}+/u.exec(segment)?.[0];
  return ideographs === undefined ? [segment] : pairsOf(ideographs);
}

/** Each two neighbouring characters; a character that stands alone is itself. */
function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((second, at) => characters[at] + second);
}
