import type { LoadedPolicy } from '../../src/policy/load.ts';
import type { AskedAs, Elsewhere, Section } from '../../src/policy/policy.ts';
import { find } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { groupedBy, type Measured, measure, measuresOf } from './measures.ts';
import type { Question } from './question.ts';

const FOLDS = 5;

/**
 * Every phrasing of the sections, or of what is asked elsewhere, as a question to a policy that knows neither it nor
 * the rest of its fold; `style` is the topic that lists it.
 */
export function crossValidate({ policy, askedAs }: LoadedPolicy, kind: keyof AskedAs): Measured[] {
  const topics: readonly (Section | Elsewhere)[] = policy[kind];
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isHeldOut = (at: number) => at % FOLDS === fold;
    const known = askedAs[kind].map((phrasings) => phrasings.filter((_, at) => !isHeldOut(at)));
    const index = buildIndex(policy, { ...askedAs, [kind]: known });
    const questions = topics.flatMap((topic, at): Question[] => {
      const sections = 'anchor' in topic ? [topic.anchor] : [];
      const heldOut = (askedAs[kind][at] ?? []).filter((_, place) => isHeldOut(place));
      return heldOut.map(({ text }) => ({ question: text, sections, style: topic.name }));
    });
    return measure((question) => {
      const { closest, outcome } = find(policy, index, question);
      return { ranked: closest.map(({ section }) => section.anchor), isAnswered: outcome === 'answered' };
    }, questions);
  }).flat();
}

/** The topics whose phrasings would be answered wrong most often if they were not listed, of those with enough to tell. */
export function mostMisled(measured: readonly Measured[]): (readonly [name: string, Measured[]])[] {
  return [...groupedBy(measured, ({ question }) => question.style)]
    .filter(([, { length }]) => length >= 8)
    .sort(([, a], [, b]) => measuresOf(b).wrong - measuresOf(a).wrong)
    .slice(0, 12);
}
