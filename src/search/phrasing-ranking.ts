import {
  bestFirst,
  inverseDocumentFrequency,
  largest,
  type Numbers,
  scoreTexts,
  type TextScores,
} from './bm25.ts';
import { classProbabilities, probabilities, softmax } from './linear-model.ts';
import { firstWhere, grouped } from './lookup.ts';
import type { PhrasingTables } from './search-index.ts';
import { isRemark, type QuestionWord } from './words.ts';

const RANKING = Object.freeze({
  /** BM25 over units: length counts less than the usual 0.75, as a long phrasing is no worse than a short one. */
  bm25: { k1: 1.2, b: 0.5 },
  /**
   * How much the nearest unit says beside the model, in nats for the nearest of all. With 2.5 more real remarks are
   * refused, with 1.5 and less more is answered that the policy does not say.
   */
  nearest: 2,
  /** Keeps the logarithm of a probability finite. */
  leastProbability: 1e-4,
  /**
   * A logistic regression on phrasings and remarks that the ranking did not know: it weighs the odds that the policy
   * answers, and the lead of the likeliest section over the next. Who makes a remark that two sections could answer mostly
   * asks for neither: of real remarks that have no answer 16 instead of 21 % are answered where as many others are refused.
   */
  confidence: {
    question: { odds: 0.83, lead: 0.17, from: -0.1 },
    remark: { odds: 0.73, lead: 0.59, from: -0.2 },
  },
  /** The nearest units of an elsewhere topic that speak for it, each by its score over its rank; 3 to 5 measure alike. */
  voters: 5,
  /** Nobody is sent to an elsewhere topic whose nearest unit holds less of the question than this, 0 to 1. */
  elsewhereFrom: 0.3,
  /** Nor to one whose nearest units all say more else: of a question about love, "I would love to help …" is a fifth. */
  elsewhereHeld: 0.3,
  /**
   * A section is asked for in its own words where its units hold those of the question as often as this share of them. In
   * less, of some eight, it is as much surer by chance: "in reality" is in four texts of a section, "What is reality?" in none.
   */
  usualShare: 0.0125,
  /** Nobody is sent anywhere by words that are this common together, in nats of inverse document frequency: "rust" alone. */
  leastRarity: 1.3,
});

/** The scores of sections where it is known how people ask. All parts are from 0 to 1. */
export type PhrasingRanking = ReturnType<typeof rankByPhrasings>;

/** The weights of what speaks for an answer, on the scale of log odds, and how much it takes. */
type Calibration = (typeof RANKING.confidence)['question' | 'remark'];

/** Scores sections by the classifier and the nearest heading, passage or phrasing. */
export function rankByPhrasings(tables: PhrasingTables, words: readonly QuestionWord[], told: number) {
  const sectionCount = tables.remarked.length;
  const content = words.filter(({ isContent }) => isContent);
  const known = new Set(content.flatMap(({ number }) => (number === undefined ? [] : [number])));
  const terms = Array.from(known, (stem) => ({
    stems: [{ stem, share: 1 }],
    weight: rarityIn(tables, stem),
  }));
  const units = scoreTexts([{ ...tables.units, weight: 1 }], terms, RANKING.bm25);
  const nearest = nearestScores(tables.targets, units);
  const best = largest(nearest);
  const nearness = nearest.map((score) => (best === 0 ? 0 : score / best));
  const classes = classProbabilities(tables.model, words);
  const modelled = probabilities(tables.model, classes);
  // The most to expect of a unit, as one of mean length scores the rarity of each word that it holds.
  const rarity = content.reduce((sum, { number }) => sum + rarityIn(tables, number), 0);
  const kind = isRemark(words) ? 'remark' : 'question';
  // In a remark the words between say too much.
  const found = kind === 'question' ? listedFor(tables, content) : NOWHERE;
  const listed = told === NOWHERE ? found : sectionCount + told;
  const joint = jointProbabilities(modelled, nearness);
  const likely = joint.slice(0, sectionCount).map((share, at) => (at === listed ? 1 : share));
  // What a remark speaks of besides is mostly what remarks ask for often.
  const usual = kind === 'remark' ? tables.remarked : [];
  const alone = modelled.map((share, at) => share * (usual[at] ?? 1));
  const relevance = likelihoods(likely, alone);
  const confidence =
    confidenceOf(joint, RANKING.confidence[kind]) *
    usualness(tables, known, relevance.indexOf(largest(relevance)));
  return {
    kind: 'phrasings' as const,
    /** How sure it is that the policy answers: from 0.5 upward it does. */
    // What is listed settles on which side of 0.5 it is.
    confidence: listed === NOWHERE ? confidence : (confidence + Number(listed < sectionCount)) / 2,
    /** How likely each section is to answer, 0 to 1. */
    relevance,
    /** Each section's probability by the model alone. */
    modelled: modelled.slice(0, sectionCount),
    /** The same of each of the model's classes. */
    classes,
    /** The score of the nearest unit of each section, then of each elsewhere topic, as a share of the best of all. */
    nearness,
    /** How much of the question the nearest unit holds, 0 to about 1: at 1 a unit of usual length holds all of it. */
    closeness: rarity === 0 ? 0 : best / rarity,
    /** The index of the elsewhere topic that is nearest, if one is near; found out when it is asked for. */
    // Numbers alone name no page, though the phrasings of one hold them.
    elsewhere: () => {
      if (!words.some(({ isContent, stem }) => isContent && /\p{L}/u.test(stem))) return undefined;
      return listed < sectionCount
        ? nearestElsewhere(tables, known, { rarity, units })
        : listed - sectionCount;
    },
    /** The target that lists the question's words, if only one does; else -1. */
    listed,
    /** The units' BM25 scores. */
    units,
    /** The tables that it is by. */
    tables,
  };
}

/** The units of a target that hold a word of the question: so many, the nearest first. */
export function nearestUnits({ units, tables }: PhrasingRanking, target: number, most: number): number[] {
  const own = units.scored.filter((unit) => tables.targets[unit] === target);
  return bestFirst(own, units.scores, most);
}

/** The index of the elsewhere topic whose units are nearest together, if they are near at all. */
function nearestElsewhere(
  { targets, remarked: { length: sectionCount }, units: { lengths, textsHolding } }: PhrasingTables,
  known: ReadonlySet<number>,
  { rarity, units }: { readonly rarity: number; readonly units: TextScores },
): number | undefined {
  const targetOf = (unit: number) => targets[unit] ?? 0;
  const near = Array.from(units.scored.filter((unit) => targetOf(unit) >= sectionCount));
  const byTarget = grouped(near.map((unit) => [targetOf(unit), unit]));
  const [best] = Array.from(byTarget, ([target, own]) => {
    const voters = bestFirst(Uint32Array.from(own), units.scores, RANKING.voters);
    const votes = voters.reduce((sum, unit, rank) => sum + (units.scores[unit] ?? 0) / (rank + 1), 0);
    return { target, voters, votes };
  }).sort((a, b) => b.votes - a.votes);
  if (best === undefined) return undefined;
  const heldIn = (unit: number) => [...known].filter((stem) => textsHolding(stem).includes(unit)).length;
  const isNear =
    rarity >= RANKING.leastRarity &&
    (units.scores[best.voters[0] ?? 0] ?? 0) >= RANKING.elsewhereFrom * rarity &&
    best.voters.some((unit) => heldIn(unit) >= RANKING.elsewhereHeld * (lengths[unit] ?? 0));
  return isNear ? best.target - sectionCount : undefined;
}

/** How usual some stems are where people ask for a section, 0 to 1. */
function usualness({ targets, units }: PhrasingTables, stems: ReadonlySet<number>, section: number): number {
  const start = targets.indexOf(section);
  const end = targets.lastIndexOf(section) + 1;
  const held = Array.from(stems, (stem) => {
    const texts = units.textsHolding(stem);
    const before = (unit: number) => firstWhere(texts.length, (at) => (texts[at] ?? 0) >= unit);
    return before(end) - before(start);
  });
  return Math.min(1, held.reduce((sum, count) => sum + count, 0) / (RANKING.usualShare * (end - start)));
}

/** The probability of each section, and last that of no answer, by the model and the nearest units together. */
function jointProbabilities(modelled: readonly number[], nearness: readonly number[]): number[] {
  const sectionCount = modelled.length - 1;
  const near = [...nearness.slice(0, sectionCount), largest(nearness.slice(sectionCount))];
  return softmax(modelled.map((share, at) => logarithm(share) + RANKING.nearest * (near[at] ?? 0)));
}

/** How likely a section behind the first is at the most, as a share of the first. */
const BEHIND_FIRST = 0.999999;

/**
 * The first section is as likely as the model and the nearest unit say together. Each further one is as likely as they say
 * or as the model says alone, whichever is more, but less than the first: a phrasing that happens to be near should not
 * hide what else a remark is about.
 */
function likelihoods(joint: readonly number[], alone: readonly number[]): number[] {
  const first = largest(joint);
  return joint.map((probability, at) => {
    const either = Math.max(probability, alone[at] ?? 0);
    return probability === first ? first : Math.min(BEHIND_FIRST * first, either);
  });
}

/** In place of a target's number. */
const NOWHERE = -1;

/** The only target of the units that hold a question's content words and no others. */
function listedFor({ units, targets }: PhrasingTables, content: readonly QuestionWord[]): number {
  const [rarest = [], ...others] = content
    .map(({ number }) => (number === undefined ? new Uint32Array() : units.textsHolding(number)))
    .sort((a, b) => a.length - b.length);
  const equal = [...rarest].filter(
    (unit) => units.lengths[unit] === content.length && others.every((holding) => holding.includes(unit)),
  );
  const [target = NOWHERE, ...more] = new Set(equal.map((unit) => targets[unit]));
  return more.length === 0 ? target : NOWHERE;
}

/** The score of each target's best unit. */
function nearestScores(targets: Numbers, { scores, scored }: TextScores): number[] {
  const nearest = new Float64Array(1 + (targets.at(-1) ?? -1));
  for (let at = 0; at < scored.length; at += 1) {
    const unit = scored[at] ?? 0;
    const target = targets[unit] ?? 0;
    const score = scores[unit] ?? 0;
    if (score > (nearest[target] ?? 0)) nearest[target] = score;
  }
  return Array.from(nearest);
}

function rarityIn({ units }: PhrasingTables, stem: number | undefined): number {
  const holding = stem === undefined ? 0 : units.holdingCount(stem);
  return inverseDocumentFrequency(units.lengths.length, holding);
}

/** How sure it is that the policy answers, by the probability of each section and last that of no answer. */
function confidenceOf(joint: readonly number[], { odds, lead, from }: Calibration): number {
  const [first = 0, second = 0] = joint.slice(0, -1).sort((a, b) => b - a);
  const none = joint.at(-1) ?? 1;
  const log = (part: number, other: number) => logarithm(part) - logarithm(other);
  return 1 / (1 + Math.exp(from - odds * log(1 - none, none) - lead * log(first, second)));
}

function logarithm(probability: number): number {
  return Math.log(probability + RANKING.leastProbability);
}
