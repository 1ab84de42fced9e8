import { inverseDocumentFrequency, type Numbers, type Term } from './bm25.ts';
import { type QuestionWord, stemNumber, type Vocabulary } from './words.ts';

const NEAR = Object.freeze({
  /** What a word counts that starts alike (`expiry`, `expiration`), or is a part (`Standardshell`, `Shell`), fully alike. */
  alike: 0.4,
  /** What a synonym counts. 0.3 to 0.6 measure alike. */
  synonym: 0.4,
  /** Letters of a start that two words have in common, and the least share of the longer one. */
  start: 5,
  share: 0.6,
  /** Letters of a part at a word's end, and of what is left of the word beside it. */
  end: 4,
  rest: 3,
  /** So many for a word, the nearest: in a large folder dozens start alike. */
  most: 20,
  /** Letters; no word that is longer has parts that anybody looks for. */
  longest: 64,
});

/** Scripts whose words change at their ends and are joined to longer ones. */
const LETTERS = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+$/u;

/** What is known of a folder's stems. */
interface Known {
  readonly stems: Vocabulary;
  /** The stems that may stand for a stem. */
  readonly synonyms: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many texts hold each stem. */
  readonly holding: Numbers;
  /** Something for each text. */
  readonly files: Numbers;
}

/** The known stems that may mean what a question's word means, each as rare as that word, at the most. */
export function nearTerms(
  { stem: own, number, isContent }: QuestionWord,
  { stems, synonyms, holding, files }: Known,
): readonly Term[] {
  if (!isContent) return [];
  const found = alike(stems, own);
  for (const synonym of synonyms.get(own) ?? []) {
    const known = stemNumber(stems, synonym);
    if (known !== undefined) found.push([known, NEAR.synonym]);
  }
  const rarityOf = (stem: number) => inverseDocumentFrequency(files.length, holding[stem] ?? 0);
  const most = number === undefined ? Number.POSITIVE_INFINITY : rarityOf(number);
  found.sort(([, a], [, b]) => b - a);
  return found
    .slice(0, NEAR.most)
    .map(([stem, weight]) => ({ stem, weight, rarity: Math.min(rarityOf(stem), most) }));
}

/** The known stems with a long start in common, and those that a compound starts or ends with. */
function alike(stems: Vocabulary, own: string): [stem: number, weight: number][] {
  if (own.length < NEAR.start || own.length > NEAR.longest || !LETTERS.test(own)) return [];
  const found: [number, number][] = [];
  for (const [stem, number] of startingWith(stems, own.slice(0, NEAR.start))) {
    const share = commonStart(own, stem) / Math.max(own.length, stem.length);
    if (share >= NEAR.share && stem !== own) found.push([number, NEAR.alike * share]);
  }
  for (let length = NEAR.end; length <= own.length - NEAR.rest; length += 1) {
    const parts = [own.slice(-length), ...(length < NEAR.start ? [] : [own.slice(0, length)])];
    for (const part of parts) {
      const number = stemNumber(stems, part);
      if (number !== undefined) found.push([number, (NEAR.alike * length) / own.length]);
    }
  }
  return found;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The known stems that start with some letters, in order. */
function* startingWith(
  { blockCount, blockAt }: Vocabulary,
  start: string,
): Generator<[stem: string, number: number]> {
  const blockSize = blockCount === 0 ? 0 : blockAt(0).split(' ').length;
  for (let at = 0; at < blockCount; at += 1) {
    if (at + 1 < blockCount && blockAt(at + 1) <= start) continue;
    const block = blockAt(at);
    if (block > `${start}\uffff`) return;
    for (const [place, stem] of block.split(' ').entries())
      if (stem.startsWith(start)) yield [stem, at * blockSize + place];
  }
}
