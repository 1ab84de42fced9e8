import type { Token } from 'marked';
import { parsedUrl } from '../markdown/links.ts';
import { cited, type LexedSection, type Page, type PolicyText, subjectOf } from '../policy/policy.ts';
import { type Characters, written } from './ascii.ts';
import { layout } from './layout/blocks.ts';
import { cutLongWord, paragraph, quoted, withinLimit } from './mail-lines.ts';
import { blocksText, lineText, plainNotation } from './text.ts';

/** The width and the characters of a mail. */
export interface MailView {
  /** Columns, quote marks counted in. */
  readonly width: number;
  readonly characters: Characters;
  /** What the links of a section start from, where that is not its own page or file. */
  readonly base?: string;
}

/**
 * A section as a part of a mail's body: a line that says where it is from, the policy's words quoted, then the footnotes,
 * of which the first is the section's own URL with the revision. Ends in a newline; holds no control characters but tabs
 * in code.
 */
export function renderMail(page: Page, section: LexedSection, view: MailView): string {
  const { heading, ...citation } = cited(page, section);
  const mark = heading.includes('"') ? "'" : '"';
  const says = section.number === 0 ? 'says in its introduction:' : `says, under ${mark}${heading}${mark}:`;
  const base = view.base ?? citation.base;
  return renderStatement(page, { ...citation, base, says, tokens: section.tokens }, view);
}

/** The policy's topics as a part of a mail's body. */
export function renderMailList({ page, sections }: PolicyText, view: MailView): string {
  const citation = { url: page.source, base: page.source, place: undefined };
  const items = sections.map((section) => {
    const { heading, url, place } = cited(page, section);
    const name = { type: 'text', raw: '', text: heading };
    const where = place === undefined ? [] : [{ ...name, text: ` (${place})` }];
    const link = { ...name, type: 'link', href: url, tokens: [name] };
    return { tokens: [{ ...name, tokens: [url === undefined ? name : link, ...where] }] };
  });
  const tokens = [{ type: 'list', raw: '', ordered: false, loose: false, items }];
  return renderStatement(page, { ...citation, says: 'has these sections:', tokens }, view);
}

/** Words of the policy to quote, what stands before them, and what they are cited by. */
interface Statement extends Pick<ReturnType<typeof cited>, 'url' | 'place' | 'base'> {
  /** Continues "The policy", as in `says, under "Heading":`. */
  readonly says: string;
  readonly tokens: readonly Token[];
}

/** The policy's words as a part of a mail's body. */
function renderStatement(page: Page, { says, tokens, url, place, base }: Statement, view: MailView): string {
  const { width, characters } = view;
  const notation = { ...plainNotation(base, (text) => written(text, characters)), longWord: cutLongWord };
  const own = url ?? place;
  const mark = own === undefined ? '' : ` [${notation.footnote(own)}]`;
  const quote = layout(tokens, { width: width - '> '.length, notation });
  const shown = (note: string) => (note === place ? written(place, characters) : asciiUrl(note));
  const notes = notation.footnotes(shown).map((note) => withinLimit(note));
  const revision = revisionLines([url === undefined ? [] : (place ?? []), citation(page)].flat(), view);
  return blocksText([
    paragraph(written(`${subjectOf(page)}${mark} ${says}`, characters), width),
    quoted(quote.map(lineText)),
    notes.toSpliced(own === undefined ? 0 : 1, 0, revision).flat(),
  ]);
}

const INDENT = '    ';

/** In one line where the parts fit in it, else a line or more for each. */
function revisionLines(parts: readonly string[], { width, characters }: MailView): string[] {
  const room = width - INDENT.length;
  const all = parts.map((part) => written(part, characters));
  const whole = all.join(' ');
  const lines = whole.length <= room ? [whole] : all.flatMap((part) => paragraph(part, room));
  return lines.filter((line) => line !== '').map((line) => INDENT + line);
}

/**
 * The revision as the kernel's documentation cites commits: `commit 0123456789ab ("subject"), date`, in two parts, behind
 * the name of the site, as on a kernel list a bare commit is one of the kernel's.
 */
function citation({ source, revision, subject, updated }: Page): string[] {
  if (revision === undefined) return updated === undefined ? [] : [`updated ${updated}`];
  const isCommit = /^[0-9a-f]{7,64}$/i.test(revision);
  const site = isCommit ? parsedUrl(source ?? '')?.hostname : undefined;
  const date = updated === undefined ? '' : `, ${updated}`;
  const cited = [site, isCommit ? 'commit' : 'revision', revision]
    .filter((word) => word !== undefined)
    .join(' ');
  return subject === undefined ? [cited + date] : [cited, `("${subject}")${date}`];
}

/** An address in ASCII: host names as IDNA, all else percent-encoded (RFC 3987 3.1). */
function asciiUrl(url: string): string {
  if (/^[\x21-\x7e]*$/.test(url)) return url;
  // A path from the folder may be encoded in part.
  return parsedUrl(url)?.href ?? url.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}
