import type { ChalkInstance } from 'chalk';
import type { Token } from 'marked';
import { childTokens } from '../markdown/links.ts';

/** A code block's lines with escape codes; undefined where its language is not known. */
export type Highlight = (code: string, language: string) => readonly string[] | undefined;

const noHighlight: Highlight = () => undefined;

/**
 * The highlighter for what these blocks hold: loaded, which takes longer than all the rest of a run, only where one
 * of them is code in a language.
 */
export async function highlighterFor(tokens: readonly Token[], chalk: ChalkInstance): Promise<Highlight> {
  if (chalk.level === 0 || !hasLanguage(tokens)) return noHighlight;
  const { DEFAULT_THEME, highlight, supportsLanguage } = await import('./highlighter.ts');
  const styles: Readonly<Record<string, (text: string) => string>> = {
    keyword: chalk.bold,
    built_in: chalk.bold,
    type: chalk.bold,
    comment: chalk.dim,
    doctag: chalk.dim,
    string: chalk.magenta,
    regexp: chalk.magenta,
    number: chalk.magenta,
    literal: chalk.magenta,
    meta: chalk.magenta,
    title: chalk.underline,
    addition: chalk.bold,
    deletion: chalk.dim,
  };
  const plain = (text: string) => text;
  // Every token it knows, as what is left out takes the package's own colours.
  const theme = Object.fromEntries(
    Object.keys(DEFAULT_THEME).map((token) => [token, styles[token] ?? plain]),
  );
  return (code, written) => {
    const language = languageOf(written);
    if (language === '' || !supportsLanguage(language)) return undefined;
    return highlight(code, { language, ignoreIllegals: true, theme }).split('\n');
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
