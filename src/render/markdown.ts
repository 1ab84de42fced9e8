import { escaped } from '../markdown/escaped.ts';
import { withAbsoluteLinks } from '../markdown/links.ts';
import { type LexedSection, type Page, revisionLine, sectionUrl, sourceOf } from '../policy/policy.ts';

/** A section as Markdown, links absolute, with its URL and revision below; ends in a newline. */
export function renderMarkdown(page: Page, section: LexedSection): string {
  const url = sectionUrl(page, section);
  const source = url === undefined ? revisionLine(page) : `${revisionLine(page)}: <${url}>`;
  const blocks = [`## ${escaped(section.heading)}`, sectionMarkdown(page, section), source];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A section's body as Markdown, links absolute. */
export function sectionMarkdown(page: Page, section: LexedSection): string {
  return withAbsoluteLinks(section, sourceOf(page, section));
}
