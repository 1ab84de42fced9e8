import { replaceInvisible } from '../markdown/invisible.ts';

/**
 * The text with every character kept that a reader can see; controls, and what else shows nothing, are named by their
 * code points.
 */
export function withoutControls(text: string): string {
  return replaceInvisible(text, codePoint);
}

/** A character's name for those who cannot see it: `<U+4E2D>`. */
export function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `<U+${hex}>`;
}
