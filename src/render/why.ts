import type { Passage } from '../policy/passages.ts';
import type { LexedFinding } from '../search/answer.ts';
import type { SearchablePolicy } from '../search/answering-passage.ts';
import { explain, type TopicWhy, type Why } from '../search/explanation.ts';
import { firstLine } from './layout/wrap.ts';

const TELLING = Object.freeze({
  /** A weight that is smaller, either way, tells nothing beside the others. */
  leastWeight: 0.3,
  /** Columns of a passage: enough to know it by. */
  passage: 60,
});

/** Why a question was answered as it was: as data, and in sentences. */
export async function explained(finding: LexedFinding, searchable: SearchablePolicy, passage?: Passage) {
  const { tables } = searchable.index;
  const unitTexts = tables.kind === 'phrasings' ? await tables.unitTexts() : undefined;
  const why = explain(searchable, finding, unitTexts);
  return { json: { why }, text: `\n${renderWhy(why, passage?.text)}` };
}

/** An explanation in sentences, for who maintains a folder's phrasings; ends in a newline. */
export function renderWhy({ cutOff, confidence, unknown, elsewhere, topics }: Why, passage?: string): string {
  const [best] = topics;
  const misspelt = best?.words.flatMap(({ word, readAs = '' }) =>
    readAs === '' ? [] : [`"${word}" as "${readAs}"`],
  );
  const by = best?.nearest === undefined ? 'the words that it holds' : 'the phrasings that ask for it';
  return [
    `Why: it is ${percent(confidence)} sure that the policy answers this, and it answers from ${percent(cutOff)}.`,
    ...sentence('It read', misspelt ?? []),
    ...sentence('Nothing here holds', unknown.map(quoted)),
    ...topics.map((topic, at) => `${at === 0 ? 'Likeliest is' : 'Then comes'} ${reasons(topic)}`),
    ...(passage ? [`By ${by}, the passage "${firstLine(passage, TELLING.passage)}" answers best.`] : []),
    ...(elsewhere === undefined ? [] : [`Of what the policy does not answer, ${elsewhere.name} is nearest.`]),
    '',
  ].join('\n');
}

/** A topic, with the words that speak for it and against it, the heaviest first. */
function reasons({ name, score, words, nearest }: TopicWhy): string {
  // In a folder, which has no weights, a word speaks by standing in the topic.
  const telling = words
    .map(({ word, readAs = word, through, weight = through.length > 0 ? 1 : -1 }) => ({
      word: readAs,
      weight,
    }))
    .filter(({ weight }) => Math.abs(weight) >= TELLING.leastWeight)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const speaking = (isFor: boolean) =>
    telling.filter(({ weight }) => weight > 0 === isFor).map(({ word }) => quoted(word));
  return [
    `${name}, ${percent(score)}.`,
    ...(nearest === undefined ? [] : [`Nearest there is "${nearest}".`]),
    ...sentence('It is supported by', speaking(true)),
    ...sentence('It is weakened by', speaking(false)),
    ...(telling.length === 0 ? ['No word tells for or against it.'] : []),
  ].join(' ');
}

function sentence(start: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${start} ${LIST.format(items)}.`];
}

const LIST = new Intl.ListFormat('en-GB');

function quoted(word: string): string {
  return `"${word}"`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
