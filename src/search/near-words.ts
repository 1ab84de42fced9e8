import { type QuestionWord, stemNumber, type Vocabulary } from './words.ts';

const NEAR = Object.freeze({
  /** What a synonym counts, 0.3 to 0.6 measure alike, and what a part of a word would that is all of it (`Standardshell`, `Shell`). */
  weight: 0.4,
  /** The least letters of a part at a word's start or end, and of what is left of the word beside it. */
  part: 4,
  rest: 3,
  /** Letters; no word that is longer has parts that anybody looks for. */
  longest: 64,
});

/** Scripts whose words are joined to longer ones. */
const LETTERS = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+$/u;

/** A known stem, what it counts for another, and how rare it is taken to be. */
export interface NearStem {
  readonly stem: number;
  readonly weight: number;
  readonly rarity: number;
}

/** What is known of a folder's stems. */
interface Known {
  readonly stems: Vocabulary;
  /** The stems that may stand for a stem. */
  readonly synonyms: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rarityOf: (stem: number | undefined) => number;
}

/** The known stems that may mean what a question's word means, each as rare as that word, at the most. */
export function nearStems(
  { stem: own, number, isContent }: QuestionWord,
  { stems, synonyms, rarityOf }: Known,
): readonly NearStem[] {
  if (!isContent) return [];
  const alike = [...(synonyms.get(own) ?? [])].map((synonym) => ({ other: synonym, share: 1 }));
  const parts = partsOf(own).map((part) => ({ other: part, share: part.length / own.length }));
  return [...alike, ...parts].flatMap(({ other, share }) => {
    const stem = stemNumber(stems, other);
    if (stem === undefined) return [];
    return [{ stem, weight: NEAR.weight * share, rarity: Math.min(rarityOf(stem), rarityOf(number)) }];
  });
}

/** What a compound may start or end with. */
function partsOf(word: string): string[] {
  const parts: string[] = [];
  if (word.length > NEAR.longest || !LETTERS.test(word)) return parts;
  for (let length = NEAR.part; length <= word.length - NEAR.rest; length += 1)
    parts.push(word.slice(-length), word.slice(0, length));
  return parts;
}
