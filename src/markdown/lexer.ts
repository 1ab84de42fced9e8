import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';
import { firstLines, isOverMarked, listWindow, WINDOW } from './bounds.ts';
import { type Footnote, isKind } from './tokens.ts';

/** marked's lexer, in time that grows with the text alone: a folder's author may have written it to take for ever. */
export function newLexer(): Lexer {
  const tokenizer = new BoundedTokenizer();
  const block = [(text: string) => tokenizer.footnote(text)];
  return new BoundedLexer({ gfm: true, tokenizer, extensions: { block, renderers: {}, childTokens: {} } });
}

class BoundedLexer extends Lexer {
  /** Inline tokens; a text with more openings than any has that is meant to be read is taken as it stands. */
  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    if (!isOverMarked(text)) return super.inlineTokens(text, tokens).map(withoutLinkInWord);
    tokens.push({ type: 'text', raw: text, text });
    return tokens;
  }
}

/**
 * GFM 6.9 sees an address only at a line's start, behind a blank or behind one of `*_~(`; marked sees one in the midst of
 * `git+https://…` too.
 */
function withoutLinkInWord(token: Token, at: number, all: readonly Token[]): Token {
  const before = all[at - 1]?.raw ?? '';
  const isBare = isKind(token, 'link') && /^(?:https?:|ftp:|www\.)/i.test(token.raw);
  return isBare && /[^\s*_~(]$/.test(before) ? { type: 'text', raw: token.raw, text: token.raw } : token;
}

/** A footnote's definition, as GitHub reads it: a paragraph, which ends where the next begins, and what is set in below it. */
const FOOTNOTE =
  /^ {0,3}\[(\^[^\]\s]+)\]:([^\n]*(?:\n(?![ \t]*\n| {0,3}\[\^[^\]\s]+\]:| {0,3}(?:#{1,6}\s|```|~~~|>|<))[^\n]+|\n(?:[ \t]*\n)*(?: {4}|\t)[^\n]+)*)/;

/** Letters that could be the part of an address before its `@`, without any mark; mail takes 64 characters (RFC 5321 4.5.3.1.1). */
const LONG_RUN = /^[a-z0-9.#$%'+/=?{|}-]{65,}/i;

/**
 * Lists and quotes within each other. To read Markdown takes time that grows with the square of this, and some thousands
 * run out of stack; people's deepest lists have fewer than ten.
 */
const DEEPEST = 20;

/** Characters of an address that stands without brackets. Those of the longest pages that people link have hundreds. */
const LONGEST_ADDRESS = 2_000;

class BoundedTokenizer extends Tokenizer {
  private depth = 0;

  /** A footnote's blocks behind its label, `^1`. marked would make a link to `Thirty.` of `[^1]: Thirty.` */
  footnote(text: string): Footnote | undefined {
    const [raw, label = '', inside = ''] = FOOTNOTE.exec(text) ?? [];
    if (raw === undefined) return undefined;
    const own = inside.trim().replace(/^(?: {1,4}|\t)/gm, '');
    const tokens = this.nested(() => this.lexer.blockTokens(own, []));
    return tokens && { type: 'footnote', raw, tag: label.toLowerCase(), label, tokens };
  }

  override lheading(text: string): Tokens.Heading | undefined {
    return super.lheading(firstLines(text, WINDOW.heading));
  }

  override blockquote(text: string): Tokens.Blockquote | undefined {
    const isQuote = /^ {0,3}>/.test(text);
    return isQuote ? this.nested(() => super.blockquote(firstLines(text, WINDOW.quote))) : undefined;
  }

  override list(text: string): Tokens.List | undefined {
    const isList = /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:\s|$)/.test(text);
    return isList ? this.nested(() => super.list(listWindow(text))) : undefined;
  }

  /** Reads a list, quote or footnote; one that is nested too deep is none, and its text a paragraph. */
  private nested<Block>(read: () => Block): Block | undefined {
    if (this.depth === DEEPEST) return undefined;
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }

  override url(text: string): Tokens.Link | undefined {
    // Not by a pattern that counts, which takes ten times as long.
    const isLonger = text.length > LONGEST_ADDRESS && !/\s/.test(text.slice(0, LONGEST_ADDRESS));
    return isLonger ? undefined : super.url(text);
  }

  /** marked would look for an `@` behind each letter. */
  override inlineText(text: string): Tokens.Text | undefined {
    const [run] = LONG_RUN.exec(text) ?? [];
    return run === undefined ? super.inlineText(text) : { type: 'text', raw: run, text: run, escaped: false };
  }

  /** Only where the second line has a column: marked would read on to the next blank line before it looks for one. */
  override table(text: string): Tokens.Table | undefined {
    const start = text.indexOf('\n') + 1;
    const end = text.indexOf('\n', start);
    const rule = text.slice(start, end === -1 ? undefined : end);
    return /[:|]/.test(rule) ? super.table(text) : undefined;
  }
}
