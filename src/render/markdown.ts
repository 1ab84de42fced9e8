import { withAbsoluteLinks } from '../markdown/links.ts';
import { escaped } from '../markdown/tokens.ts';
import { cited, type LexedSection, type Page, type PolicyText } from '../policy/policy.ts';
import { blocksText } from './text.ts';

/**
 * A section as Markdown, links absolute, with its URL or place, and revision below; ends in a newline.
 *
 * @param isLast false before another section of the page, which then tells the revision.
 */
export function renderMarkdown(page: Page, section: LexedSection, isLast = true): string {
  const { heading, url, place, revision } = cited(page, section);
  const places = [url === undefined ? [] : `<${url}>`, place ?? []].flat().join(', ');
  const source = [isLast ? revision : '', places].filter((part) => part !== '').join(': ');
  return blocksText([`## ${escaped(heading)}`, sectionMarkdown(page, section), source]);
}

/** A section's body as Markdown, links absolute. */
export function sectionMarkdown(page: Page, section: LexedSection): string {
  return withAbsoluteLinks(section, cited(page, section).base);
}

/** The topics as a Markdown list: name, heading, a link to the page where its URL is known, and its place in the folder. */
export function listMarkdown({ page, sections }: PolicyText): string {
  const lines = sections.map((section) => {
    const { heading, url, place } = cited(page, section);
    const text = escaped(heading);
    const link = url === undefined ? text : `[${text}](${/[()]/.test(url) ? `<${url}>` : url})`;
    return `- \`${section.name}\`: ${link}${place === undefined ? '' : ` (${escaped(place)})`}\n`;
  });
  return lines.join('');
}
