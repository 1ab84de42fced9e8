import type { OnProgress } from '../policy/folder.ts';
import type { Loaded } from '../policy/load.ts';
import type { AskedAs, Problem } from '../policy/policy.ts';
import { type Finding, find } from '../search/answer.ts';
import { buildIndex } from '../search/search-index.ts';
import { notesAt, warningsAt } from './faults.ts';
import type { Listed, Lost } from './listed.ts';

const HELD_OUT = Object.freeze({
  /** So often are the search tables built, each time without that share of the phrasings. */
  folds: 5,
  /** Fewer in a file say too little of how people ask: each is listed because nothing like it is. */
  leastPhrasings: 8,
  /**
   * A file is warned of from this share of phrasings that would be answered wrong. Odd phrasings are what lists are
   * for: of the policy's own it is up to 11 % of a section's and 43 % of an elsewhere topic's.
   */
  share: 0.5,
});

/** The phrasings that can be judged as if they were not listed: those of files that list enough others. */
export function heldOut(listed: readonly Listed[]): Listed[] {
  return [...byFile(listed).values()].filter(({ length }) => length >= HELD_OUT.leastPhrasings).flat();
}

/**
 * Phrasings that would be answered from another section if they were not listed, as whoever asks in nearly their words
 * may be. What would be refused is none of them: it tells nobody anything wrong.
 *
 * @param held what `heldOut` gave.
 */
export function misled(loaded: Loaded, held: readonly Listed[], onProgress: OnProgress): Lost[] {
  const count = Math.min(HELD_OUT.folds, held.length);
  return Array.from({ length: count }, (_, fold) => {
    onProgress(Math.floor((held.length * fold) / count), held.length, 'phrasings');
    const out = held.filter((_, at) => at % count === fold);
    const index = buildIndex(loaded.policy, without(loaded.askedAs, out));
    return out.flatMap((listed) => {
      const to = wrongAnswer(listed, find(loaded.policy, index, listed.phrasing.text));
      return to === undefined ? [] : [{ listed, to }];
    });
  }).flat();
}

/** What is asked elsewhere is answered wrong by any section. */
function wrongAnswer({ topic, kind }: Listed, finding: Finding): string | undefined {
  if (finding.outcome !== 'answered') return undefined;
  const { name } = finding.section;
  return kind === 'sections' && name === topic ? undefined : name;
}

/** A note on each of them. */
export function misledNotes(lost: readonly Lost[]): Problem[] {
  return lost.flatMap(({ listed: { phrasing, topic }, to }) =>
    notesAt(
      phrasing,
      `"${phrasing.text}" leads to "${topic}" only because it is listed; left out, "${to}" answers it`,
    ),
  );
}

/** A warning of each file most of whose phrasings are among them. */
export function misleadingFiles(lost: readonly Lost[], held: readonly Listed[]): Problem[] {
  const all = byFile(lost.map(({ listed }) => listed));
  return [...byFile(held)].flatMap(([file, phrasings]) => {
    const wrong = all.get(file)?.length ?? 0;
    if (wrong < HELD_OUT.share * phrasings.length) return [];
    const [first] = phrasings;
    const message = `${wrong} of ${phrasings.length} phrasings lead to "${first?.topic}" only because they are listed: people who ask in other words are answered wrong; list more, or say in the text what they ask about`;
    return warningsAt(first?.phrasing, message);
  });
}

function byFile(listed: readonly Listed[]): ReadonlyMap<string, Listed[]> {
  const files = new Map<string, Listed[]>();
  for (const each of listed) {
    const others = files.get(each.phrasing.file);
    if (others === undefined) files.set(each.phrasing.file, [each]);
    else others.push(each);
  }
  return files;
}

function without(askedAs: AskedAs, left: readonly Listed[]): AskedAs {
  const keys = new Set(left.map(({ kind, at, index }) => `${kind} ${at} ${index}`));
  const rest = <T>(kind: keyof AskedAs, lists: readonly (readonly T[])[]) =>
    lists.map((list, at) => list.filter((_, index) => !keys.has(`${kind} ${at} ${index}`)));
  return {
    sections: rest('sections', askedAs.sections),
    elsewhere: rest('elsewhere', askedAs.elsewhere),
  };
}
