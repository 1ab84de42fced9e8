import { NodeHtmlMarkdown } from 'node-html-markdown';

const LIMIT = Object.freeze({
  /** UTF-16 units of one piece, and pieces of a section: of more, which nobody writes by hand, the words alone are shown. */
  length: 100_000,
  pieces: 1_000,
});

/** Makes of the pieces of HTML in a section the Markdown that says the same. */
export function htmlReader(): (html: string) => string {
  let pieces = 0;
  return (html) => {
    pieces += 1;
    const words = () => html.replace(/<[^<>]*>/g, ' ');
    if (pieces > LIMIT.pieces || html.length > LIMIT.length) return words();
    try {
      return NodeHtmlMarkdown.translate(html);
    } catch (error) {
      // Elements within each other by the thousand.
      if (error instanceof RangeError) return words();
      throw error;
    }
  };
}
