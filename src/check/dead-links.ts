import { posix } from 'node:path';
import type { Token } from 'marked';
import { lex, lineEnds, withLines } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain-text.ts';
import { childTokens, isKind } from '../markdown/tokens.ts';
import type { FolderFiles } from '../policy/folder-files.ts';
import type { LoadedPolicy } from '../policy/load.ts';
import { anchorOf, headingIn, uniqueNamer } from '../policy/names.ts';
import { type Problem, problemAt, sourceOf } from '../policy/policy.ts';
import type { MarkdownFile } from '../policy/source-file.ts';
import { placedSections } from './faults.ts';

/** The file that a relative link leads to, relative to the folder, and the id in it. */
interface Target {
  readonly path: string;
  readonly id: string;
}

/**
 * Relative links to files or headings that do not exist. Links that lead out of the folder are not looked at, nor links
 * to a file that the folder lacks where the page's address is known: it is published beside it.
 */
export function deadLinks(
  loaded: LoadedPolicy,
  { markdown, others }: Pick<FolderFiles, 'markdown' | 'others'>,
): Problem[] {
  const { policy, files } = loaded;
  const paths = new Set([...markdown, ...others].flatMap(withFolders));
  const pages = pagesOf(files);
  const anchors = new Set(policy.sections.map(({ anchor }) => anchor));
  const published = new Set(
    placedSections(loaded)
      .filter(({ section }) => sourceOf(policy.page, section) !== undefined)
      .map(({ place }) => place.file),
  );
  const whyDead = ({ path, id }: Target, isPublished: boolean) => {
    const file = existing(path, paths);
    if (file === undefined) return isPublished ? undefined : `there is no file "${path}"`;
    const page = isOnAnyPage(id) ? undefined : pages(file);
    if (page === undefined || holds(page.ids, id) || (isPublished && holds(anchors, id))) return undefined;
    return `there is no heading "#${id}"`;
  };
  // Only a bracket makes a link that can be relative.
  const linking = files.filter(({ body }) => body.includes('['));
  return linking.flatMap(({ path }) =>
    (pages(path)?.links ?? []).flatMap(({ href, line }) => {
      const target = targetOf(href, path);
      const why = target === undefined ? undefined : whyDead(target, published.has(path));
      return why === undefined ? [] : problemAt({ file: path, line }, 'error', `link to "${href}": ${why}`);
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

/** Whether a link with this id leads somewhere on every page: to its start, its top, or words in its text. */
function isOnAnyPage(id: string): boolean {
  return id === '' || id === 'top' || id.startsWith(':~:');
}

/** Ids that headings get by themselves are in lower case, and people write them as in the heading. */
function holds(ids: ReadonlySet<string>, id: string): boolean {
  return ids.has(id) || ids.has(id.toLowerCase());
}

/** `a/b/c.md` with the folders that it stands in. */
function withFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** A link or image as a file writes it; `line` from 1. */
interface PageLink {
  readonly href: string;
  readonly line: number;
}

/** The links of a file, and the ids in it that can be linked to. */
interface PageLinks {
  readonly links: readonly PageLink[];
  readonly ids: ReadonlySet<string>;
}

/** Gives the links of a file by its path; each is lexed when first asked for, as most hold none and none leads to them. */
function pagesOf(files: readonly MarkdownFile[]): (path: string) => PageLinks | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const pages = new Map<string, PageLinks>();
  return (path) => {
    const file = byPath.get(path);
    if (file === undefined) return undefined;
    const page = pages.get(path) ?? pageLinks(file);
    pages.set(path, page);
    return page;
  };
}

function pageLinks({ body, bodyLine }: MarkdownFile): PageLinks {
  const unique = uniqueNamer();
  const ids = new Set<string>();
  const links: PageLink[] = [];
  for (const { token: block, line } of withLines(lex(body), bodyLine)) {
    let at = 0;
    let linkLine = line;
    for (const token of [block, ...descendants(block)]) {
      if (isKind(token, 'heading')) ids.add(unique(headingId(token.text)));
      if (token.type === 'html') for (const id of htmlIds(token.raw)) ids.add(id);
      if (token.type !== 'link' && token.type !== 'image') continue;
      // From the one before: from the block's start, a long list would take its square of time.
      const next = block.raw.indexOf(token.raw, at);
      if (next !== -1) {
        linkLine += lineEnds(block.raw.slice(at, next));
        at = next;
      }
      links.push({ href: token.href, line: linkLine });
    }
  }
  return { links, ids };
}

function descendants(token: Token): Token[] {
  return childTokens(token).flatMap((child) => [child, ...descendants(child)]);
}

function headingId(markdown: string): string {
  const { text, id } = headingIn(markdown);
  return anchorOf(plainText(text), id);
}

function htmlIds(html: string): string[] {
  return [...html.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map(({ 1: id = '' }) => id);
}
