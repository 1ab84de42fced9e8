/** The labels that a Markdown text may refer to definitions by, as marked keys them (CommonMark 4.7). */
export function labelsIn(markdown: string): ReadonlySet<string> {
  return new Set(Array.from(markdown.matchAll(LABEL), ({ 1: label = '' }) => asTag(label)));
}

const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/g;

/** Labels match without regard to case and white space. */
function asTag(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, ' ');
}
