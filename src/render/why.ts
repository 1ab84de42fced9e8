import type { TopicWhy, Why } from '../search/explanation.ts';
import { firstLine } from './layout/wrap.ts';

const TELLING = Object.freeze({
  /** A weight that is smaller, either way, tells nothing beside the others. */
  leastWeight: 0.3,
  /** Columns of a passage: enough to know it by. */
  passage: 60,
});

/** An explanation in sentences, for who maintains a folder's phrasings; ends in a newline. */
export function renderWhy({ cutOff, confidence, unknown, elsewhere, topics }: Why, passage?: string): string {
  const [best, ...others] = topics;
  const misspelt = best?.words.flatMap(({ word, readAs = '' }) =>
    readAs === '' ? [] : [`"${word}" as "${readAs}"`],
  );
  const isAnswered = confidence >= cutOff;
  return [
    `Why: ${isAnswered ? 'answered' : 'not answered'}, ${confidence.toFixed(2)} sure; it takes ${cutOff.toFixed(2)}.`,
    ...listed('Read as', misspelt ?? []),
    ...listed('Nothing here holds', unknown),
    ...(best === undefined ? [] : [`${best.name} comes first (${best.score.toFixed(2)}). ${reasons(best)}`]),
    ...(passage ? [`The passage that answers best: "${firstLine(passage, TELLING.passage)}".`] : []),
    ...others.map((topic) => `Then ${topic.name} (${topic.score.toFixed(2)}). ${reasons(topic)}`),
    ...(elsewhere === undefined ? [] : [`Of what other pages answer, ${elsewhere.name} is nearest.`]),
    '',
  ].join('\n');
}

/** The words that speak for a topic and against it, the heaviest first, with where they stand. */
function reasons({ words, nearest }: TopicWhy): string {
  // In a folder, which has no weights, a word speaks by standing in the topic.
  const telling = words
    .map(({ weight, ...word }) => ({ ...word, weight: weight ?? (word.through.length > 0 ? 1 : -1) }))
    .filter(({ weight, through }) => Math.abs(weight) >= TELLING.leastWeight || through.length > 0)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const located = (isFor: boolean) =>
    telling
      .filter(({ weight }) => weight > 0 === isFor)
      .map(({ word, readAs = word, through }) => `${readAs} (${through.join(', ') || 'not in its texts'})`);
  return [
    ...(nearest === undefined ? [] : [`Nearest: "${nearest}".`]),
    ...listed('For it', located(true)),
    ...listed('Against it', located(false)),
    ...(telling.length === 0 ? ['No word tells for or against it.'] : []),
  ].join(' ');
}

function listed(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}: ${items.join(', ')}.`];
}
