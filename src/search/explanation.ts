import { plainText } from '../markdown/plain-text.ts';
import { lexed } from '../policy/lexed.ts';
import { passagesOf } from '../policy/passages.ts';
import type { PolicyText, Section } from '../policy/policy.ts';
import { ANSWERED_FROM, type Finding } from './answer.ts';
import { textCounts } from './bm25.ts';
import { weightAt } from './linear-model.ts';
import type { QuestionWord } from './question.ts';
import type { SearchIndex } from './search-index.ts';
import { stemOf, wordsOf } from './words.ts';

/** So many topics are explained. */
const EXPLAINED = 3;

/** Where a word of the question stands for a topic. */
export type Through = 'heading' | 'asked-as' | 'body';

/** A word of the question, and what it did for one topic. */
export interface WordWhy {
  readonly word: string;
  /** What it was read as, where it is misspelt. */
  readonly readAs?: string;
  readonly through: readonly Through[];
  /** What the classifier holds it to say, for (positive) or against (negative) the topic. */
  readonly weight?: number;
}

/** How one topic got its score; every part from 0 to 1. */
export interface TopicWhy {
  readonly number: number;
  readonly name: string;
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
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

/** Explains a finding: which words matched what, and how the scores came about. */
export function explain(policy: PolicyText, index: SearchIndex, { closest, ranking }: Finding): Why {
  const { words, parts } = ranking;
  const elsewhere = ranking.elsewhere === undefined ? undefined : policy.elsewhere[ranking.elsewhere];
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
        words: words.filter(isContentKnown).map((word) => wordWhy(word, { index, section, at })),
      };
    }),
  };
}

function isContentKnown({ isContent, number }: QuestionWord): boolean {
  return isContent && number !== undefined;
}

function wordWhy(
  { written, read, stem, number = -1 }: QuestionWord,
  { index, section, at }: { index: SearchIndex; section: Section; at: number },
): WordWhy {
  const { tables } = index;
  const holds = (text: string) => wordsOf(text).some((word) => stemOf(word) === stem);
  const isIn: Record<Through, boolean> = {
    heading: holds(section.heading),
    'asked-as':
      isAsked(index, { at, stem: number, passageCount: passagesOf(lexed(section)).length }) &&
      !(tables.kind === 'fields' && holds(section.heading)),
    body: holds(plainText(section.body)),
  };
  return {
    word: written,
    ...(read === written ? {} : { readAs: read }),
    through: (['heading', 'asked-as', 'body'] as const).filter((field) => isIn[field]),
    ...(tables.kind === 'phrasings' ? { weight: rounded(weightAt(tables.model, number, at)) } : {}),
  };
}

/** Whether a phrasing of the section holds a stem. */
function isAsked(
  { tables }: SearchIndex,
  { at, stem, passageCount }: { at: number; stem: number; passageCount: number },
): boolean {
  if (tables.kind === 'fields') return textCounts(tables.headings, stem).has(at);
  const ownUnits = textCounts(tables.units, stem).keys();
  const first = tables.targets.indexOf(at);
  // A section's units stand in order: its heading, its passages, then the phrasings.
  return [...ownUnits].some((unit) => tables.targets[unit] === at && unit > first + passageCount);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
