import { plainText } from '../markdown/plain-text.ts';
import type { AskedAs, PolicyText } from '../policy/policy.ts';
import { contentWords } from './words.ts';

/** What ranking needs of a policy; plain data, so that it can be prepared at build time. */
export interface SearchIndex {
  /** For each section, how often each stem occurs in heading, body and phrasings. */
  readonly sections: readonly Readonly<Record<string, number>>[];
  /** One spelling for each stem, for words that the index does not hold. */
  readonly spellings: Readonly<Record<string, string>>;
}

export function buildIndex(policy: PolicyText, askedAs: AskedAs): SearchIndex {
  const spellings: Record<string, string> = Object.create(null);
  const sections = policy.sections.map((section, at) => {
    const counts: Record<string, number> = Object.create(null);
    const texts = [section.heading, plainText(section.body), ...(askedAs.sections[at] ?? [])];
    for (const { written, stem } of texts.flatMap(contentWords)) {
      counts[stem] = (counts[stem] ?? 0) + 1;
      spellings[stem] ??= written;
    }
    return counts;
  });
  return { sections, spellings };
}
