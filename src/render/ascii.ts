import { characterName, withInvisibleNamed } from '../markdown/invisible.ts';
import typedSigns from './typed-signs.json' with { type: 'json' };

/**
 * How a sign that ASCII lacks is typed on the kernel lists: a blank for what some programs take for a line end, nothing for
 * what shows nothing. Letters with accents, ligatures, fractions, superscripts and full-width forms are not here: Unicode's
 * compatibility decomposition (UAX 15, NFKD) makes ASCII of them.
 */
export function typedSign(character: string): string | undefined {
  typed ??= new Map(
    Object.entries(typedSigns).flatMap(([typed, signs]) => [...signs].map((sign) => [sign, typed])),
  );
  return typed.get(character);
}

/** By sign; made when it is first needed, as most text is ASCII. */
let typed: ReadonlyMap<string, string> | undefined;

/** The accents of Latin letters: combining diacritical marks. */
const ACCENT = /^[\u0300-\u036f]$/;

/**
 * Text in ASCII: signs as people type them, letters without their accents. A character without such a form is named by
 * its code point (`<U+4E2D>`), so that nothing is lost and nothing is guessed.
 */
export function toAscii(text: string): string {
  return withInvisibleNamed(isAscii(text) ? text : [...text.normalize('NFC')].map(asciiOrName).join(''));
}

/** Whether `toAscii` names none of a text's characters by its code point. */
export function canBeAscii(text: string): boolean {
  return [...text.normalize('NFC')].every((character) => asciiOf(character) !== undefined);
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function asciiOrName(character: string): string {
  return asciiOf(character) ?? characterName(character);
}

/** A character as it is typed in ASCII; undefined where it has no such form. */
function asciiOf(character: string): string | undefined {
  if (isAscii(character)) return character;
  const typed = typedSign(character);
  if (typed !== undefined) return typed;
  // Accents are left out; the vowel signs of other scripts are letters, and stay.
  const parts = [...character.normalize('NFKD')].filter((part) => !ACCENT.test(part));
  const typedParts = parts.map((part) => (isAscii(part) ? part : typedSign(part)));
  return typedParts.includes(undefined) ? undefined : typedParts.join('');
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
  return text.replace(/[^\p{ASCII}\p{L}\p{M}\u200c\u200d]/gu, (sign) =>
    sign >= WIDE ? sign : (asciiOf(sign) ?? sign),
  );
}

/** What of a text ASCII changes, each once: `\u00fc as u`. */
export function changesInAscii(text: string): string[] {
  return [...new Set(text.normalize('NFC'))]
    .filter((character) => !isAscii(character))
    .map((character) => `${withInvisibleNamed(character)} as ${asciiOrName(character) || 'nothing'}`);
}
