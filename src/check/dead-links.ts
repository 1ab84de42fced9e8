import { posix } from 'node:path';
import type { Token } from 'marked';
import { lexFile, lineEnds, withLines } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain-text.ts';
import { childTokens, isKind } from '../markdown/tokens.ts';
import type { Folder } from '../policy/folder.ts';
import { textField } from '../policy/front-matter.ts';
import type { LoadedPolicy } from '../policy/load.ts';
import { anchorNamer } from '../policy/names.ts';
import { type Problem, problemAt, sourceOf } from '../policy/policy.ts';
import type { MarkdownFile } from '../policy/source-file.ts';
import { placedSections } from './faults.ts';

/** The file that a relative link leads to, relative to the folder, and the id in it. */
interface Target {
  readonly path: string;
  readonly id: string;
}

/**
 * Relative links to files or headings that do not exist, or to nothing, and references that nothing defines. Links that
 * lead out of the folder are not looked at, nor links to a file that the folder lacks where it may be published beside
 * the page: where the file's own address is known, or the folder's, and none of its parts links to another file in it.
 */
export function deadLinks(
  loaded: LoadedPolicy,
  { markdown, others, isFile }: Pick<Folder, 'markdown' | 'others' | 'isFile'>,
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
  const parts = files.filter(
    (file) =>
      published.has(file.path) && (file.path === 'index.md' || textField(file, 'source') === undefined),
  );
  const leadsInside = (from: string) =>
    pages(from)?.links.some(({ href }) => {
      const { path = from } = targetOf(href, from) ?? {};
      return path !== from && existing(path, paths) !== undefined;
    });
  const inside = new Set(parts.some(({ path }) => leadsInside(path)) ? parts.map(({ path }) => path) : []);
  const whyDead = ({ path, id }: Target, from: string) => {
    const isPublished = published.has(from);
    const file = existing(path, paths);
    if (file === undefined)
      return (isPublished && !inside.has(from)) || isFile ? undefined : `there is no file "${path}"`;
    const page = isOnAnyPage(id) ? undefined : pages(file);
    if (page === undefined || holds(page.ids, id) || (isPublished && holds(anchors, id))) return undefined;
    return `there is no heading "#${id}"`;
  };
  // Only a bracket makes a link that can be relative.
  const linking = files.filter(({ body }) => body.includes('['));
  return linking.flatMap(({ path }) =>
    (pages(path)?.links ?? []).flatMap(({ href, line, lacks }) => {
      if (lacks !== undefined) return problemAt({ file: path, line }, 'warning', lacks);
      const target = targetOf(href, path);
      const why = target === undefined ? undefined : whyDead(target, path);
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
  const meant = ['index.md', 'README.md', 'index.mdx'].map((name) => folder + name);
  const stem = path.replace(/\.html?$/, '');
  return [path, `${path}.md`, `${path}.mdx`, `${stem}.md`, `${stem}.mdx`, ...meant].find((each) =>
    paths.has(each),
  );
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
  /** What is wrong with it, whatever there is in the folder. */
  readonly lacks?: string;
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

function pageLinks({ body, bodyLine, ...file }: MarkdownFile): PageLinks {
  const anchorFor = anchorNamer();
  const ids = new Set('headings' in file ? file.headings.map(({ markdown }) => anchorFor(markdown)) : []);
  // The rules of the Rust reference, which its site makes ids of.
  for (const { 1: rule } of body.matchAll(/^r\[([^\]\n]+)\]/gm)) ids.add(`r-${rule}`);
  const links: PageLink[] = [];
  for (const { token: block, line } of withLines(lexFile(body), bodyLine)) {
    let at = 0;
    let linkLine = line;
    for (const token of [block, ...descendants(block)]) {
      if (token.type === 'html') for (const id of htmlIds(token.raw)) ids.add(id);
      const found = linkIn(token);
      if (found === undefined) continue;
      // From the one before: from the block's start, a long list would take its square of time.
      const next = block.raw.indexOf(found.raw, at);
      if (next !== -1) {
        linkLine += lineEnds(block.raw.slice(at, next));
        at = next;
      }
      links.push({ ...found, line: linkLine });
    }
  }
  return { links, ids };
}

/** A link, or what was meant for one, and its Markdown. */
function linkIn(token: Token): (Omit<PageLink, 'line'> & { readonly raw: string }) | undefined {
  const { raw } = token;
  if (isKind(token, 'link', 'image')) {
    const isEmpty = token.href === '' && token.text !== '';
    return {
      raw,
      href: token.href,
      ...(isEmpty ? { lacks: `link "${plainText(token.text)}" leads nowhere` } : {}),
    };
  }
  const [reference, label] =
    isKind(token, 'text') && !token.tokens ? (UNDEFINED_REFERENCE.exec(raw) ?? []) : [];
  if (reference === undefined) return undefined;
  return { raw: reference, href: '', lacks: `nothing defines the reference "[${label}]"` };
}

const UNDEFINED_REFERENCE = /(?<![\w\])\\])\[[^[\]\n]+\]\[([^[\]\n]+)\]/;

function descendants(token: Token): Token[] {
  return childTokens(token).flatMap((child) => [child, ...descendants(child)]);
}

function htmlIds(html: string): string[] {
  return [...html.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map(({ 1: id = '' }) => id);
}
