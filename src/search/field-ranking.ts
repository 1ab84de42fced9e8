import { passagesOf } from '../policy/passages.ts';
import type { LexedSection } from '../policy/policy.ts';
import { inverseDocumentFrequency, largest, scoreTexts, type Term } from './bm25.ts';
import { type FieldIndex, type FieldTables, likenessWeight } from './field-index.ts';
import { exactKeys } from './folder-words.ts';
import { nearStems } from './near-words.ts';
import { type QuestionWord, stemsIn } from './words.ts';

const RANKING = Object.freeze({
  /** How soon repeating a word stops to count, and how much less the words of a long text count. */
  bm25: { k1: 1.2, b: 0.8 },
  /** What a word counts in a heading, and in what a section stands under, against one in its body. */
  heading: 6,
  parents: 2,
  /** What the whole file's bodies as one text count, and the section that introduces what a section stands under. */
  around: 0.2,
  /** Without stop words accuracy is 2 to 3 points lower, as what, how and may tell entries apart; at full weight too. */
  stopWord: 0.4,
  /** A corrected word may be the wrong one. */
  corrected: 0.7,
  /**
   * What the squared cosine of question and heading counts where all headings are questions: those are like what is
   * asked, while a title of one word is like any question that holds it.
   */
  likeness: 45,
  /** What is left of the score of a table of contents, which holds the words of all that it points to. */
  contents: 0.3,
  /** What a heading's words count for the passages below the first: an answer stands under its question. */
  underHeading: 0.3,
  /** How much of a word is held where something near it is, for each part of its share. */
  nearHeld: 3,
  /** What near words count of it where one word is asked alone: "vacation" in a body before a heading "Sick leave". */
  nearAlone: 0.5,
  /** Nobody is sent to an elsewhere topic that holds less of the question than this. */
  elsewhereFrom: 0.55,
  /** The confidence where only stop words are asked for, and a heading holds them all: it is named, and no answer. */
  named: 0.1,
  /**
   * The confidence 0.5, of the best score times the root of the share that is held: for each part of the question's rarity
   * where that is all of the question, or the question has all of the heading, or one word; else for as many words of mean
   * rarity. Of "does it support LDAP" a section on support says little.
   */
  answeredFrom: { whole: 0.38, partly: 1.6 },
});

/** A word of a question, and the known stems that may mean the same. */
interface NearWord extends QuestionWord {
  readonly rarity: number;
  readonly near: Term['stems'];
}

/** Scores sections by the words of their fields and of what is around them, and by how like the heading is. */
export function rankByFields(index: FieldIndex, asked: string, words: readonly QuestionWord[]) {
  const { tables, sectionCount } = index;
  const rarityOf = (stem = -1) => tables.rarities[stem] ?? inverseDocumentFrequency(tables.files.length, 0);
  const [only, another] = words.filter(({ isContent }) => isContent);
  const part = another === undefined && only?.number !== undefined ? RANKING.nearAlone : 1;
  const near = nearStems(words, index, rarityOf).map((own) =>
    own.map(({ stem, share }) => ({ stem, share: part * share })),
  );
  const read = words.map((word, at) => ({ ...word, rarity: rarityOf(word.number), near: near[at] ?? [] }));
  const relevance = relevanceOf(tables, read);
  const [whole, own] = exactKeys(asked);
  const exact = tables.exact.get(whole) ?? tables.exact.get(own) ?? [];
  const most = largest(relevance);
  // All others stay below what is asked for by its very words.
  for (const at of exact) relevance[at] = (relevance[at] ?? 0) + most;
  const top = largest(relevance);
  const best = relevance.indexOf(top);
  const { held, total, count } = coverageOf(tables, read, best);
  const closeness = exact.length > 0 ? 1 : held / (total || 1);
  const inHeading = words.filter(
    ({ number }) => number !== undefined && tables.headings.textsHolding(number).includes(best),
  );
  const least = count === 0 && inHeading.length === words.length ? RANKING.named : 0;
  const named = new Set(inHeading.map(({ number }) => number)).size;
  const isWhole = closeness >= 1 || count <= 1 || named === tables.headings.lengths[best];
  const from = isWhole ? RANKING.answeredFrom.whole : RANKING.answeredFrom.partly / count;
  const found = confidenceOf(most / (total || 1), closeness, from);
  const sure = exact.length > 0 ? 1 : Math.max(least, found);
  // Also where a section is as near, as that section has not answered.
  const topic = closeness < RANKING.elsewhereFrom ? -1 : relevance.indexOf(top, sectionCount);
  return {
    kind: 'fields' as const,
    /** How sure it is that the folder answers, 0 to 1: from 0.5 upward it does. */
    confidence: best < sectionCount ? sure : 0,
    /** Each section's, then each elsewhere topic's score. */
    relevance,
    /** Those scores as shares of the best, 0 to 1. */
    nearness: relevance.map((score) => score / (top || 1)),
    /** The share of the question's content words, weighted by rarity, that the best text holds, 0 to 1. */
    closeness,
    /** The index of the elsewhere topic that is nearest, if one is near. */
    elsewhere: () => (topic === -1 ? undefined : topic - sectionCount),
    passageVotes: (section: LexedSection) => votesOfWords(index, section, words),
  };
}

/** What each text scores, none of them by its very words. */
function relevanceOf(tables: FieldTables, words: readonly NearWord[]): Float64Array {
  const { headings, bodies, parents, fileBodies, files, leads, contents, questionShare } = tables;
  const terms = termsOf(words);
  const fields = [
    { ...headings, weight: RANKING.heading },
    { ...bodies, weight: 1 },
    { ...parents, weight: RANKING.parents },
  ];
  const { scores: own } = scoreTexts(fields, terms, RANKING.bm25);
  const { scores: ofFiles } = scoreTexts([{ ...fileBodies, weight: 1 }], terms, RANKING.bm25);
  const likeness = questionShare === 0 ? undefined : likenessOf(tables, words);
  return own.map((score, at) => {
    const around = (ofFiles[files[at] ?? 0] ?? 0) + (own[leads[at] ?? -1] ?? 0);
    const like = RANKING.likeness * questionShare * (likeness?.[at] ?? 0) ** 2;
    const sum = score + (score > 0 ? RANKING.around * around : 0) + like;
    return contents[at] === 1 ? RANKING.contents * sum : sum;
  });
}

/** The words to look for, each once, with what is near them but for what is asked for itself. */
function termsOf(words: readonly NearWord[]): Term[] {
  const asked = new Set(words.map(({ number }) => number));
  const terms = new Map<string, Term>();
  for (const { stem, number, isContent, written, read, rarity, near } of words) {
    const weight = rarity * (isContent ? 1 : RANKING.stopWord) * (written === read ? 1 : RANKING.corrected);
    if (weight <= (terms.get(stem)?.weight ?? 0)) continue;
    const own = number === undefined ? [] : [{ stem: number, share: 1 }];
    terms.set(stem, { weight, stems: [...own, ...near.filter((each) => !asked.has(each.stem))] });
  }
  return [...terms.values()];
}

/** The cosine of the question and each text's heading, by which a heading that says more than is asked is less like it. */
function likenessOf({ headings, headingNorms }: FieldTables, words: readonly NearWord[]): Float64Array {
  const likeness = new Float64Array(headingNorms.length);
  // Unknown words are kept by what is written, known ones by their stem.
  const weights = new Map(
    words.map(({ number, written, rarity }) => [number ?? written, likenessWeight(rarity)]),
  );
  for (const [stem, weight] of weights) {
    if (typeof stem === 'string') continue;
    for (const text of new Set(headings.textsHolding(stem)))
      likeness[text] = (likeness[text] ?? 0) + weight ** 2;
  }
  const norm = Math.hypot(...weights.values());
  return likeness.map((product, at) => product / (norm * (headingNorms[at] || 1)));
}

/** How many content words are asked, how rare they are together, and those of them that a text holds. */
function coverageOf({ headings, bodies, parents }: FieldTables, words: readonly NearWord[], text: number) {
  const isHeld = (stem: number) =>
    [headings, bodies, parents].some(({ textsHolding }) => textsHolding(stem).includes(text));
  let held = 0;
  let total = 0;
  let count = 0;
  for (const { number, isContent, near, rarity } of words) {
    if (!isContent) continue;
    const nearest = RANKING.nearHeld * largest(near.map(({ stem, share }) => (isHeld(stem) ? share : 0)));
    count += 1;
    total += rarity;
    held += rarity * (number !== undefined && isHeld(number) ? 1 : nearest);
  }
  return { held, total, count };
}

/** Near 1 where the score, times the root of the share that is held, is many times that to answer from, which becomes 0.5. */
function confidenceOf(score: number, closeness: number, from: number): number {
  const share = (Math.sqrt(closeness) * score) / from;
  return share < 1 ? 0.5 * share : 1 - 0.5 / share;
}

/** Votes, each for a passage by its number. */
export type Votes = readonly (readonly [passage: number, vote: number])[];

/** Where there are no phrasings, each passage has the squared weight of the question's words that it and its heading hold. */
function votesOfWords(
  { tables, language }: FieldIndex,
  { tokens }: LexedSection,
  words: readonly QuestionWord[],
): Votes {
  const asked = words.filter(({ isContent }) => isContent);
  const rarityOf = new Map(asked.map(({ stem, number = -1 }) => [stem, tables.rarities[number] ?? 0]));
  const passages = passagesOf(tokens);
  return passages.map(({ text, isHeading, under }, at) => {
    const own = stemsIn(language, text);
    const headed = stemsIn(language, under?.text ?? '');
    const share = under === passages[at - 1] ? 1 : RANKING.underHeading;
    const shareOf = (stem: string) => (headed.has(stem) ? share : 0);
    const held = [...rarityOf].map(([stem, rarity]) => rarity * (own.has(stem) ? 1 : shareOf(stem)));
    return [at + 1, isHeading ? 0 : held.reduce((sum, part) => sum + part, 0) ** 2];
  });
}
