import Fuse from 'fuse.js/basic';

export const SPELLING = Object.freeze({
  /** Shorter words have too many neighbours to be corrected. */
  shortest: 3,
  /** Longer ones are no misspelt words, and Fuse reads no more of a pattern. */
  longest: 32,
  /** Fuse distance, 0 to 1, up to which a known word is a candidate: wide, as the edits decide. */
  threshold: 0.55,
  /** Prefers a word with the same first letter, as slips there are rare; in edits. */
  firstLetterBonus: 0.5,
  /** Prefers the word that people use more: worth a tenth of an edit for each doubling of its count. */
  countBonus: 0.1,
  /** The logarithm of a count; halves that are no more frequent are found by chance. */
  rareHalf: 1,
});

/** A known word with the binary logarithm of how often it occurs. */
export interface KnownWord {
  readonly word: string;
  readonly logCount: number;
}

/** The words of an index's spellings. */
export function knownWords(spellings: Uint8Array): KnownWord[] {
  const entries = Buffer.from(spellings).toString().split(' ');
  return entries.map((entry) => ({ word: entry.slice(0, -1), logCount: Number(entry.at(-1)) }));
}

/** Gives the known word that a word probably misspells, the two that it is made of without a blank, or the word itself. */
export type Corrector = (word: string) => readonly string[];

/** How far a word may be from the one that it is taken for. */
export const CAUTION = Object.freeze({
  /** Where people's ways to ask are known, a word that is not is most likely misspelt: one slip in a short word, three in a long one. */
  bold: {
    mostEdits: (length: number) => 1 + Number(length > 5) + Number(length > 8),
    /** The least letters of each half of a word that lacks its blank. */
    shortestHalf: 2,
    /** Whether the first letter has to be right. */
    sameStart: false,
    /** The least letters of a word of which one may be replaced: most shorter ones that are so alike are words too. */
    shortestReplaced: 0,
  },
  /** A folder lacks many a word that is spelt right. */
  cautious: {
    mostEdits: (length: number) => Number(length > 3) + Number(length > 8),
    shortestHalf: 3,
    sameStart: true,
    shortestReplaced: 6,
  },
});

type Caution = (typeof CAUTION)[keyof typeof CAUTION];

/**
 * Corrects spelling towards known words. Candidates are those within a few edits (insertion, deletion,
 * substitution, swap of neighbours) that Fuse takes for alike, too; the edits decide, and how often people use the word.
 */
export function newCorrector(known: readonly KnownWord[], caution: Caution): Corrector {
  const letters = Int32Array.from(known, ({ word }) => letterSet(word));
  const counts = new Map(known.map(({ word, logCount }) => [word, logCount]));
  /**
   * The known words within the edits that are allowed. A letter put in or left out changes a word's length by one and the set
   * of its letters by at most one, any other edit that by at most two: this rules out most of some tens of thousands of words.
   */
  const near = (word: string) => {
    const most = caution.mostEdits(word.length);
    const own = letterSet(word);
    return known.filter((each, at) => {
      const longer = Math.abs(each.word.length - word.length);
      if (longer > most || (caution.sameStart && each.word[0] !== word[0])) return false;
      const mostOthers = word.length < caution.shortestReplaced ? longer : 2 * most - longer;
      const others = bitCount((letters[at] ?? 0) ^ own);
      return others <= mostOthers && editDistance(word, each.word) <= most;
    });
  };
  return (word) => {
    const { shortest, longest } = SPELLING;
    if (word.length < shortest || word.length > longest || !/^\p{L}+$/u.test(word)) return [word];
    const nearest = nearestWord(word, near(word));
    if (nearest !== undefined && nearest.edits <= 1) return [nearest.word];
    return splitWord(word, counts, caution) ?? [nearest?.word ?? word];
  };
}

/** A word's letters as bits; some share one. */
function letterSet(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; count += 1) rest &= rest - 1;
  return count;
}

/** Of near words the one that was most likely meant, and how many edits it is away. */
function nearestWord(word: string, near: readonly KnownWord[]) {
  const fuse = new Fuse(near, {
    keys: ['word'],
    threshold: SPELLING.threshold,
    ignoreLocation: true,
  });
  const candidates = fuse.search(word).map(({ item }) => {
    const edits = editDistance(word, item.word);
    const sameStart = word[0] === item.word[0] ? SPELLING.firstLetterBonus : 0;
    return { word: item.word, edits, cost: edits - sameStart - SPELLING.countBonus * item.logCount };
  });
  return candidates.sort((a, b) => a.cost - b.cost)[0];
}

/** The two most frequent known words that a word is made of, if any. */
function splitWord(
  word: string,
  counts: ReadonlyMap<string, number>,
  { shortestHalf }: Caution,
): readonly string[] | undefined {
  const countOf = (halves: readonly string[]) => Math.min(...halves.map((half) => counts.get(half) ?? 0));
  const [best] = splitsOf(word, shortestHalf).sort((one, other) => countOf(other) - countOf(one));
  return best !== undefined && countOf(best) > SPELLING.rareHalf ? best : undefined;
}

/** All ways to part a word in two, each half with so many letters. */
export function splitsOf(word: string, shortestHalf: number) {
  const parted = (at: number) => [word.slice(0, at), word.slice(at)] as const;
  const count = Math.max(0, word.length - 2 * shortestHalf + 1);
  return Array.from({ length: count }, (_, at) => parted(at + shortestHalf));
}

/** Optimal string alignment distance (Damerau-Levenshtein without repeated edits of a substring). */
export function editDistance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let beforeLast = last;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
