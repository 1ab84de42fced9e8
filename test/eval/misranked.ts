import type { LoadedPolicy } from '../../src/policy/load.ts';
import { describeProblem, problemAt } from '../../src/policy/policy.ts';
import { type Finding, find } from '../../src/search/answer.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';

/** Phrasings that the ranking gives to another topic than the one that lists them, of every so many. */
export function misranked({ policy, askedAs }: LoadedPolicy, index: SearchIndex, every = 1): string[] {
  return (['sections', 'elsewhere'] as const).flatMap((kind) =>
    askedAs[kind].flatMap((phrasings, at) => {
      const name = policy[kind][at]?.name;
      const asked = phrasings.filter((_, place) => place % every === 0);
      return asked.flatMap((phrasing) => {
        const finding = find(policy, index, phrasing.text);
        const to = kind === 'sections' ? topicOf(finding) : (answerOf(finding) ?? name);
        if (to === name) return [];
        const message = `"${phrasing.text}" is listed for "${name}" but the ranking gives "${to}"`;
        return describeProblem(problemAt(phrasing, 'warning', message));
      });
    }),
  );
}

/** The topic that a finding is nearest to. */
function topicOf(finding: Finding): string | undefined {
  return finding.outcome === 'elsewhere' ? finding.topic.name : finding.closest[0]?.section.name;
}

/** A phrasing of an elsewhere topic may lead anywhere but to an answer: which neighbouring page is named is of little weight. */
function answerOf(finding: Finding): string | undefined {
  return finding.outcome === 'answered' ? finding.section.name : undefined;
}
