import { posix } from 'node:path';
import type { Token } from 'marked';
import { lex } from '../markdown/lex.ts';
import { childTokens } from '../markdown/links.ts';
import { plainText } from '../markdown/plain-text.ts';
import { isKind } from '../markdown/tokens.ts';
import type { FolderFiles } from '../policy/folder-files.ts';
import type { Loaded } from '../policy/load.ts';
import { anchorOf, uniqueNamer } from '../policy/names.ts';
import { type Problem, sourceOf } from '../policy/policy.ts';
import type { MarkdownFile } from '../policy/source-file.ts';
import { errorsAt } from './faults.ts';

/** A relative link taken apart: the file that it leads to, relative to the folder, and the id in it. */
interface Target {
  readonly path: string;
  readonly id: string;
}

/**
 * Relative links to files or headings that do not exist. What leads out of the folder is not looked at, nor a file that
 * the folder lacks where the page's address is known: it is published beside it.
 */
export function deadLinks(
  files: readonly MarkdownFile[],
  { markdown, others }: Pick<FolderFiles, 'markdown' | 'others'>,
  loaded: Loaded,
): Problem[] {
  const paths = new Set([...markdown, ...others].flatMap(withFolders));
  const pages = new Map(files.map((file) => [file.path, pageLinks(file.body, file.bodyLine)]));
  const anchors = new Set(loaded.policy.sections.map(({ anchor }) => anchor));
  const published = new Set(
    loaded.policy.sections
      .filter((section) => sourceOf(loaded.policy.page, section) !== undefined)
      .map((_, at) => loaded.places.sections[at]?.file),
  );
  return files.flatMap(({ path }) =>
    (pages.get(path)?.links ?? []).flatMap(({ href, line }) => {
      const target = targetOf(href, path);
      if (target === undefined) return [];
      const isPublished = published.has(path);
      const found = existing(target.path, paths);
      const why =
        found === undefined
          ? isPublished
            ? undefined
            : `there is no file "${target.path}"`
          : deadId(target, pages.get(found), isPublished ? anchors : new Set());
      return why === undefined ? [] : errorsAt({ file: path, line }, `link to "${href}": ${why}`);
    }),
  );
}

function targetOf(href: string, from: string): Target | undefined {
  // Addresses, and paths from a site's root, which a folder does not know.
  if (href === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(href)) return undefined;
  const [, file = '', id = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const path = file === '' ? from : posix.join(posix.dirname(from), decoded(file)).replace(/\/$/, '');
  const isElsewhere = path.split('/').some((part) => part.startsWith('.') && part !== '.');
  return isElsewhere ? undefined : { path, id: decoded(id) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path that a link means: sites drop endings, and show a folder's index.md or README.md for the folder. */
function existing(path: string, paths: ReadonlySet<string>): string | undefined {
  const folder = path === '.' ? '' : `${path}/`;
  const meant = ['index.md', 'README.md'].map((name) => folder + name);
  return [path, `${path}.md`, path.replace(/\.html?$/, '.md'), ...meant].find((each) => paths.has(each));
}

function deadId(
  { id }: Target,
  page: PageLinks | undefined,
  anchors: ReadonlySet<string>,
): string | undefined {
  if (id === '' || id === 'top' || id.startsWith(':~:') || page === undefined) return undefined;
  const isThere = page.ids.has(id) || page.ids.has(id.toLowerCase()) || anchors.has(id.toLowerCase());
  return isThere ? undefined : `there is no heading "#${id}"`;
}

/** `a/b/c.md` with the folders that it stands in. */
function withFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

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
