import type { LoadedPolicy } from '../../src/policy/load.ts';
import type { AskedAs } from '../../src/policy/policy.ts';
import { find } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { type Measured, measure } from './measures.ts';
import type { Question } from './question.ts';

const FOLDS = 5;

/** Every phrasing of a section as a question to a policy that does not know it nor the rest of its fold. */
export function crossValidate({ policy, askedAs }: LoadedPolicy): Measured[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isHeldOut = (at: number) => at % FOLDS === fold;
    const index = buildIndex(policy, without(askedAs, isHeldOut));
    const questions = policy.sections.flatMap(({ anchor }, at): Question[] =>
      (askedAs.sections[at] ?? [])
        .filter((_, place) => isHeldOut(place))
        .map(({ text }) => ({ question: text, sections: [anchor], style: 'phrasing' })),
    );
    return measure((question) => {
      const { closest, outcome } = find(policy, index, question);
      return { ranked: closest.map(({ section }) => section.anchor), isAnswered: outcome === 'answered' };
    }, questions);
  }).flat();
}

function without({ sections, elsewhere }: AskedAs, isHeldOut: (at: number) => boolean): AskedAs {
  return { sections: sections.map((phrasings) => phrasings.filter((_, at) => !isHeldOut(at))), elsewhere };
}
