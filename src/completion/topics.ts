import type { Candidate } from './table.ts';

/** Topics as completion offers them. */
export function topicCandidates(sections: readonly { name: string; heading: string }[]): Candidate[] {
  return sections.map(({ name, heading }) => ({ value: name, description: heading }));
}
