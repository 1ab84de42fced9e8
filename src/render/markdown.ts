import { withAbsoluteLinks } from '../markdown/links.ts';
import { escaped } from '../markdown/tokens.ts';
import {
  type LexedSection,
  type Page,
  type PolicyText,
  revisionLine,
  sectionUrl,
  sourceOf,
} from '../policy/policy.ts';
import { blocksText } from './text.ts';

/**
 * A section as Markdown, links absolute, with its URL and revision below; ends in a newline.
 *
 * @param isLast false before another section of the page, which then tells the revision.
 */
export function renderMarkdown(page: Page, section: LexedSection, isLast = true): string {
  const url = sectionUrl(page, section);
  const source = [...(isLast ? [revisionLine(page)] : []), ...(url === undefined ? [] : [`<${url}>`])];
  return blocksText([`## ${escaped(section.heading)}`, sectionMarkdown(page, section), source.join(': ')]);
}

/** A section's body as Markdown, links absolute. */
export function sectionMarkdown(page: Page, section: LexedSection): string {
  return withAbsoluteLinks(section, sourceOf(page, section));
}

/** The topics as a Markdown list, each heading a link to the page where its URL is known. */
export function listMarkdown({ page, sections }: PolicyText): string {
  return sections
    .map((section) => {
      const url = sectionUrl(page, section);
      const heading = escaped(section.heading);
      return `- \`${section.name}\`: ${url === undefined ? heading : `[${heading}](${url})`}\n`;
    })
    .join('');
}
