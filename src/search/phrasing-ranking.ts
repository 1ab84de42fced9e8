import {
  hasNumber,
  holdingCount,
  inverseDocumentFrequency,
  type Numbers,
  scoreTexts,
  type TextScores,
} from './bm25.ts';
import { probabilities, softmax } from './linear-model.ts';
import type { QuestionWord } from './question.ts';
import type { PhrasingTables, SearchIndex } from './search-index.ts';

const RANKING = Object.freeze({
  /** BM25 over units: length counts less than the usual 0.75, as a long phrasing is no worse than a short one. */
  bm25: { k1: 1.2, b: 0.5 },
  /**
   * How much the nearest unit says beside the model, in nats for the nearest of all. Without it 2 points more of the
   * unanswerable questions are answered at equal refusals; 1 to 4 measure alike.
   */
  nearest: 2.5,
  /** Keeps the logarithm of a probability finite. */
  leastProbability: 1e-4,
  /** The probability that the policy answers from which it is told so; becomes the confidence 0.5. */
  answeredFrom: 0.64,
});

/** How the sections were scored where it is known how people ask. All parts are from 0 to 1. */
export interface PhrasingRanking {
  readonly kind: 'phrasings';
  /** How sure it is that the policy answers: from 0.5 upward it does. */
  readonly confidence: number;
  /** Each section's probability, model and nearness taken together; the rest to 1 is for no answer. */
  readonly relevance: readonly number[];
  /** Each section's probability by the model alone. */
  readonly modelled: readonly number[];
  /** How near each section, then each elsewhere topic, has a unit, as a share of the nearest of all. */
  readonly nearness: readonly number[];
  /** How much of the question its nearest unit holds, 0 to about 1: 1 is all of it in a unit of usual length. */
  readonly closeness: number;
  /** The units' BM25 scores. */
  readonly units: TextScores;
}

/** Scores sections by the classifier and the nearest heading, passage or phrasing. */
export function rankByPhrasings(
  tables: PhrasingTables,
  words: readonly QuestionWord[],
  { sectionCount, stems }: SearchIndex,
): PhrasingRanking {
  const content = words.flatMap(({ number, isContent }) =>
    isContent && number !== undefined ? [number] : [],
  );
  const terms = [...new Set(content)].map((stem) => ({ stem, weight: 1 }));
  const units = scoreTexts(tables.units, terms, RANKING.bm25);
  const nearest = nearestUnits(tables.targets, units);
  const best = nearest.reduce((most, score) => Math.max(most, score), 0);
  const nearness = nearest.map((score) => (best === 0 ? 0 : score / best));
  const modelWords = words.map(({ number: stem, isContent }) => ({
    stem,
    isForeign: isContent && (stem === undefined || !hasNumber(tables.native, stem)),
  }));
  const modelled = probabilities(tables.model, modelWords, stems.size);
  const nearestNone = nearness.slice(sectionCount).reduce((most, share) => Math.max(most, share), 0);
  const near = [...Array.from({ length: sectionCount }, (_, at) => nearness[at] ?? 0), nearestNone];
  const joint = softmax(
    modelled.map(
      (probability, at) =>
        Math.log(probability + RANKING.leastProbability) + RANKING.nearest * (near[at] ?? 0),
    ),
  );
  const isKnown = terms.length > 0;
  return {
    kind: 'phrasings',
    confidence: isKnown ? confidenceOf(1 - (joint[sectionCount] ?? 1)) : 0,
    relevance: joint.slice(0, sectionCount),
    modelled: modelled.slice(0, sectionCount),
    nearness,
    closeness: closenessOf(tables, words, best),
    units,
  };
}

/** Each target's best unit's score; targets ascend. */
function nearestUnits(targets: Numbers, { scores, scored }: TextScores): number[] {
  const nearest = new Float64Array(1 + (targets.at(-1) ?? -1));
  scored.forEach((unit) => {
    const target = targets[unit] ?? 0;
    const score = scores[unit] ?? 0;
    if (score > (nearest[target] ?? 0)) nearest[target] = score;
  });
  return Array.from(nearest);
}

/** A unit of mean length that holds a word once scores the word's rarity: that for all words is the most to expect. */
function closenessOf({ units }: PhrasingTables, words: readonly QuestionWord[], nearest: number): number {
  const content = words.filter(({ isContent }) => isContent);
  const expected = content.reduce((sum, { number }) => {
    const holding = number === undefined ? 0 : holdingCount(units, number);
    return sum + inverseDocumentFrequency(units.lengths.length, holding);
  }, 0);
  return expected === 0 ? 0 : nearest / expected;
}

/** Moves the probability to answer from to 0.5, on the scale of log odds. */
function confidenceOf(probability: number): number {
  const odds = (p: number) => p / (1 - p);
  if (probability >= 1) return 1;
  const shifted = odds(probability) / odds(RANKING.answeredFrom);
  return shifted / (1 + shifted);
}
