import type { ChalkInstance } from 'chalk';
import type { Token } from 'marked';
import { childTokens } from '../markdown/tokens.ts';
import type { Highlighter } from './highlighter.ts';

/** UTF-16 units of code that are highlighted at most. */
const LIMIT = Object.freeze({
  /**
   * Of one block. Grammars take time that grows with its square or cube: about 1 s for 4,000 units of `<script>` in HTML or
   * of `[a](` in Markdown, 6 s and 9 s for twice as many. Code that is meant to be read is seldom as long.
   */
  block: 4_000,
  /** Of a section's blocks together: so many blocks that are made to be slow take seconds, not minutes. */
  section: 20_000,
});

/**
 * The highlighter for a section. highlight.js takes longer to load than all the rest of a run: it is loaded only where
 * a block is code in a language.
 */
export async function highlighterFor(tokens: readonly Token[], chalk: ChalkInstance): Promise<Highlighter> {
  if (chalk.level === 0 || !hasLanguage(tokens)) return () => undefined;
  const { newHighlighter } = await import('./highlighter.ts');
  const highlight = newHighlighter(chalk);
  let rest = LIMIT.section;
  return (code, info) => {
    const language = languageOf(info);
    if (language === '' || code.length > Math.min(LIMIT.block, rest)) return undefined;
    rest -= code.length;
    try {
      return highlight(code, language);
    } catch {
      // A grammar's patterns may run out of stack, or of what V8 takes a pattern for.
      return undefined;
    }
  };
}

function hasLanguage(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) =>
      (token.type === 'code' && languageOf(token.lang ?? '') !== '') || hasLanguage(childTokens(token)),
  );
}

/** The language of an info string: `rust,ignore` is rust; plain text has none. */
function languageOf(info: string): string {
  const language = /^[\w+#.-]+/.exec(info)?.[0].toLowerCase() ?? '';
  return ['text', 'txt', 'plain', 'plaintext', 'none'].includes(language) ? '' : language;
}
