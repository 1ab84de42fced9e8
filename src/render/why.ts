import type { TopicWhy, Why } from '../search/explanation.ts';

const TELLING = Object.freeze({
  /** A weight that is smaller, either way, tells nothing beside the others. */
  leastWeight: 0.3,
  /** Characters of a passage. */
  passage: 60,
});

/** An explanation in sentences, for who maintains a folder's phrasings; ends in a newline. */
export function renderWhy({ cutOff, confidence, unknown, elsewhere, topics }: Why, passage?: string): string {
  const [best, ...others] = topics;
  const misspelt = (best?.words ?? []).filter(({ readAs }) => readAs !== undefined);
  const isAnswered = confidence >= cutOff;
  return [
    `Why: ${isAnswered ? 'answered' : 'not answered'}, ${confidence.toFixed(2)} sure; it takes ${cutOff.toFixed(2)}.`,
    ...(misspelt.length === 0 ? [] : [`Read as: ${misspelt.map(correction).join(', ')}.`]),
    ...(unknown.length === 0 ? [] : [`Nothing here holds: ${unknown.join(', ')}.`]),
    ...(best === undefined ? [] : [`${best.name} comes first (${best.score.toFixed(2)}). ${reasons(best)}`]),
    ...(passage === undefined ? [] : [`The passage that answers best: "${startOf(passage)}".`]),
    ...others.map((topic) => `Then ${topic.name} (${topic.score.toFixed(2)}). ${reasons(topic)}`),
    ...(elsewhere === undefined ? [] : [`Of what other pages answer, ${elsewhere.name} is nearest.`]),
    '',
  ].join('\n');
}

/** Enough of a passage to know it by. */
function startOf(passage: string): string {
  const line = passage.replace(/\s+/g, ' ').trim();
  const start = [...line.slice(0, 2 * TELLING.passage)].slice(0, TELLING.passage).join('');
  return start.length < line.length ? `${start.trimEnd()}...` : line;
}

function correction({ word, readAs }: TopicWhy['words'][number]): string {
  return `"${word}" as "${readAs}"`;
}

/** The words that speak for a topic and against it, the heaviest first, with where they stand. */
function reasons({ words, nearest }: TopicWhy): string {
  const heavy = words
    .filter(
      ({ weight, through }) =>
        weight === undefined || Math.abs(weight) >= TELLING.leastWeight || through.length > 0,
    )
    .toSorted((a, b) => Math.abs(b.weight ?? 0) - Math.abs(a.weight ?? 0));
  const speaking = heavy.filter(({ weight, through }) => (weight ?? through.length) > 0);
  const opposing = heavy.filter(({ weight, through }) => (weight ?? through.length) <= 0);
  const sentences = [
    ...(nearest === undefined ? [] : [`Nearest: "${nearest}".`]),
    ...(speaking.length === 0 ? [] : [`For it: ${speaking.map(located).join(', ')}.`]),
    ...(opposing.length === 0 ? [] : [`Against it: ${opposing.map(located).join(', ')}.`]),
    ...(heavy.length === 0 ? ['No word tells for or against it.'] : []),
  ];
  return sentences.join(' ');
}

function located({ word, readAs, through }: TopicWhy['words'][number]): string {
  return `${readAs ?? word} (${through.length === 0 ? 'not in its texts' : through.join(', ')})`;
}
