import { withAbsoluteLinks } from '../markdown/links.ts';
import { escaped } from '../markdown/tokens.ts';
import {
  headingTrail,
  type LexedSection,
  linkBase,
  type Page,
  type PolicyText,
  placeText,
  revisionLine,
  sectionUrl,
} from '../policy/policy.ts';
import { blocksText } from './text.ts';

/**
 * A section as Markdown, links absolute, with its URL or place, and revision below; ends in a newline.
 *
 * @param isLast false before another section of the page, which then tells the revision.
 */
export function renderMarkdown(page: Page, section: LexedSection, isLast = true): string {
  const url = sectionUrl(page, section);
  const places = [url === undefined ? undefined : `<${url}>`, placeText(section)].filter(
    (place) => place !== undefined,
  );
  const source = [
    ...(isLast ? [revisionLine(page)] : []),
    ...(places.length === 0 ? [] : [places.join(', ')]),
  ];
  const heading = `## ${escaped(headingTrail(section))}`;
  return blocksText([heading, sectionMarkdown(page, section), source.join(': ')]);
}

/** A section's body as Markdown, links absolute. */
export function sectionMarkdown(page: Page, section: LexedSection): string {
  return withAbsoluteLinks(section, linkBase(page, section));
}

/** The topics as a Markdown list, each heading a link to the page where its URL is known. */
export function listMarkdown({ page, sections }: PolicyText): string {
  return sections
    .map((section) => {
      const url = sectionUrl(page, section);
      const heading = escaped(headingTrail(section));
      const place = section.place === undefined ? '' : ` (${placeText(section)})`;
      return `- \`${section.name}\`: ${url === undefined ? heading : `[${heading}](${url})`}${place}\n`;
    })
    .join('');
}
