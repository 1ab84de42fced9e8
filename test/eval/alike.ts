import { normalized } from './question.ts';

const ALIKE = Object.freeze({
  /** Words that two texts share, as a share of all that either has. */
  share: 0.75,
  /** Different words of a text that is compared: keywords can hardly differ. */
  least: 4,
});

/** The pairs of a text and one of some others that say nearly the same, in whatever order. */
export function alike(texts: readonly string[], others: readonly string[]): [text: string, other: string][] {
  const known = new Map(others.map((other) => [other, wordsOf(other)]));
  const holding = new Map<string, string[]>();
  for (const [other, words] of known)
    for (const word of words) {
      const held = holding.get(word) ?? [];
      held.push(other);
      holding.set(word, held);
    }
  return texts.flatMap((text) => {
    const words = wordsOf(text);
    if (words.size < ALIKE.least) return [];
    // What is alike has one of the rarest words: of all others, too few are left.
    const lists = Array.from(words, (word) => holding.get(word) ?? []).sort((a, b) => a.length - b.length);
    const some = new Set(lists.slice(0, 1 + Math.floor((1 - ALIKE.share) * words.size)).flat());
    const isAlike = (other: string) => {
      const own = known.get(other) ?? new Set();
      const shared = [...words].filter((word) => own.has(word)).length;
      return shared >= ALIKE.share * (words.size + own.size - shared);
    };
    return [...some].filter(isAlike).map((other): [string, string] => [text, other]);
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(normalized(text).split(' '));
}
