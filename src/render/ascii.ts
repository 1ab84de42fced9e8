import { characterName, withInvisibleNamed } from '../markdown/invisible.ts';

/**
 * How signs that ASCII lacks are typed on the kernel lists. Letters with accents, ligatures, fractions, superscripts and
 * full-width forms are not here: Unicode's compatibility decomposition (UAX 15, NFKD) makes ASCII of them.
 */
export const TYPED: ReadonlyMap<string, string> = new Map([
  ...each('\u2010\u2011\u2043\u2212\u2500\u2501', '-'),
  ...each('\u2012\u2013\u2014\u2015', '--'),
  ...each('\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc', "'"),
  ...each('\u201c\u201d\u201e\u201f\u2033', '"'),
  ...each('\u00ab\u226a', '<<'),
  ...each('\u00bb\u226b', '>>'),
  ...each('\u2039\u27e8', '<'),
  ...each('\u203a\u27e9', '>'),
  ...each('\u2022\u2023\u25aa\u25cf\u25e6\u2217', '*'),
  ...each('\u00b7\u22c5', '.'),
  ...each('\u2190', '<-'),
  ...each('\u2192', '->'),
  ...each('\u2194', '<->'),
  ...each('\u21d0', '<='),
  ...each('\u21d2', '=>'),
  ...each('\u2264', '<='),
  ...each('\u2265', '>='),
  ...each('\u2260', '!='),
  ...each('\u2248\u223c', '~'),
  ...each('\u00d7', 'x'),
  ...each('\u00f7\u2044\u2215', '/'),
  ...each('\u00b1', '+/-'),
  ...each('\u00a9', '(C)'),
  ...each('\u00ae', '(R)'),
  ...each('\u00a6\u2502\u2503', '|'),
  ...each('\u250c\u2510\u2514\u2518\u251c\u2524\u252c\u2534\u253c', '+'),
  ...each('\u2713\u2714', '[x]'),
  ...each('\u00b5', 'u'),
  ...each('\u20ac', 'EUR'),
  ...each('\u00a3', 'GBP'),
  ...each('\u00df', 'ss'),
  ...each('\u1e9e', 'SS'),
  ...each('\u00e6', 'ae'),
  ...each('\u00c6', 'AE'),
  ...each('\u0153', 'oe'),
  ...each('\u0152', 'OE'),
  ...each('\u00f8', 'o'),
  ...each('\u00d8', 'O'),
  ...each('\u0142', 'l'),
  ...each('\u0141', 'L'),
  ...each('\u0111\u00f0', 'd'),
  ...each('\u0110\u00d0', 'D'),
  ...each('\u00fe', 'th'),
  ...each('\u00de', 'Th'),
  ...each('\u0131', 'i'),
  // Some programs take these for line ends.
  ...each('\u0085\u2028\u2029', ' '),
  // Soft hyphens, joiners, variation selectors and marks without width show nothing.
  ...each('\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f', ''),
]);

/** The accents of Latin letters: combining diacritical marks. */
const ACCENT = /^[\u0300-\u036f]$/;

/**
 * Text in ASCII: signs as people type them, letters without their accents. A character without such a form is named by
 * its code point (`<U+4E2D>`), so that nothing is lost and nothing is guessed.
 */
export function toAscii(text: string): string {
  return withInvisibleNamed(isAscii(text) ? text : [...text.normalize('NFC')].map(asciiOf).join(''));
}

/** The characters of a text, each once, that `toAscii` names by their code points. */
export function withoutAscii(text: string): string[] {
  return [...new Set(text.normalize('NFC'))].filter(
    (character) => asciiOf(character) === characterName(character),
  );
}

export function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text);
}

function asciiOf(character: string): string {
  if (isAscii(character)) return character;
  const typed = TYPED.get(character);
  if (typed !== undefined) return typed;
  // Accents are left out; the vowel signs of other scripts are letters, and stay.
  const parts = [...character.normalize('NFKD')].filter((part) => !ACCENT.test(part));
  const typedParts = parts.map((part) => (isAscii(part) ? part : TYPED.get(part)));
  return typedParts.every((part) => part !== undefined) ? typedParts.join('') : characterName(character);
}

function each(characters: string, typed: string): [string, string][] {
  return [...characters].map((character) => [character, typed]);
}

/**
 * The characters that a mail is written in: ASCII alone, whatever that changes; letters of any script, with the policy's
 * dashes and quotes folded; or all as it is.
 */
export type Characters = 'ascii' | 'letters' | 'utf8';

/** The policy's text in the characters of a mail, and without control characters. */
export function written(text: string, characters: Characters): string {
  return kept(characters === 'letters' && !isAscii(text) ? withSignsTyped(text) : text, characters);
}

/** A person's text in the characters of a mail, and without control characters: changed only for ASCII. */
export function kept(text: string, characters: Characters): string {
  return characters === 'ascii' ? toAscii(text) : withInvisibleNamed(text);
}

/** Scripts with letters and signs as wide as ideographs start here; their signs are set among them. */
const WIDE = '\u2e80';

function withSignsTyped(text: string): string {
  return [...text]
    .map((character) => {
      if (isAscii(character) || character >= WIDE || /[\p{L}\p{M}\u200c\u200d]/u.test(character))
        return character;
      const typed = asciiOf(character);
      return isAscii(typed) && typed !== characterName(character) ? typed : character;
    })
    .join('');
}

/** What of a text ASCII changes, each once: `\u00fc as u`. */
export function changesInAscii(text: string): string[] {
  return [...new Set(text.normalize('NFC'))]
    .filter((character) => !isAscii(character))
    .map((character) => `${withInvisibleNamed(character)} as ${asciiOf(character) || 'nothing'}`);
}
