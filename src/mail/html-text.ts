import { convert } from 'html-to-text';
import { InputError } from '../errors.ts';

const LIMIT = Object.freeze({
  /** Characters of HTML, and how deep its elements may be in each other: the parser goes down by calls. */
  html: 500_000,
  depth: 100,
});

/**
 * The words of HTML, a paragraph a line, with the addresses of its links.
 *
 * @throws InputError when it is longer or deeper than any page.
 */
export function htmlText(html: string): string {
  if (html.length > LIMIT.html || isDeep(html)) {
    throw new InputError(
      'the HTML of this message is over 500,000 characters, or nested over 100 deep; answer it by hand, with: rustpolicy mail <question>',
    );
  }
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
}

/** Whether more elements are open at once than any page has. */
function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (VOID.test(name)) continue;
    depth = Math.max(0, depth + (closing === '/' ? -1 : 1));
    if (depth > LIMIT.depth) return true;
  }
  return false;
}

/** Elements that hold none, or that the next of their kind ends. */
const VOID = /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|t[dhr]|wbr)$/i;
