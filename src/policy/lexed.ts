import { Lexer } from 'marked';
import type { LexSection } from './policy.ts';

/** Lexes a section. Whoever imports this loads marked, which takes longer to load and to run than all else of a run. */
export const lexed: LexSection = (section) => ({
  ...section,
  tokens: [...new Lexer({ gfm: true }).lex(section.body)],
});
