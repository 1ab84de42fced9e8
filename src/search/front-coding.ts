/** So many letters at the most are shared with the word before: what one digit of base 36 holds. */
const MOST_SHARED = 35;

/**
 * Sorted words in half the space: each as the number of letters that it shares with the word before, in base 36, and
 * the rest (front coding, Witten, Moffat and Bell, "Managing Gigabytes"). The words hold no blanks.
 */
export function frontCoded(words: readonly string[]): string {
  return words
    .map((word, at) => {
      const shared = sharedStart(words[at - 1] ?? '', word);
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');
}

/** The words that `frontCoded` gave this text for. */
export function frontDecoded(text: string): string[] {
  let before = '';
  return text.split(' ').map((coded) => {
    before = before.slice(0, Number.parseInt(coded.charAt(0), 36)) + coded.slice(1);
    return before;
  });
}

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length, MOST_SHARED);
  let shared = 0;
  while (shared < most && one[shared] === other[shared]) shared += 1;
  return shared;
}
