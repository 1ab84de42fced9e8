import { absoluteUrl } from '../markdown/absolute-links.ts';
import { type LexedSection, type Page, sectionUrl, sourceOf } from '../policy/policy.ts';
import { withoutControls } from './controls.ts';
import { type Footnotes, newFootnotes } from './footnotes.ts';
import { type Line, layout } from './layout/blocks.ts';
import { wrap } from './layout/wrap.ts';
import { plainNotation } from './plain-notation.ts';
import { revisionLine } from './revision.ts';

/** A section as plain text of at most `width` columns, with its footnotes, URL and revision; ends in a newline. */
export function renderText(page: Page, section: LexedSection, width: number): string {
  const url = sectionUrl(page, section);
  return blocks([
    wrap([{ text: section.heading, marks: {} }], width)
      .map((runs) => ({ prefix: '', runs }))
      .map(lineText)
      .join('\n'),
    bodyText(page, section, width),
    [...(url === undefined ? [] : [url]), revisionLine(page)].join('\n'),
  ]);
}

/** A section's words and footnotes alone, at most `width` columns wide. */
export function bodyText(page: Page, section: LexedSection, width: number): string {
  const footnotes = newFootnotes();
  const notation = plainNotation({
    ...footnotes,
    number: (href) => footnotes.number(absoluteUrl(href, sourceOf(page, section))),
  });
  const lines = layout(section.tokens, { width, notation });
  // Controls may stand in the section as entities.
  return withoutControls(blocks([lines.map(lineText).join('\n'), footnoteText(footnotes)])).trimEnd();
}

/** A laid-out line as characters, without trailing blanks. */
export function lineText({ prefix, runs }: Line): string {
  return (prefix + runs.map(({ text }) => text).join('')).trimEnd();
}

function footnoteText(footnotes: Footnotes): string {
  return footnotes
    .urls()
    .map((url, at) => `[${at + 1}] ${url}`)
    .join('\n');
}

function blocks(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
