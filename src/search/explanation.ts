import { lex, plainText } from '../markdown/lex.ts';
import { passagesOf } from '../policy/passages.ts';
import type { Section } from '../policy/policy.ts';
import { ANSWERED_FROM, type Finding } from './answer.ts';
import type { SearchablePolicy } from './answering-passage.ts';
import { weightFor } from './linear-model.ts';
import { nearestUnits } from './phrasing-ranking.ts';
import type { PhrasingTables, SearchIndex } from './search-index.ts';
import { type QuestionWord, stemsIn } from './words.ts';

/** How many topics are explained. */
const EXPLAINED = 3;

/** The fields of a topic that may hold a word, in the order they are named. */
const FIELDS = ['heading', 'asked-as', 'body'] as const;

/** Why a question was answered as it was. */
export type Why = ReturnType<typeof explain>;

/** How one topic got its score. */
export type TopicWhy = Why['topics'][number];

/**
 * Explains a finding: which words matched what, and how the scores came about.
 *
 * @param unitTexts those of the index, where they are told.
 */
export function explain(
  { policy, index }: SearchablePolicy,
  { closest, ranking, outcome }: Finding,
  unitTexts: readonly string[] = [],
) {
  const { words, parts } = ranking;
  const unknown = words.filter(({ number }) => number === undefined);
  const known = words.filter(({ number, isContent }) => isContent && number !== undefined);
  const elsewhere = outcome === 'answered' ? undefined : policy.elsewhere[parts.elsewhere() ?? -1];
  return {
    /** The score from which a topic is answered. */
    cutOff: ANSWERED_FROM,
    /** How sure it is that the policy answers at all: the best topic's score. */
    confidence: rounded(parts.confidence),
    /** Words that no heading, body or phrasing holds, nor anything near them. */
    unknown: [...new Set(unknown.map(({ written }) => written))],
    /** The topic asked about elsewhere that is nearer than any of the policy's, and how much of the question it holds. */
    elsewhere: elsewhere && { name: elsewhere.name, closeness: rounded(parts.closeness) },
    /** The first topics, best first. */
    topics: closest.slice(0, EXPLAINED).map(({ section, at, score }) => ({
      number: section.number,
      name: section.name,
      score: rounded(score),
      /** From 0 to 1. */
      parts: scoreParts(parts, at),
      /** The phrasing, heading or start of a passage that is nearest to the question, where phrasings are known. */
      nearest: parts.kind === 'phrasings' ? unitTexts[nearestUnits(parts, at, 1)[0] ?? -1] : undefined,
      words: known.map(wordWhyIn(index, section, at)),
    })),
  };
}

function scoreParts(parts: Finding['ranking']['parts'], at: number): Readonly<Record<string, number>> {
  const nearness = rounded(parts.nearness[at] ?? 0);
  return parts.kind === 'phrasings'
    ? { model: rounded(parts.modelled[at] ?? 0), nearest: nearness }
    : { words: nearness, closeness: rounded(parts.closeness) };
}

/** Tells where a known word of a question stands in a section, and what it weighs. */
function wordWhyIn(index: SearchIndex, section: Section, at: number) {
  const { tables } = index;
  // Once a section, not once a word: to parse megabytes takes seconds.
  const heading = stemsIn(index.language, section.heading);
  const body = stemsIn(index.language, plainText(section.body));
  const asks =
    tables.kind === 'fields'
      ? (stem: number) => tables.headings.textsHolding(stem).includes(at)
      : askedInUnits(tables, section, at);
  return ({ written, read, stem, number = -1 }: QuestionWord) => {
    const isAsked = asks(number) && !(tables.kind === 'fields' && heading.has(stem));
    const isIn = { heading: heading.has(stem), 'asked-as': isAsked, body: body.has(stem) };
    return {
      word: written,
      /** The word that it was taken to misspell, if any. */
      readAs: read === written ? undefined : read,
      /** The topic's fields that hold it. */
      through: FIELDS.filter((field) => isIn[field]),
      /** The classifier's weight for it: positive speaks for the topic, negative against it. */
      weight: tables.kind === 'phrasings' ? rounded(weightFor(tables.model, number, at)) : undefined,
    };
  };
}

/** Tells by its number whether a phrasing of a section holds a stem. */
function askedInUnits({ units, targets }: PhrasingTables, section: Section, at: number) {
  // A section's units stand in order: its heading, its passages, then the phrasings.
  const firstPhrasing = targets.indexOf(at) + 1 + passagesOf(lex(section.body)).length;
  return (stem: number) =>
    units.textsHolding(stem).some((unit) => targets[unit] === at && unit >= firstPhrasing);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
