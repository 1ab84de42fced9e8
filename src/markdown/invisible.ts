/**
 * Characters that show nothing and yet act on a reader or a terminal: controls (C0 but tab and line end, DEL, C1),
 * Unicode's default ignorable code points (bidi controls, zero-width and tag characters, fillers), and its other line
 * ends.
 */
const invisible = () => /[^\P{Cc}\t\n]|\p{Default_Ignorable_Code_Point}|[\u2028\u2029\uFFF9-\uFFFB]/gu;

/**
 * Text that needs no closer look: ASCII, Latin and punctuation, without any invisible character. Most text is nothing
 * else, and to make a pattern of Unicode's properties takes as long as to lay out an answer; so those patterns stand
 * where they are used.
 */
const VISIBLE = /^[\t\n -~\u00a1-\u00ac\u00ae-\u034e\u2010-\u2027\u2030-\u205e]*$/;

/** Those of them that part words: line ends other than ours. */
const PARTING = /[\v\f\r\u0085\u2028\u2029]/;

/** Scripts whose spelling needs joiners: without them a Persian or Sinhala word is misspelt (RFC 5892, appendix A). */
const JOINING_SCRIPTS =
  'Arabic Syriac Nko Mongolian Devanagari Bengali Gurmukhi Gujarati ' +
  'Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar';

/** Some of these in a text may have to stay. */
const MAY_BE_NEEDED = /[\u180b-\u180f\u200c-\u200d]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/u;

const BLACK_FLAG = '\u{1f3f4}';

/** Finds flags whole, and invisible characters that no spelling needs. Made once, and late: it takes 6 ms to make. */
let unneeded: RegExp | undefined;

function unneededPattern(): RegExp {
  if (unneeded !== undefined) return unneeded;
  const joining = JOINING_SCRIPTS.split(' ')
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('');
  const picture = '\\p{Extended_Pictographic}';
  const needed = [
    // Shapes that selectors pick: emoji as text or picture, ideographs, Mongolian letters (Unicode's
    // StandardizedVariants and emoji-variation-sequences). Behind any other a selector only hides data.
    '(?<=\\p{Emoji})[\\uFE0E\\uFE0F]',
    '(?<=\\p{Unified_Ideograph})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
    '(?<=\\p{Script=Mongolian})[\\u180B-\\u180D\\u180F]',
    // Joiners, of letters and of emoji to one.
    `(?<=(?=[\\p{L}\\p{M}])[${joining}])[\\u200C\\u200D](?=(?=\\p{L})[${joining}])`,
    `(?<=[${picture}\\p{Emoji_Modifier}]\\uFE0F?)\\u200D(?=${picture})`,
  ];
  // Of England, Scotland and Wales: a black flag with tags behind (UTS 51, annex B).
  const flags = ['gbeng', 'gbsct', 'gbwls'].map((name) => BLACK_FLAG + tags(name));
  unneeded = new RegExp(`${flags.join('|')}|(?!${needed.join('|')})(?:${invisible().source})`, 'gu');
  return unneeded;
}

/** A name in tag characters, with the one that ends it. */
function tags(name: string): string {
  return String.fromCodePoint(...[...`${name}\x7f`].map((sign) => 0xe0000 + sign.charCodeAt(0)));
}

/**
 * A text without its invisible characters, which a folder's author may have put there to deceive: `\u202E` makes
 * `exe.txt` read `txt.exe`, `\u001B` commands the terminal. Line ends other than `\n` become blanks. Joiners stay
 * where spelling needs them: within an emoji, and between letters of scripts that join.
 */
export function withoutInvisible(text: string): string {
  return replaceInvisible(text, (character) => (PARTING.test(character) ? ' ' : ''));
}

/** A text with each invisible character named by its code point, so that a reader sees that it is there: `<U+202E>`. */
export function withInvisibleNamed(text: string): string {
  return replaceInvisible(text, characterName);
}

/** Leaves the joiners, selectors and tags that spelling needs. */
function replaceInvisible(text: string, by: (character: string) => string): string {
  if (VISIBLE.test(text)) return text;
  const pattern = MAY_BE_NEEDED.test(text) ? unneededPattern() : invisible();
  return text.replace(pattern, (found) => (found.startsWith(BLACK_FLAG) ? found : by(found)));
}

/** The characters that `withoutInvisible` takes out, in order. */
export function invisibleIn(text: string): string[] {
  const found: string[] = [];
  replaceInvisible(text, (character) => {
    found.push(character);
    return '';
  });
  return found;
}

/** A character's name in a text, for those who cannot see it: `<U+4E2D>`. */
export function characterName(character: string): string {
  return `<${codePoint(character)}>`;
}

/** A character's code point as Unicode writes it: `U+4E2D`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
