import type { TopicWhy, Why, WordWhy } from '../search/explanation.ts';

/** An explanation for a person: a paragraph a topic, best first; ends in a newline. */
export function renderWhy({ cutOff, confidence, unknown, elsewhere, topics }: Why): string {
  const verdict = confidence >= cutOff ? 'answered' : 'not answered';
  return [
    `Why: confidence ${confidence.toFixed(2)}, answered from ${cutOff.toFixed(2)}: ${verdict}`,
    ...(unknown.length === 0 ? [] : [`Words not known: ${unknown.join(', ')}`]),
    ...(elsewhere === undefined
      ? []
      : [
          `Nearest is a question answered elsewhere: ${elsewhere.name} (closeness ${elsewhere.closeness.toFixed(2)})`,
        ]),
    ...topics.flatMap((topic) => ['', ...topicLines(topic)]),
    '',
  ].join('\n');
}

function topicLines({ number, name, score, parts, words }: TopicWhy): string[] {
  const shares = Object.entries(parts).map(([part, share]) => `${part} ${share.toFixed(2)}`);
  const width = Math.max(0, ...words.map((word) => label(word).length));
  return [
    `${number} ${name}: score ${score.toFixed(2)} (${shares.join(', ')})`,
    ...words.map((word) => `  ${label(word).padEnd(width)}  ${where(word)}`),
  ];
}

function label({ word, readAs }: WordWhy): string {
  return readAs === undefined ? word : `${word} (read as ${readAs})`;
}

function where({ through, weight }: WordWhy): string {
  const fields = through.length === 0 ? 'not here' : `in ${through.join(', ')}`;
  return weight === undefined
    ? fields
    : `${fields}; ${weight < 0 ? 'against' : 'for'} it ${Math.abs(weight).toFixed(1)}`;
}
