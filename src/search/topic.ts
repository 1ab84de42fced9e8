import Fuse from 'fuse.js';
import { type PolicyText, type Section, sectionUrl } from '../policy/policy.ts';

/** Which topic a person named; `nearest` best first, at most three. */
export type Named =
  | { readonly kind: 'found'; readonly section: Section }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Section[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly Section[] };

const SUGGESTIONS = Object.freeze({
  most: 3,
  /** Fuse distance, 0 to 1: wide, as a suggestion costs nothing. */
  threshold: 0.6,
});

/** Finds a topic by number, name, anchor, page URL with anchor, or the unambiguous start of a name or anchor. */
export function topicNamed({ page, sections }: PolicyText, typed: string): Named {
  const wanted = typed.trim().toLowerCase();
  const exact = sections.find(
    (section) =>
      String(section.number) === wanted.replace(/^0+(?=\d)/, '') ||
      section.name === wanted ||
      section.anchor === wanted.replace(/^#/, '') ||
      (page.source !== undefined && isUrlOf(sectionUrl(page, section), page.source, wanted)),
  );
  if (exact !== undefined) return { kind: 'found', section: exact };
  const byName = sections.filter(({ name }) => name.startsWith(wanted));
  const candidates = byName.length > 0 ? byName : sections.filter(({ anchor }) => anchor.startsWith(wanted));
  const [first, second] = wanted === '' ? [] : candidates;
  if (first === undefined) return { kind: 'unknown', nearest: nearest(sections, wanted) };
  return second === undefined ? { kind: 'found', section: first } : { kind: 'ambiguous', candidates };
}

/** The page's own URL, without anchor, is its introduction's. */
function isUrlOf(url: string | undefined, source: string, wanted: string): boolean {
  const typed = wanted.replace(/^http:/, 'https:').replace(/\/?(?=#|$)/, '');
  return url?.toLowerCase() === (typed === source.toLowerCase() ? '' : typed);
}

function nearest(sections: readonly Section[], wanted: string): Section[] {
  const fuse = new Fuse(sections, {
    keys: ['name', 'heading'],
    threshold: SUGGESTIONS.threshold,
    ignoreLocation: true,
  });
  return wanted === '' ? [] : fuse.search(wanted, { limit: SUGGESTIONS.most }).map(({ item }) => item);
}
