import type { Token } from 'marked';
import { childTokens } from '../markdown/absolute-links.ts';
import { lex } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain-text.ts';
import { isKind } from '../markdown/token-kind.ts';
import { anchorOf, uniqueNamer } from '../policy/anchor.ts';

/** A link or image as a file writes it; `line` from 1. */
export interface PageLink {
  readonly href: string;
  readonly line: number;
}

/** What a file links to, and the ids in it that can be linked to. */
export interface PageLinks {
  readonly links: readonly PageLink[];
  readonly ids: ReadonlySet<string>;
}

/**
 * The links of a Markdown text, and its headings' and HTML's ids.
 *
 * @param firstLine the line of the file, from 1, on which the text starts.
 */
export function pageLinks(markdown: string, firstLine: number): PageLinks {
  const unique = uniqueNamer();
  const ids = new Set<string>();
  const links: PageLink[] = [];
  let line = firstLine;
  for (const block of lex(markdown)) {
    for (const token of [block, ...descendants(block)]) {
      if (isKind(token, 'heading')) ids.add(headingId(token.text, unique));
      if (token.type === 'html') for (const id of htmlIds(token.raw)) ids.add(id);
      if (token.type !== 'link' && token.type !== 'image') continue;
      const at = Math.max(0, block.raw.indexOf(token.raw));
      links.push({ href: token.href, line: line + lineEnds(block.raw.slice(0, at)) });
    }
    line += lineEnds(block.raw);
  }
  return { links, ids };
}

function descendants(token: Token): Token[] {
  return childTokens(token).flatMap((child) => [child, ...descendants(child)]);
}

function headingId(heading: string, unique: (name: string) => string): string {
  const stated = /\{[^{}]*#([^\s{}]+)[^{}]*\}[ \t]*$/.exec(heading)?.[1];
  return unique(stated ?? anchorOf(plainText(heading)));
}

function htmlIds(html: string): string[] {
  return [...html.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map(({ 1: id = '' }) => id);
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}
