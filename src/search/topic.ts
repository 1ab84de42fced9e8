import Fuse from 'fuse.js/basic';
import { inOneLine } from '../markdown/tokens.ts';
import { isCalled, type PolicyText, type Section } from '../policy/policy.ts';

/** The topic that a person named; or several that it may be; or none, with at most three of the nearest, best first. */
export type TopicMatch =
  | { readonly kind: 'found'; readonly section: Section }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Section[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly Section[] };

const SUGGESTIONS = Object.freeze({
  most: 3,
  /** Fuse distance, 0 to 1: a slip in four letters. At 0.35 "foo" is near "for" in a heading, and "bar" near "standards". */
  threshold: 0.3,
  /** Characters; no name is longer, and Fuse takes time that grows with their square. */
  longest: 200,
});

/** Finds a topic by number, name, anchor, page URL with anchor, heading, or the unambiguous start of a name or anchor. */
export function topicNamed({ page, sections }: PolicyText, typed: string): TopicMatch {
  const wanted = typed.trim().toLowerCase();
  const [url = '', part = sections[0]?.anchor.toLowerCase()] = wanted.split('#');
  const anchor = isPage(url, page.source) ? part : wanted.replace(/^#/, '') || undefined;
  const exact = sections.find(
    (section) => isCalled(section, wanted) || section.anchor.toLowerCase() === anchor,
  );
  if (exact !== undefined) return { kind: 'found', section: exact };
  const candidates = wanted === '' ? [] : candidatesFor(sections, wanted);
  const [first, second] = candidates;
  // The anchor of a URL may say what is meant though the page is another.
  if (first === undefined)
    return { kind: 'unknown', nearest: nearest(sections, wanted.replace(/^[^#]*#(?=.)/, '')) };
  return second === undefined ? { kind: 'found', section: first } : { kind: 'ambiguous', candidates };
}

/** The sections whose heading was typed, else those whose name starts so, else those whose anchor does. */
function candidatesFor(sections: readonly Section[], wanted: string): readonly Section[] {
  const isWanted: readonly ((section: Section) => boolean)[] = [
    ({ heading }) => inOneLine(heading.toLowerCase()) === inOneLine(wanted),
    // Only punctuation tells "C" from "C++".
    ({ heading }) => bareWords(heading) === bareWords(wanted) && bareWords(wanted) !== '',
    ({ name }) => name.startsWith(wanted),
    ({ anchor }) => anchor.toLowerCase().startsWith(wanted),
  ];
  return isWanted.map((test) => sections.filter(test)).find(({ length }) => length > 0) ?? [];
}

/** A text's words alone, without punctuation and capitals. */
export function bareWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether a URL is the page's, by either protocol, with or without a slash at its end. */
function isPage(url: string, source: string | undefined): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/^https?:|\/$/g, '');
  return source !== undefined && bare(url) === bare(source);
}

function nearest(sections: readonly Section[], wanted: string): Section[] {
  const fuse = new Fuse(sections, {
    keys: ['name', 'heading'],
    threshold: SUGGESTIONS.threshold,
    ignoreLocation: true,
  });
  return !/[\p{L}\p{N}]/u.test(wanted) || wanted.length > SUGGESTIONS.longest
    ? []
    : fuse.search(wanted, { limit: SUGGESTIONS.most }).map(({ item }) => item);
}
