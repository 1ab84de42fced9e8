import type { OnProgress } from '../policy/folder.ts';
import type { LoadedPolicy } from '../policy/load.ts';
import type { PlacedPhrasing } from '../policy/phrasings.ts';
import { type AskedAs, type Problem, problemAt } from '../policy/policy.ts';
import { type Finding, find } from '../search/answer.ts';
import type { SearchIndex } from '../search/search-index.ts';

/** A phrasing and the topic, a section or one asked about elsewhere, that lists it. */
interface ListedPhrasing {
  readonly topic: string;
  readonly kind: keyof AskedAs;
  readonly phrasing: PlacedPhrasing;
}

/** Phrasings that are listed more than once; under two topics they can lead to one only. */
export function repeatedPhrasings(loaded: LoadedPolicy): Problem[] {
  const firsts = new Map<string, ListedPhrasing>();
  return listedPhrasings(loaded).flatMap((listed) => {
    const { phrasing, topic } = listed;
    const key = (phrasing.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, listed);
    if (first === undefined) return [];
    const where = `${first.phrasing.file}:${first.phrasing.line}`;
    return first.topic === topic && first.kind === listed.kind
      ? problemAt(phrasing, 'warning', `"${phrasing.text}" is listed twice, first at ${where}`)
      : problemAt(
          phrasing,
          'error',
          `"${phrasing.text}" is listed for "${first.topic}" as well, at ${where}; take one out`,
        );
  });
}

/**
 * Phrasings that the ranking gives to another topic though they are listed for theirs.
 *
 * @param openIndex is called only where there are phrasings.
 */
export function misrankedPhrasings(
  loaded: LoadedPolicy,
  openIndex: () => SearchIndex,
  onProgress: OnProgress = () => {},
): Problem[] {
  const all = listedPhrasings(loaded);
  if (all.length === 0) return [];
  const index = openIndex();
  return all.flatMap((listed, at) => {
    onProgress(at, all.length, 'phrasings');
    const { phrasing, topic } = listed;
    const to = otherTopic(listed, find(loaded.policy, index, phrasing.text));
    if (to === undefined) return [];
    const message = `"${phrasing.text}" is listed for "${topic}" but the ranking gives "${to}"; reword it, or list it there`;
    // Not an error: of thousands, some lie so near the border that chance decides in training.
    return problemAt(phrasing, 'warning', message);
  });
}

/**
 * The topic that a finding gives instead of the one that lists the phrasing. A phrasing of an elsewhere topic may lead
 * anywhere but to an answer: which of the neighbouring pages is named is of little weight.
 */
function otherTopic({ topic, kind }: ListedPhrasing, finding: Finding): string | undefined {
  if (kind === 'elsewhere') return finding.outcome === 'answered' ? finding.section.name : undefined;
  if (finding.outcome === 'elsewhere') return finding.topic.name;
  const best = finding.closest[0]?.section.name;
  return best === topic ? undefined : best;
}

/** All phrasings of a folder. */
function listedPhrasings({ policy, places }: LoadedPolicy): ListedPhrasing[] {
  return (['sections', 'elsewhere'] as const).flatMap((kind) =>
    places.askedAs[kind].flatMap((phrasings, at) =>
      phrasings.map((phrasing) => ({ topic: policy[kind][at]?.name ?? '', kind, phrasing })),
    ),
  );
}
