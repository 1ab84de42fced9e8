import type { Loaded } from '../policy/load.ts';
import type { PlacedPhrasing } from '../policy/phrasings.ts';
import type { AskedAs, Problem } from '../policy/policy.ts';
import { type Finding, find } from '../search/answer.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { errorsAt, warningsAt } from './faults.ts';

/** A phrasing and the topic, a section or one asked about elsewhere, that lists it. */
export interface Listed {
  readonly topic: string;
  readonly kind: keyof AskedAs;
  /** The topic's place among its kind, and the phrasing's among the topic's. */
  readonly at: number;
  readonly index: number;
  readonly phrasing: PlacedPhrasing;
}

/** A phrasing that leads to another topic than the one that lists it. */
export interface Lost {
  readonly listed: Listed;
  readonly to: string;
}

/** Phrasings that are listed more than once; under two topics they can lead to one only. */
export function repeatedPhrasings(loaded: Loaded): Problem[] {
  const firsts = new Map<string, Listed>();
  return allListed(loaded).flatMap((listed) => {
    const { phrasing, topic } = listed;
    const key = (phrasing.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, listed);
    if (first === undefined) return [];
    const where = `${first.phrasing.file}:${first.phrasing.line}`;
    return first.topic === topic && first.kind === listed.kind
      ? warningsAt(phrasing, `"${phrasing.text}" is listed twice, first at ${where}`)
      : errorsAt(
          phrasing,
          `"${phrasing.text}" is listed for "${first.topic}" as well, at ${where}; take one out`,
        );
  });
}

/** Phrasings that the ranking gives to another topic though they are listed for theirs. */
export function misrankedPhrasings(lost: readonly Lost[]): Problem[] {
  return lost.flatMap(({ listed: { phrasing, topic }, to }) =>
    errorsAt(
      phrasing,
      `"${phrasing.text}" is listed for "${topic}" but the ranking gives "${to}"; reword it, or list it there`,
    ),
  );
}

/** Phrasings that lead to another topic than their own, and to which. */
export function lostPhrasings({ policy }: Loaded, index: SearchIndex, among: readonly Listed[]): Lost[] {
  return among.flatMap((listed) => {
    const to = otherTopic(listed, find(policy, index, listed.phrasing.text));
    return to === undefined ? [] : [{ listed, to }];
  });
}

/**
 * The topic that a finding gives instead of the one that lists the phrasing. What is asked elsewhere may lead anywhere
 * but to an answer: which of the neighbouring pages is named is of little weight.
 */
function otherTopic({ topic, kind }: Listed, finding: Finding): string | undefined {
  if (kind === 'elsewhere') return finding.outcome === 'answered' ? finding.section.name : undefined;
  if (finding.outcome === 'elsewhere') return finding.topic.name;
  const best = finding.closest[0]?.section.name;
  return best === topic ? undefined : best;
}

/** All phrasings of a folder. */
export function allListed({ policy, places }: Loaded): Listed[] {
  const names = {
    sections: policy.sections.map(({ name }) => name),
    elsewhere: policy.elsewhere.map(({ name }) => name),
  };
  return (['sections', 'elsewhere'] as const).flatMap((kind) =>
    places.askedAs[kind].flatMap((list, at) =>
      list.map((phrasing, index) => ({ topic: names[kind][at] ?? '', kind, at, index, phrasing })),
    ),
  );
}
