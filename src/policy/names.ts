import GithubSlugger, { slug } from 'github-slugger';
import { type Links, type Token, walkTokens } from 'marked';
import { withoutInvisible } from '../markdown/invisible.ts';
import { lexInline } from '../markdown/lex.ts';
import { MARKDOWN_ENDING } from '../markdown/links.ts';
import { EMOJI_CODE, inOneLine, isKind, tokensText } from '../markdown/tokens.ts';

/** A heading as it is read, and as ids are made of it. */
export interface Heading {
  /** In plain text, without badges, links to itself, and codes of emoji. */
  readonly text: string;
  /** The id that it states for itself, as it is written. */
  readonly id: string | undefined;
  /** The text that GitHub makes its id of: every blank counts, and codes of emoji do. */
  readonly anchorText: string;
}

/**
 * Reads a heading's Markdown: without its attributes, `{#id .class key=value}` of mdBook and Pandoc or MDX's comment.
 *
 * @param links what the file's reference links lead to.
 */
export function headingOf(markdown: string, links?: Links): Heading {
  const { text: written, id } = withoutAttributes(markdown);
  const tokens = lexInline(written, links);
  walkTokens(tokens, (token) => {
    if (isAside(token)) Object.assign(token, { type: 'text', text: '', tokens: [] });
  });
  // An entity can stand for a control.
  const anchorText = withoutInvisible(tokensText(tokens));
  walkTokens(tokens, (token) => {
    if (token.type === 'text') token.text = token.text.replace(EMOJI_CODE, '');
  });
  // Of nothing but asides they are its words.
  return { text: wordsOf(tokens) || wordsOf(lexInline(written, links)), id, anchorText };
}

function wordsOf(tokens: readonly Token[]): string {
  return inOneLine(withoutInvisible(tokensText(tokens)));
}

/** An image, or a link to the heading itself. */
function isAside(token: Token): boolean {
  return (
    isKind(token, 'image') ||
    (isKind(token, 'link') && token.href.startsWith('#') && /^[#\u00b6]?$/.test(token.text))
  );
}

function withoutAttributes(markdown: string): Pick<Heading, 'text' | 'id'> {
  // Attributes not by a pattern of their own, which would try every way to part `.a.a.a` into words. Of MkDocs' `data-…`,
  // and of quoted values, no heading tells.
  const [, before = '', inside = ''] = /^(.*)\{([^{}]*)\}$/s.exec(markdown.trimEnd()) ?? [];
  const attributes = inside.replace(/^\/\*\s*([^\s*]+)\s*\*\/$/, '#$1');
  const words = attributes.match(/(?:[^ \t"]|"[^"]*"?)+/g) ?? [];
  const isAttributes = words.every(
    (word) => /^(?::?[#.]|:$|data-|[\w-]+=)[^\n]*$/.test(word) && word !== '#',
  );
  if (!isAttributes || !words.some((word) => /^(?::?[#.]|id=|data-|[\w-]+=")/.test(word)))
    return { text: markdown, id: undefined };
  const id = words.flatMap((word) => /^(?::?#|id=["']?)([^"']+)/.exec(word)?.[1] ?? [])[0];
  return { text: before.trimEnd(), id };
}

/** The id of a heading, given as plain text, that states none, where no other on its page has it: GitHub's. */
export function anchorOf(heading: string): string {
  return slug(heading.trim());
}

/**
 * Gives the ids of a page's headings, in order: the one that a heading states, as it is written; else GitHub's, numbered
 * where it comes again. For all that headings hold, mdBook's is the same.
 */
export function anchorNamer(): (heading: Pick<Heading, 'id' | 'anchorText'>) => string {
  const slugger = new GithubSlugger();
  return ({ id, anchorText }) => id ?? slugger.slug(anchorText);
}

/** Words that a name can do without. */
const FILLERS: ReadonlySet<string> = new Set(
  `a am an and any are as at be been by can could did do does for from had has have how i if in into is it its may me my of
  on or our shall should so that the their there these they this to us was we were what when where which who why will
  with would you your`.split(/\s+/),
);

/** A file's handle: `docs/04-broken-builds.md` is `broken-builds`; a folder's README.md or index.md is the folder. */
export function fileName(path: string): string {
  // A name that begins with a dash would be typed as an option.
  return anchorOf(withoutInvisible(plainName(path))).replace(/^-+/, '');
}

/** A file's name as a title: `docs/import-from-notion.md` is "Import from notion"; README.md and index.md are the folder. */
export function readableName(path: string): string {
  const words = inOneLine(withoutInvisible(plainName(path)).replace(/[-_]/g, ' '));
  if (FOR_FOLDER.test(words) || !/[\p{L}\p{N}]/u.test(words)) return '';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const FOR_FOLDER = /^(?:readme|index)$/i;

/** A file's name, or its folder's where it speaks for that, without the number that it begins with and its ending. */
function plainName(path: string): string {
  const [file = '', folder] = path.split('/').reverse();
  const name = withoutNumber(file.replace(MARKDOWN_ENDING, ''));
  return folder !== undefined && FOR_FOLDER.test(name) ? withoutNumber(folder) : name;
}

function withoutNumber(name: string): string {
  return name.replace(/^\d+[-_. ]+/, '') || name;
}

/** A heading's handle: "How do I get a library card?" is `get-library-card`. */
export function headingName(heading: string): string {
  // Selectors of emoji stay in GitHub's ids, but nobody types them.
  const words = anchorOf(heading.replace(/[\u200d\ufe0e\ufe0f]/g, ''))
    .split('-')
    .filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  const name = (telling.length > 0 ? telling : words).join('-');
  return NAME.exec(name)?.[0] ?? '';
}

/**
 * Up to 32 characters, as a name is typed, and `list` prints it beside the heading: whole words, or the start of the
 * first. By characters, as one beyond U+FFFF must not be cut in half.
 */
const NAME = /^(?:.{0,32}(?=-|$)|.{32})/u;

/**
 * A namer that gives each name once. A name that comes again is told apart by its context, a file or folder, or where
 * that is the same too, by a count.
 */
export function topicNamer(): (name: string, context: string) => string {
  const slugger = new GithubSlugger();
  const contexts = new Map<string, string>();
  return (name, context) => {
    // A topic is typed by its number alone, which no name may look like.
    const short = /^\d*$/.test(name) ? `section${name && '-'}${name}` : name;
    const other = contexts.get(short) ?? context;
    contexts.set(short, other);
    return slugger.slug(other === context || context === '' ? short : `${context}-${short}`);
  };
}
