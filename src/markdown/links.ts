import { posix } from 'node:path';
import type { Token } from 'marked';
import { childTokens, inOneLine, isKind } from './tokens.ts';

/**
 * Where a link in a page leads, as an absolute URL; a link that is absolute already comes back as it is.
 *
 * @param source the page's URL; or the path of a file in a folder, from which links become paths in the folder.
 */
export function absoluteUrl(written: string, source: string | undefined): string {
  const href = written.replaceAll(' ', '%20');
  if (source === undefined || ABSOLUTE.test(href)) return href;
  if (!ABSOLUTE.test(source)) return pathInFolder(href, source);
  const url = parsedUrl(href, source);
  if (url === undefined) return href;
  if (href.startsWith('#') || !MARKDOWN_ENDING.test(url.pathname)) return url.href;
  url.pathname = publishedPath(url.pathname, new URL(source).pathname);
  return url.href;
}

/** An address taken apart. `URL.canParse` of Node 20 turns false for `http://ü` once V8 has optimized what calls it. */
export function parsedUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** How the names of Markdown files end. */
export const MARKDOWN_ENDING = /\.(?:md|markdown|mdx)$/i;

// Without `i`, for which V8 loads Unicode's tables of letter case.
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** Paths from a site's root are left as they are: a folder does not know it. The file's own path becomes an address. */
function pathInFolder(href: string, path: string): string {
  if (href === '' || href.startsWith('/')) return href;
  const file = path.replace(/[\s"#%<>?\\]/g, encodeURIComponent);
  return /^[?#]/.test(href) ? file + href : posix.join(posix.dirname(file), href);
}

/**
 * Markdown sources link to each other's files; the published pages go by the page's own ending. rust-for-linux.com
 * publishes `Rust-reference-drivers.md` as `rust-reference-drivers`.
 */
function publishedPath(path: string, sourcePath: string): string {
  const ending = /\.[a-z]+$/i.exec(sourcePath)?.[0] ?? '';
  const published = path.replace(MARKDOWN_ENDING, ending);
  return ending === '' && sourcePath === sourcePath.toLowerCase() ? published.toLowerCase() : published;
}

/** A Markdown text and the tokens that `lex` gives for it. */
export interface LexedText {
  readonly body: string;
  readonly tokens: readonly Token[];
}

/**
 * A Markdown text with every relative link, image and link definition made absolute; all else byte for byte.
 *
 * @param source the URL of the page that the text stands on.
 */
export function withAbsoluteLinks({ body, tokens }: LexedText, source: string | undefined): string {
  if (source === undefined) return body;
  let out = '';
  let at = 0;
  for (const { raw, href } of linksAndLiterals(tokens)) {
    const found = body.indexOf(raw, at);
    const inRaw = href === undefined ? raw.length : destinationAt(raw, href);
    if (found === -1 || inRaw === -1) continue;
    const start = found + inRaw;
    out += body.slice(at, start) + (href === undefined ? '' : absoluteUrl(href, source));
    at = start + (href ?? '').length;
  }
  return out + body.slice(at);
}

/** Where a link's Markdown has its destination: behind the text, before the title, which may hold it too. */
function destinationAt(raw: string, href: string): number {
  const opening = /^[[!\]]/.test(raw) ? raw.lastIndexOf('](') : -1;
  return opening === -1 ? raw.lastIndexOf(href) : raw.indexOf(href, opening);
}

/** Links in document order, and the code and HTML between them, where a link in their text is none. */
function linksAndLiterals(tokens: readonly Token[]): { raw: string; href: string | undefined }[] {
  return tokens.flatMap((token) => {
    // Blocks hold the blank lines behind them, which a body's end lacks.
    if (isKind(token, 'code', 'codespan', 'html', 'def'))
      return [{ raw: token.raw.trimEnd(), href: 'href' in token ? token.href : undefined }];
    const inner = linksAndLiterals(childTokens(token));
    if (!isKind(token, 'link', 'image')) return inner;
    // As the Markdown has it, where `lex` had entities to decode in it.
    const href = 'written' in token && typeof token.written === 'string' ? token.written : token.href;
    // A link's text may hold an image, whose destination comes before the link's own.
    const { raw } = token;
    return [...inner, { raw: inner.length === 0 ? raw : raw.slice(raw.lastIndexOf('](')), href }];
  });
}

/** The labels that a Markdown text may refer to definitions by, as marked keys them (CommonMark 4.7). */
export function labelsIn(markdown: string): ReadonlySet<string> {
  // They match without regard to case and white space.
  const labels = Array.from(markdown.matchAll(LABEL), ({ 1: label = '' }) => inOneLine(label).toLowerCase());
  return new Set(labels);
}

const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/g;
