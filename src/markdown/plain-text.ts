import { withoutInvisible } from './invisible.ts';
import { decodeText, lexInline } from './lex.ts';
import { tokensText } from './tokens.ts';

/** Inline Markdown as a person reads it aloud: no marks, entities decoded, white space single. */
export function plainText(inlineMarkdown: string): string {
  if (!MARKED.test(inlineMarkdown)) return inlineMarkdown.replace(/\s+/g, ' ').trim();
  // An entity can stand for an invisible character.
  return withoutInvisible(tokensText(lexInline(inlineMarkdown)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Marks, entities and bare addresses: without any of them marked reads a text as nothing but text. */
const MARKED = /[\\`*_~[<&@]|:\/\/|www\./i;

/** Letters that a page does not show. Each pattern stops where it would begin anew, so that none goes back far. */
const UNSEEN = {
  definition: /^ {0,3}\[[^\]\n]+\]:.*$/gm,
  /** Tags and comments; not addresses in angle brackets. */
  tag: /<!--[^<>]*>|<[!/]?[a-z-][^<>:]*>/gi,
  /** Destinations, with one level of brackets in them, and labels of reference links. */
  destination: /\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^[\]\n]*\]/g,
} as const;

/**
 * A Markdown text for a search index: the words that a reader sees, found by patterns, ten times as fast as by marked.
 * Marks stay, as no word holds any; where Markdown is written oddly, a word of a link may stay, which no ranking turns on.
 */
export function indexText(markdown: string): string {
  if (!/[[<&]/.test(markdown)) return markdown;
  return decodeText(
    markdown.replace(UNSEEN.definition, ' ').replace(UNSEEN.tag, ' ').replace(UNSEEN.destination, ' '),
  );
}
