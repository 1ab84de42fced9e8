import { lex } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain-text.ts';
import { passagesOf } from '../policy/passages.ts';
import type { Section } from '../policy/policy.ts';
import { ANSWERED_FROM, type Finding } from './answer.ts';
import type { SearchablePolicy } from './answering-passage.ts';
import { holds } from './bm25.ts';
import type { FieldTables } from './field-ranking.ts';
import { weightFor } from './linear-model.ts';
import { languageIn } from './question.ts';
import type { PhrasingTables, SearchIndex } from './search-index.ts';
import type { QuestionWord } from './words.ts';

/** How many topics are explained. */
const EXPLAINED = 3;

/** The fields of a topic that may hold a word, in the order they are named. */
const FIELDS = ['heading', 'asked-as', 'body'] as const;
type WordField = (typeof FIELDS)[number];

/** A word of the question, and how it counted for one topic. */
export interface WordWhy {
  readonly word: string;
  /** The word that it was taken to misspell, if any. */
  readonly readAs?: string;
  /** The topic's fields that hold it. */
  readonly through: readonly WordField[];
  /** The classifier's weight for it: positive speaks for the topic, negative against it. */
  readonly weight?: number;
}

/** How one topic got its score; every part from 0 to 1. */
export interface TopicWhy {
  readonly number: number;
  readonly name: string;
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
  /** The phrasing, heading or start of a passage that is nearest to the question, where phrasings are known. */
  readonly nearest?: string;
  readonly words: readonly WordWhy[];
}

/** Why a question was answered as it was. */
export interface Why {
  /** The score from which a topic is answered. */
  readonly cutOff: number;
  /** How sure it is that the policy answers at all: the best topic's score. */
  readonly confidence: number;
  /** Words that no heading, body or phrasing holds, nor anything near them. */
  readonly unknown: readonly string[];
  /** The topic asked about elsewhere that is nearer than any of the policy's, and how much of the question it holds. */
  readonly elsewhere?: { readonly name: string; readonly closeness: number };
  /** The first topics, best first. */
  readonly topics: readonly TopicWhy[];
}

/**
 * Explains a finding: which words matched what, and how the scores came about.
 *
 * @param unitTexts those of the index, where they are told.
 */
export function explain(
  { policy, index }: SearchablePolicy,
  { closest, ranking, outcome }: Finding,
  unitTexts: readonly string[] = [],
): Why {
  const { words, parts } = ranking;
  const { tables } = index;
  const nearest = tables.kind === 'phrasings' ? nearestByTarget(tables, parts) : undefined;
  const elsewhere = outcome === 'answered' ? undefined : policy.elsewhere[ranking.elsewhere() ?? -1];
  return {
    cutOff: ANSWERED_FROM,
    confidence: rounded(parts.confidence),
    unknown: [...new Set(words.filter(({ number }) => number === undefined).map(({ written }) => written))],
    ...(elsewhere === undefined
      ? {}
      : { elsewhere: { name: elsewhere.name, closeness: rounded(parts.closeness) } }),
    topics: closest.slice(0, EXPLAINED).map(({ section, score }) => {
      const at = policy.sections.indexOf(section);
      return {
        number: section.number,
        name: section.name,
        score: rounded(score),
        parts:
          parts.kind === 'phrasings'
            ? { model: rounded(parts.modelled[at] ?? 0), nearest: rounded(parts.nearness[at] ?? 0) }
            : { words: rounded(parts.nearness[at] ?? 0), closeness: rounded(parts.closeness) },
        ...nearestText(unitTexts[nearest?.get(at) ?? -1]),
        words: wordsWhy(words, index, { section, at }),
      };
    }),
  };
}

function nearestText(text: string | undefined): { nearest?: string } {
  return text === undefined ? {} : { nearest: text };
}

/** Each target's nearest unit; of equally near ones the first. */
function nearestByTarget({ targets }: PhrasingTables, parts: Finding['ranking']['parts']) {
  const best = new Map<number, number>();
  if (parts.kind !== 'phrasings') return best;
  const { scores, scored } = parts.units;
  for (const unit of scored.toSorted()) {
    const target = targets[unit] ?? 0;
    if ((scores[unit] ?? 0) > (scores[best.get(target) ?? -1] ?? 0)) best.set(target, unit);
  }
  return best;
}

/** A section, and its index in the policy. */
interface SectionAt {
  readonly section: Section;
  readonly at: number;
}

function wordsWhy(words: readonly QuestionWord[], index: SearchIndex, { section, at }: SectionAt): WordWhy[] {
  const { tables } = index;
  // Once a section, not once a word: to parse megabytes takes seconds.
  const heading = stemsIn(index, section.heading);
  const body = stemsIn(index, plainText(section.body));
  const asks = tables.kind === 'fields' ? askedInField(tables, at) : askedInUnits(tables, { section, at });
  return words.flatMap(({ written, read, stem, number, isContent }) => {
    if (!isContent || number === undefined) return [];
    const isAsked = asks(number) && !(tables.kind === 'fields' && heading.has(stem));
    const isIn = { heading: heading.has(stem), 'asked-as': isAsked, body: body.has(stem) };
    return {
      word: written,
      ...(read === written ? {} : { readAs: read }),
      through: FIELDS.filter((field) => isIn[field]),
      ...(tables.kind === 'phrasings' ? { weight: rounded(weightFor(tables.model, number, at)) } : {}),
    };
  });
}

function stemsIn(index: SearchIndex, text: string): ReadonlySet<string> {
  const { termsOf, stemOf } = languageIn(index);
  return new Set(Array.from(new Set(termsOf(text)), stemOf));
}

/** Tells by its number whether the field of headings and phrasings holds a stem for a section. */
function askedInField({ headings }: FieldTables, at: number): (stem: number) => boolean {
  return (stem) => holds(headings, stem, at);
}

/** Tells by its number whether a phrasing of a section holds a stem. */
function askedInUnits(
  { units, targets }: PhrasingTables,
  { section, at }: SectionAt,
): (stem: number) => boolean {
  // A section's units stand in order: its heading, its passages, then the phrasings.
  const firstPhrasing = targets.indexOf(at) + 1 + passagesOf(lex(section.body)).length;
  return (stem) =>
    [...units.textsHolding(stem)].some((unit) => targets[unit] === at && unit >= firstPhrasing);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
