const TYPING = Object.freeze({
  /** One word in so many gets an error. */
  every: 8,
  /** Shorter words are mostly typed right, and hardly anybody could read them else. */
  shortest: 4,
});

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A text with a letter left out, added, replaced or swapped in one word of eight; the same ones for the same seed. */
export function withTypingErrors(text: string, seed: number): string {
  const random = newRandom(seed + text.length * 7919 + (text.codePointAt(0) ?? 0));
  return text.replace(/[a-z]+/gi, (word) => {
    const isHit = random() < 1 / TYPING.every && word.length >= TYPING.shortest;
    return isHit ? misspelt(word, random) : word;
  });
}

function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, here, behind] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const letter = LETTERS.charAt(Math.floor(random() * LETTERS.length));
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + behind;
    case 1:
      return before + letter + here + behind;
    case 2:
      return before + letter + behind;
    default:
      return before + behind.charAt(0) + here + behind.slice(1);
  }
}

/** Numbers from 0 up to 1 (Marsaglia's xorshift, 32 bits). */
function newRandom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
