import { posix } from 'node:path';
import querystring from 'node:querystring';
import { type Token, type Tokens, walkTokens } from 'marked';
import { lexFile, plainText, withLines } from '../markdown/lex.ts';
import { isKind, lineEnds } from '../markdown/tokens.ts';
import type { Folder } from '../policy/folder.ts';
import type { LoadedPolicy } from '../policy/load.ts';
import { anchorNamer } from '../policy/names.ts';
import { type Problem, problemAt } from '../policy/policy.ts';
import type { MarkdownFile } from '../policy/source-file.ts';

/**
 * Relative links to files or headings that do not exist, or to nothing, and references that nothing defines. Links that
 * lead out of the folder are not looked at, nor links to a file that the folder lacks where it may be published beside
 * the page: where the page's address is known, and none of its files links to another file in the folder.
 */
export function deadLinks({ policy, files }: LoadedPolicy, { has, sources: texts }: Folder): Problem[] {
  const pages = new Map(files.map((file) => [file.path, pageLinks(file)]));
  const anchors = new Set(policy.sections.map(({ anchor }) => anchor));
  const sources = new Map(policy.sections.map(({ place, source }) => [place.file, source]));
  const leadsInside = (from: string) =>
    pages.get(from)?.links.some(({ target: { path = from } = {} }) => path !== from && existing(path, has));
  const linkedInside = new Set([...sources].flatMap(([file, source]) => (leadsInside(file) ? source : [])));
  const hasRules = texts.some(({ text }) => /^r\[[^\]\n]+\]/m.test(text));
  const whyDead = ({ path, id }: Target, from: string) => {
    const file = existing(path, has);
    const source = sources.get(from);
    const mayBeBeside = source !== undefined && !linkedInside.has(source);
    if (file === undefined) return mayBeBeside ? undefined : `there is no file "${path}"`;
    const ids = pages.get(file)?.ids;
    // To the start of any page, its top, or words in its text; or a rule, which the folder's site finds on any page.
    const isThere =
      ids === undefined || /^(?:top$|:~:|$)/.test(id) || holds(ids, id) || (hasRules && id.startsWith('r-'));
    const isOnPage = source !== undefined && holds(anchors, id);
    return isThere || isOnPage ? undefined : `there is no heading "#${id}"`;
  };
  return [...pages].flatMap(([file, { links }]) =>
    links.flatMap(({ href, line, lacks, target }) => {
      const why = target && whyDead(target, file);
      if (why !== undefined) return problemAt({ file, line }, 'error', `link to "${href}": ${why}`);
      return lacks === undefined ? [] : problemAt({ file, line }, 'warning', lacks);
    }),
  );
}

type Target = NonNullable<ReturnType<typeof targetOf>>;

/** The file that a link of a file leads to, relative to the folder, and the id in it; undefined for out of the folder. */
function targetOf(href: string, from: string) {
  // Addresses, and paths from a site's root, which a folder does not know.
  if (href === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(href)) return undefined;
  const [, file = '', id = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const path =
    file === '' ? from : posix.join(posix.dirname(from), querystring.unescape(file)).replace(/\/$/, '');
  const isElsewhere = path.split('/').some((part) => part.startsWith('.') && part !== '.');
  return isElsewhere ? undefined : { path, id: querystring.unescape(id) };
}

/** The path that a link means: sites drop endings, and show a folder's index.md or README.md for the folder. */
function existing(path: string, has: Folder['has']): string | undefined {
  const folder = path === '.' ? '' : `${path}/`;
  const pages = ['index.md', 'README.md', 'index.mdx'].map((name) => folder + name);
  const stem = path.replace(/\.html?$/, '');
  return [path, `${stem}.md`, `${stem}.mdx`, ...pages].find((each) => each === '.' || has(each));
}

/** Ids that headings get by themselves are in lower case, and people write them as in the heading. */
function holds(ids: ReadonlySet<string>, id: string): boolean {
  return ids.has(id) || ids.has(id.toLowerCase());
}

/** The links of a file, and the ids in it that can be linked to. */
function pageLinks({ path, body, bodyLine, headings }: MarkdownFile) {
  const ids = new Set(headings.map(anchorNamer()));
  const links: (FoundLink & { readonly target: Target | undefined; readonly line: number })[] = [];
  const footnotes = new Set(Array.from(body.matchAll(FOOTNOTE), ({ 1: label = '' }) => label.toLowerCase()));
  // What holds neither a bracket, of which a link that can be relative has one, nor an id need not be lexed.
  const blocks = body.includes('[') || body.search(HTML_ID) !== -1 ? lexFile(body) : [];
  for (const { token: block, line } of withLines(blocks, bodyLine)) {
    let at = 0;
    let linkLine = line;
    walkTokens([block], (token) => {
      if (token.type === 'html') for (const { 1: id = '' } of token.raw.matchAll(HTML_ID)) ids.add(id);
      for (const found of linksIn(token, footnotes)) {
        // From the one before: from the block's start, a long list would take its square of time.
        const next = block.raw.indexOf(found.raw, at);
        if (next !== -1) {
          linkLine += lineEnds(block.raw.slice(at, next));
          // Not behind it, as a link may hold an image.
          at = next + 1;
        }
        links.push({ ...found, target: targetOf(found.href, path), line: linkLine });
      }
    });
  }
  return { links, ids };
}

const HTML_ID = /\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi;

/** A label ends at the next bracket: on to the next closing, a file of openings would take its square of time. */
const FOOTNOTE = /\[(\^[^[\]\s]+)\]:/g;

/** A link or image, or what was meant for one, as a file writes it. */
interface FoundLink {
  readonly raw: string;
  readonly href: string;
  /** Its fault, whatever there is in the folder. */
  readonly lacks: string | undefined;
}

/** The link that a token is, or those that a text was meant to hold. */
function linksIn(token: Token, footnotes: ReadonlySet<string>): FoundLink[] {
  if (isKind(token, 'link', 'image')) return [{ raw: token.raw, href: token.href, lacks: lackOf(token) }];
  if (!isKind(token, 'text') || token.tokens) return [];
  return Array.from(token.raw.matchAll(REFERENCE)).flatMap(([raw, ...labels]) => {
    const label = labels.join('');
    const lacks = `nothing defines the reference "[${label}]"`;
    return footnotes.has(label.toLowerCase()) ? [] : { raw, href: '', lacks };
  });
}

function lackOf({ type, href, text }: Tokens.Link | Tokens.Image): string | undefined {
  if (href === '') return text === '' ? undefined : `link "${plainText(text)}" leads nowhere`;
  // Images may be for the eye alone, and a link into the page may be its target's mark.
  const isUnseen = type === 'link' && text.trim() === '' && !href.startsWith('#');
  return isUnseen ? `link to "${href}" has no text` : undefined;
}

/** What Markdown would read as a reference link, or as a footnote's call, if it were defined. */
const REFERENCE =
  /(?<![\w\])\\])(?:\[[^[\]\n]+\]\[([^[\]\n]+)\]|\[([^[\]\n]+)\]\[\])|(?<=[\p{L}.,;:!?)*_"\u201d])\[(\^[\w-]+)\](?![\w+*?{[(])/gu;
