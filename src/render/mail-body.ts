import type { Token } from 'marked';
import { absoluteUrl } from '../markdown/links.ts';
import { escaped } from '../markdown/tokens.ts';
import {
  headingTrail,
  type LexedSection,
  linkBase,
  type Page,
  type PolicyText,
  placeText,
  type Section,
  sectionUrl,
  subjectOf,
} from '../policy/policy.ts';
import { type Characters, written } from './ascii.ts';
import { layout } from './layout/blocks.ts';
import type { Notation } from './layout/notation.ts';
import { cutLongWord, paragraph, quoted, withinLimit } from './mail-lines.ts';
import { blocksText, type Footnotes, lineText, newFootnotes, plainNotation } from './text.ts';

/** The width and the characters of a mail. */
export interface MailView {
  /** Columns, quote marks counted in. */
  readonly width: number;
  readonly characters: Characters;
}

/**
 * A section as a part of a mail's body: a line that says where it is from, the policy's words quoted, then the footnotes,
 * of which the first is the section's own URL with the revision. Ends in a newline; holds no control characters but tabs
 * in code.
 */
export function renderMail(page: Page, section: LexedSection, view: MailView): string {
  const statement = {
    says: says(section),
    tokens: section.tokens,
    url: sectionUrl(page, section),
    place: placeText(section),
    base: sectionUrl(page, section) ?? linkBase(page, section),
  };
  return renderStatement(page, statement, view);
}

/** Words of the policy to quote, and what stands before them. */
interface Statement {
  /** Continues "The policy", as in `says, under "Heading":`. */
  readonly says: string;
  readonly tokens: readonly Token[];
  /** Of the words on their page. */
  readonly url: string | undefined;
  /** Of the words in their folder. */
  readonly place?: string | undefined;
  /** What relative links start from. */
  readonly base: string | undefined;
}

/** The policy's words as a part of a mail's body. */
function renderStatement(page: Page, { says, tokens, base, ...cited }: Statement, view: MailView): string {
  const footnotes = newFootnotes();
  const url = cited.url ?? cited.place;
  const mark = url === undefined ? '' : ` [${footnotes.number(url)}]`;
  const quote = layout(tokens, {
    width: view.width - '> '.length,
    notation: mailNotation(base, footnotes, view),
  });
  const blocks = [
    paragraph(written(`${subjectOf(page)}${mark} ${says}`, view.characters), view.width),
    quoted(quote.map(lineText)),
    sources(page, footnotes.urls(), { ...view, hasOwn: url !== undefined, place: cited.url && cited.place }),
  ];
  return blocksText(blocks.map((lines) => lines.join('\n')));
}

function says(section: Section): string {
  const heading = headingTrail(section);
  if (section.number === 0) return 'says in its introduction:';
  const mark = heading.includes('"') ? "'" : '"';
  return `says, under ${mark}${heading}${mark}:`;
}

function mailNotation(base: string | undefined, footnotes: Footnotes, { characters }: MailView): Notation {
  const plain = plainNotation({
    ...footnotes,
    number: (href) => footnotes.number(absoluteUrl(href, base)),
  });
  return {
    ...plain,
    longWord: cutLongWord,
    text: (text) => written(text, characters),
    code: (text) => plain.code(written(text, characters)),
    codeBlock: (text, language) => plain.codeBlock(written(text, characters), language),
  };
}

function sources(
  page: Page,
  urls: readonly string[],
  {
    width,
    characters,
    hasOwn,
    place,
  }: MailView & { readonly hasOwn: boolean; readonly place: string | undefined },
): string[] {
  const room = width - INDENT.length;
  const parts = [place ?? [], citation(page)].flat().map((part) => written(part, characters));
  const cited = parts.join(' ').length <= room ? [parts.join(' ')].filter(Boolean) : parts;
  const revision = cited.flatMap((part) => paragraph(part, room)).map((line) => INDENT + line);
  const notes = urls.map((url, at) => withinLimit(`[${at + 1}] ${asciiUrl(url)}`));
  return hasOwn ? [...notes.slice(0, 1), revision, ...notes.slice(1)].flat() : [revision, ...notes].flat();
}

const INDENT = '    ';

/**
 * The revision as the kernel's documentation cites commits: `commit 0123456789ab ("subject"), date`, in two parts, behind
 * the name of the site, as on a kernel list a bare commit is one of the kernel's.
 */
function citation({ source, revision, subject, updated }: Page): string[] {
  if (revision === undefined) return updated === undefined ? [] : [`updated ${updated}`];
  const isCommit = /^[0-9a-f]{7,64}$/i.test(revision);
  const site = isCommit && source !== undefined && URL.canParse(source) ? `${new URL(source).hostname} ` : '';
  const date = updated === undefined ? '' : `, ${updated}`;
  const cited = `${site}${isCommit ? 'commit' : 'revision'} ${revision}`;
  return subject === undefined ? [cited + date] : [cited, `("${subject}")${date}`];
}

/** An address in ASCII: host names as IDNA, all else percent-encoded (RFC 3987 3.1). */
function asciiUrl(url: string): string {
  if (/^[\x21-\x7e]*$/.test(url)) return url;
  return URL.canParse(url) ? new URL(url).href : encodeURI(url);
}

/**
 * The policy's topics as a part of a mail's body.
 *
 * @param lex handed in, as marked takes longer to load than all the rest of a run, and sections come lexed.
 */
export function renderMailList(
  policy: PolicyText,
  view: MailView,
  lex: (markdown: string) => readonly Token[],
): string {
  const markdown = policy.sections
    .map(
      (section) => `- ${link(headingTrail(section), sectionUrl(policy.page, section))}${inPlace(section)}\n`,
    )
    .join('');
  const statement = {
    says: 'has these sections:',
    tokens: lex(markdown),
    url: policy.page.source,
    base: policy.page.source,
  };
  return renderStatement(policy.page, statement, view);
}

function inPlace(section: Section): string {
  const place = placeText(section);
  return place === undefined ? '' : ` (${escaped(place)})`;
}

function link(label: string, url: string | undefined): string {
  const text = escaped(label);
  return url === undefined ? text : `[${text}](<${url}>)`;
}
