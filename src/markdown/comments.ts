const OPENING = '<!--';
const CLOSING = '-->';

/** HTML without its comments, which no page shows; one that is never closed stays (HTML 13.1.6). */
export function withoutComments(html: string): string {
  let kept = '';
  let at = 0;
  // Not by a pattern: of a thousand openings it would look for a closing from each.
  for (let start = html.indexOf(OPENING); start !== -1; start = html.indexOf(OPENING, at)) {
    const end = html.indexOf(CLOSING, start + OPENING.length);
    if (end === -1) break;
    kept += html.slice(at, start);
    at = end + CLOSING.length;
  }
  return kept + html.slice(at);
}
