import { withoutInvisible } from './invisible.ts';
import { lexInline } from './lex.ts';
import { tokensText } from './tokens-text.ts';

/** Inline Markdown as a person reads it aloud: no marks, entities decoded, white space single. */
export function plainText(inlineMarkdown: string): string {
  if (!MARKED.test(inlineMarkdown)) return inlineMarkdown.replace(/\s+/g, ' ').trim();
  // An entity can stand for a control.
  return withoutInvisible(tokensText(lexInline(inlineMarkdown)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What text needs to hold for marked to read anything but text in it: a mark, an entity, or a bare address. */
const MARKED = /[\\`*_~[<&@]|:\/\/|www\./i;
