import { lex } from '../markdown/lex.ts';
import type { LexSection } from './policy.ts';

/** Lexes a section now; the bundled policy's are lexed at build time. */
export const lexed: LexSection = (section) => ({
  ...section,
  tokens: lex(section.body),
});
