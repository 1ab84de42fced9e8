import { posix } from 'node:path';
import { type Token, walkTokens } from 'marked';
import { lexFile, lineEnds, plainText, withLines } from '../markdown/lex.ts';
import { isKind } from '../markdown/tokens.ts';
import type { Folder } from '../policy/folder.ts';
import type { LoadedPolicy } from '../policy/load.ts';
import { anchorNamer } from '../policy/names.ts';
import { type PlacedSection, type Problem, problemAt, sourceOf } from '../policy/policy.ts';
import type { MarkdownFile } from '../policy/source-file.ts';

/**
 * Relative links to files or headings that do not exist, or to nothing, and references that nothing defines. Links that
 * lead out of the folder are not looked at, nor links to a file that the folder lacks where it may be published beside
 * the page: where the file's own address is known, or the folder's, and none of its parts links to another file in it.
 */
export function deadLinks(
  { policy: { page, sections }, files }: LoadedPolicy,
  { markdown, others, isFile }: Pick<Folder, 'markdown' | 'others' | 'isFile'>,
): Problem[] {
  const paths = new Set([...markdown, ...others].flatMap(withFolders));
  const pages = new Map(files.map((file) => [file.path, pageLinks(file)]));
  const anchors = new Set(sections.map(({ anchor }) => anchor));
  const published = filesOf(sections.filter((section) => sourceOf(page, section) !== undefined));
  const parts = filesOf(sections.filter(({ source }) => source === undefined && page.source !== undefined));
  const leadsInside = (from: string) =>
    pages.get(from)?.links.some(({ href }) => {
      const { path = from } = targetOf(href, from) ?? {};
      return path !== from && existing(path, paths) !== undefined;
    });
  const areInside = [...parts].some(leadsInside);
  const whyDead = ({ path, id }: Target, from: string) => {
    const file = existing(path, paths);
    if (file === undefined) {
      const mayBeBeside = isFile || (published.has(from) && !(areInside && parts.has(from)));
      return mayBeBeside ? undefined : `there is no file "${path}"`;
    }
    const ids = isOnAnyPage(id) ? undefined : pages.get(file)?.ids;
    const isThere = ids === undefined || holds(ids, id) || (published.has(from) && holds(anchors, id));
    return isThere ? undefined : `there is no heading "#${id}"`;
  };
  return files.flatMap(({ path }) =>
    (pages.get(path)?.links ?? []).flatMap(({ href, line, lacks }) => {
      if (lacks !== undefined) return problemAt({ file: path, line }, 'warning', lacks);
      const target = targetOf(href, path);
      const why = target === undefined ? undefined : whyDead(target, path);
      return why === undefined ? [] : problemAt({ file: path, line }, 'error', `link to "${href}": ${why}`);
    }),
  );
}

function filesOf(sections: readonly PlacedSection[]): ReadonlySet<string> {
  return new Set(sections.map(({ place }) => place.file));
}

/** The file that a relative link leads to, relative to the folder, and the id in it. */
interface Target {
  readonly path: string;
  readonly id: string;
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

function pageLinks({ body, bodyLine, headings }: MarkdownFile): PageLinks {
  const ids = new Set(headings.map(anchorNamer()));
  // The rules of the Rust reference, which its site makes ids of.
  for (const { 1: rule } of body.matchAll(/^r\[([^\]\n]+)\]/gm)) ids.add(`r-${rule}`);
  const links: PageLink[] = [];
  // Most files hold neither a bracket, of which a link that can be relative has one, nor HTML, and need not be lexed.
  for (const { token: block, line } of withLines(/[[<]/.test(body) ? lexFile(body) : [], bodyLine)) {
    let at = 0;
    let linkLine = line;
    walkTokens([block], (token) => {
      if (token.type === 'html') for (const id of htmlIds(token.raw)) ids.add(id);
      const found = linkIn(token);
      if (found === undefined) return;
      // From the one before: from the block's start, a long list would take its square of time.
      const next = block.raw.indexOf(found.raw, at);
      if (next !== -1) {
        linkLine += lineEnds(block.raw.slice(at, next));
        at = next;
      }
      links.push({ ...found, line: linkLine });
    });
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

function htmlIds(html: string): string[] {
  return [...html.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map(({ 1: id = '' }) => id);
}
