import { anchorOf } from '../policy/anchor.ts';
import type { Loaded } from '../policy/load.ts';
import type { Place } from '../policy/place.ts';
import { sourceOf } from '../policy/policy.ts';
import type { Problem } from '../policy/problem.ts';
import { warningsAt } from './places.ts';

/**
 * Headings whose anchor is taken on their page, so that links to it lead to the earlier one. Files that are published
 * nowhere are pages of their own.
 */
export function duplicateAnchors({ policy, places }: Loaded): Problem[] {
  const firsts = new Map<string, Place>();
  return policy.sections.flatMap((section, at) => {
    const place = places.sections[at];
    const page = sourceOf(policy.page, section) ?? place?.file;
    // A number behind the heading's own anchor was put there because the anchor was taken.
    const wanted =
      section.anchor === anchorOf(section.heading) ? section.anchor : section.anchor.replace(/-\d+$/, '');
    const first = firsts.get(`${page}#${wanted}`);
    if (first === undefined && place !== undefined) firsts.set(`${page}#${wanted}`, place);
    if (first === undefined) return [];
    const message = `anchor "${wanted}" is that of ${first.file}:${first.line} already; change one of the headings`;
    return warningsAt(place, message);
  });
}
