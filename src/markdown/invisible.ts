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

const ZERO_WIDTH_JOINER = '\u200D';
const ZERO_WIDTH_NON_JOINER = '\u200C';

/** Scripts whose spelling needs joiners: without them a Persian or Sinhala word is misspelt (RFC 5892, appendix A). */
const JOINING_SCRIPTS = [
  'Arabic Syriac Nko Mongolian Devanagari Bengali Gurmukhi Gujarati',
  'Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar',
].flatMap((scripts) => scripts.split(' '));

/** Matches the letter of a joining script that stands before a joiner, and the one behind it. */
interface JoinedLetters {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** Made when the first joiner is met: the pattern of so many scripts takes longer to make than a run without one. */
let joined: JoinedLetters | undefined;

function joinedLetters(): JoinedLetters {
  const scripts = JOINING_SCRIPTS.map((script) => `\\p{Script_Extensions=${script}}`).join('');
  joined ??= {
    before: new RegExp(`(?=[\\p{L}\\p{M}])[${scripts}]`, 'u'),
    after: new RegExp(`^(?=\\p{L})[${scripts}]`, 'u'),
  };
  return joined;
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

/** Leaves the joiners and selectors that spelling needs. */
function replaceInvisible(text: string, by: (character: string) => string): string {
  if (VISIBLE.test(text)) return text;
  return text.replace(invisible(), (character: string, at: number) =>
    isNeeded(text, at, character) ? character : by(character),
  );
}

/** The characters that `withoutInvisible` takes out, in order. */
export function invisibleIn(text: string): string[] {
  return [...text.matchAll(invisible())]
    .filter(({ 0: character, index }) => !isNeeded(text, index, character))
    .map(([character]) => character);
}

/** The longest context that a rule looks at: a sign beyond U+FFFF and its selector. */
const CONTEXT = 3;

function isNeeded(text: string, at: number, character: string): boolean {
  if (character >= '\u{e0020}' && character <= '\u{e007f}') return isInFlag(text, at);
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  if (/\p{Variation_Selector}/u.test(character)) return takesSelector(lastCharacter(before), character);
  if (character !== ZERO_WIDTH_JOINER && character !== ZERO_WIDTH_NON_JOINER) return false;
  const after = text.slice(at + 1, at + 1 + CONTEXT);
  const letters = joinedLetters();
  if (letters.before.test(lastCharacter(before)) && letters.after.test(after)) return true;
  const sign = lastCharacter(before.replace(/\uFE0F$/, ''));
  return character === ZERO_WIDTH_JOINER && joinsEmoji(sign, after);
}

/**
 * Whether a character has the shape that a selector picks: emoji as text or picture, ideographs, Mongolian letters
 * (Unicode's StandardizedVariants and emoji-variation-sequences). Behind any other a selector only hides data.
 */
function takesSelector(base: string, selector: string): boolean {
  if (/[\uFE0E\uFE0F]/.test(selector)) return /\p{Emoji}/u.test(base);
  if (/[\u180B-\u180D\u180F]/.test(selector)) return /\p{Script=Mongolian}/u.test(base);
  return /[\uFE00-\uFE02\u{E0100}-\u{E01EF}]/u.test(selector) && /\p{Unified_Ideograph}/u.test(base);
}

const BLACK_FLAG = '\u{1f3f4}';

/** The flag, five letters, and the end, each of two UTF-16 units. */
const LONGEST_FLAG = 14;

/** Whether a tag is part of the flag of England, Scotland or Wales, a black flag with tags behind (UTS 51, annex B). */
function isInFlag(text: string, at: number): boolean {
  const from = Math.max(0, at - LONGEST_FLAG + 2);
  const start = text.slice(from, at).lastIndexOf(BLACK_FLAG);
  const tags = start === -1 ? '' : text.slice(from + start + BLACK_FLAG.length, from + start + LONGEST_FLAG);
  const name = Array.from(tags, (tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) & 0x7f)).join('');
  return /^gb(?:eng|sct|wls)\x7f/.test(name) && /^[\u{e0020}-\u{e007f}]{6}/u.test(tags);
}

/** Whether a joiner makes one emoji of the signs before and behind it. */
function joinsEmoji(before: string, after: string): boolean {
  return (
    /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(before) && /^\p{Extended_Pictographic}/u.test(after)
  );
}

/** Not by a pattern that ends in `$`, by which Node 26.10 does not find characters beyond U+FFFF. */
function lastCharacter(text: string): string {
  return [...text].at(-1) ?? '';
}

/** A character's name in a text, for those who cannot see it: `<U+4E2D>`. */
export function characterName(character: string): string {
  return `<${codePoint(character)}>`;
}

/** A character's code point as Unicode writes it: `U+4E2D`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
