import { characterName, withInvisibleNamed } from '../markdown/invisible.ts';
import typedSigns from './typed-signs.json' with { type: 'json' };

/**
 * The characters that text is written in: ASCII alone, whatever that changes; letters of any script, with the policy's
 * dashes and quotes folded; or all as it is.
 */
export type Characters = 'ascii' | 'letters' | 'utf8';

/** The policy's text in such characters, and without control characters. */
export function written(text: string, characters: Characters): string {
  return kept(characters === 'letters' && !isAscii(text) ? withSignsTyped(text) : text, characters);
}

/**
 * A person's text in such characters, and without control characters: changed only for ASCII. There signs are as people
 * type them, letters without their accents; a character without such a form is named by its code point (`<U+4E2D>`), so
 * that nothing is lost and nothing is guessed.
 */
export function kept(text: string, characters: Characters): string {
  if (characters !== 'ascii' || isAscii(text)) return withInvisibleNamed(text);
  const typed = [...text.normalize('NFC')].map((character) => asciiOf(character) ?? characterName(character));
  return withInvisibleNamed(typed.join(''));
}

/** Text that is safe to show on a terminal: controls are named, and punctuation that the locale lacks is typed in ASCII. */
export function onScreen(text: string, isUtf8: boolean): string {
  const shown = withInvisibleNamed(text);
  return isUtf8 ? shown : shown.replace(/\P{ASCII}/gu, (sign) => typedSign(sign) ?? sign);
}

/** Whether ASCII has a form for each of a text's characters. */
export function canBeAscii(text: string): boolean {
  return [...text.normalize('NFC')].every((character) => asciiOf(character) !== undefined);
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** The changes that ASCII makes to a text, each once: `\u00fc as u`. */
export function changesInAscii(text: string): string[] {
  return [...new Set(text.normalize('NFC'))]
    .filter((character) => !isAscii(character))
    .map((character) => `${withInvisibleNamed(character)} as ${kept(character, 'ascii') || 'nothing'}`);
}

/** The accents of Latin letters: combining diacritical marks. */
const ACCENT = /^[\u0300-\u036f]$/;

/** A character as it is typed in ASCII; undefined where it has no such form. */
function asciiOf(character: string): string | undefined {
  const typed = typedSign(character);
  if (typed !== undefined) return typed;
  // Accents are left out; the vowel signs of other scripts are letters, and stay.
  const parts = [...character.normalize('NFKD')].filter((part) => !ACCENT.test(part)).map(typedSign);
  return parts.includes(undefined) ? undefined : parts.join('');
}

/**
 * How a sign is typed on the kernel lists: a blank for what some programs take for a line end, nothing for what shows
 * nothing. Letters with accents, ligatures, fractions, superscripts and full-width forms are not among them: Unicode's
 * compatibility decomposition (UAX 15, NFKD) makes ASCII of them.
 */
function typedSign(character: string): string | undefined {
  typed ??= new Map(
    Object.entries(typedSigns).flatMap(([typed, signs]) => [...signs].map((sign) => [sign, typed])),
  );
  return isAscii(character) ? character : typed.get(character);
}

/** By sign; made when it is first needed, as most text is ASCII. */
let typed: ReadonlyMap<string, string> | undefined;

/** Scripts with letters and signs as wide as ideographs start here; their signs are set among them. */
const WIDE = '\u2e80';

function withSignsTyped(text: string): string {
  return text.replace(/[^\p{ASCII}\p{L}\p{M}\u200c\u200d]/gu, (sign) =>
    sign >= WIDE ? sign : (asciiOf(sign) ?? sign),
  );
}
