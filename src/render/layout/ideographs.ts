const SPACED = /^[^\u0e00-\u109f\u1780-\u17ff\u2e80-\uffff]*$/;

/** Whether a text has no character of these scripts. Most text has none, and the patterns below take time to make. */
export const isSpaced = (text: string) => SPACED.test(text);

/** Scripts that are broken between words alone, which a dictionary tells apart: class SA of UAX 14. */
const worded = () => /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Characters of scripts that are written without blanks: class ID of UAX 14 without Hangul, which has blanks. */
const ideograph = () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;

/** Characters that no line may start with: closing and small signs, classes CL, CP, EX, NS and CJ of UAX 14. */
const neverFirst = () =>
  /[\p{Pe}\p{Pf}\p{M}!%,.:;?\u2026\u3001\u3002\u3005\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u309b-\u309e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe\u31f0-\u31ff\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\p{Cf}]/u;

/** Characters that no line may end with: opening signs, class OP. */
const neverLast = () => /[\p{Ps}\p{Pi}]/u;

/** A scheme has at most so many characters here: from each of a long word's letters one would be looked for to its end. */
const URL_INSIDE = /([a-z][a-z0-9+.-]{0,20}:\/\/[\x21-\x7e]+)/i;

/** A text without blanks in the pieces between which a line might break: ideographs, words without any, URLs. */
export function pieces(text: string): string[] {
  if (isSpaced(text) || !(ideograph().test(text) || worded().test(text))) return [text];
  return text.split(URL_INSIDE).flatMap((part) => (URL_INSIDE.test(part) ? [part] : wordsOrSigns(part)));
}

function wordsOrSigns(text: string): string[] {
  if (!worded().test(text)) return [...text];
  const words = new Intl.Segmenter('th', { granularity: 'word' }).segment(text);
  return Array.from(words, ({ segment }) => (worded().test(segment) ? [segment] : [...segment])).flat();
}

/** Whether a line may end between two texts without a blank between them (UAX 14, its pair rules simplified). */
export function mayBreak(before: string, after: string): boolean {
  // Not by a pattern over all of a text, which grows while one character after the other is tried.
  const last = [...before.slice(-2)].at(-1) ?? '';
  const [first = ''] = after;
  if (isSpaced(last) && isSpaced(first)) return false;
  const isBeside =
    [last, first].some((each) => ideograph().test(each)) || (worded().test(last) && worded().test(first));
  return isBeside && !neverFirst().test(first) && !neverLast().test(last);
}
