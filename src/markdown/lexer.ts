import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

const LIMIT = Object.freeze({
  /**
   * Emphasis marks, tildes and opening brackets of all kinds in one paragraph. marked looks for the end of each in all that follows:
   * some thousands take it seconds, a hundred kilobytes of them an hour. A page's longest paragraphs have dozens.
   */
  openings: 1_000,
});

const OPENINGS = /[*_~([<]/g;

/** marked's lexer, in time that grows with the text alone: a folder's author may have written it to take for ever. */
export function newLexer(): Lexer {
  return new BoundedLexer({ gfm: true, tokenizer: new BoundedTokenizer() });
}

class BoundedLexer extends Lexer {
  /** Inline tokens; a text with more openings than any has that is meant to be read is taken as it stands. */
  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    const isLong = text.length > LIMIT.openings && (text.match(OPENINGS)?.length ?? 0) > LIMIT.openings;
    if (!isLong) return super.inlineTokens(text, tokens);
    tokens.push({ type: 'text', raw: text, text });
    return tokens;
  }
}

class BoundedTokenizer extends Tokenizer {
  /** marked reads to the next blank line before it sees that what looks like a table's rule has no column in it. */
  override table(text: string): Tokens.Table | undefined {
    const start = text.indexOf('\n') + 1;
    const end = text.indexOf('\n', start);
    const rule = text.slice(start, end === -1 ? undefined : end);
    return /[:|]/.test(rule) ? super.table(text) : undefined;
  }
}
