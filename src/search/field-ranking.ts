import {
  type BitSet,
  hasNumber,
  holds,
  inverseDocumentFrequency,
  largest,
  type Numbers,
  type Postings,
  scoreTexts,
  stemWeight,
  type Term,
} from './bm25.ts';
import type { Language, QuestionWord } from './words.ts';

const RANKING = Object.freeze({
  heading: { k1: 1.2, b: 0.75 },
  /** Long bodies hold more of all words: their length lowers the score more than usual. */
  body: { k1: 1.2, b: 0.9 },
  parents: { k1: 1.2, b: 0.75 },
  /** What a section stands under says less of it than its own words. */
  parentsShare: 0.7,
  /** Without stop words accuracy is 2 to 3 points lower, as what, how and may tell entries apart; at full weight too. */
  stopWord: 0.4,
  /** A corrected word may be the wrong one. */
  corrected: 0.7,
  /**
   * How much the squared cosine of question and heading counts beside BM25, and how much more where all headings are
   * questions: those are like what is asked, while a title of one word is like any question that holds it.
   */
  likeness: 4,
  likenessOfQuestions: 22,
  /** Of the confidence above 0.5: the share where two sections score alike, and what the lead over the second adds. */
  uncertain: 0.4,
  lead: 0.55,
  /** What is left of the score of a table of contents, which holds the words of all that it points to. */
  contents: 0.3,
  /**
   * The share of the question's weight that the best section holds, from which it answers; the confidence 0.5. Of
   * questions to real documentation in English one in twenty is refused here, of those to the written folders of
   * test/eval, which share fewer words with the answers, one in four; at 0.33 it is one in eight and four in ten.
   */
  coveredFrom: 0.26,
});

/** For any other folder: the texts are the sections, then the elsewhere topics, in two fields. */
export interface FieldTables {
  readonly kind: 'fields';
  /** With the tables, as what ranks by phrasings has no use for it. */
  readonly rank: typeof rankByFields;
  /** Headings, and what phrasings there are. */
  readonly headings: Postings;
  readonly bodies: Postings;
  /** What the sections stand under: the file's title and the headings above, and the file's name. */
  readonly parents: Postings;
  /** How many texts hold each stem in heading or body: where all are about one thing, its name tells none from others. */
  readonly holding: Numbers;
  /** The texts of each heading and phrasing by its words, and the first section of each title. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** The share of headings that end in a question mark. */
  readonly questionShare: number;
  /** The length of each heading as a vector of its stems' weights. */
  readonly headingNorms: Float32Array;
  /** The texts that are little but links to others. */
  readonly contents: BitSet;
}

/** The scores of sections where there is little but their own words. */
export interface FieldRanking {
  readonly kind: 'fields';
  /** How sure it is that the folder answers, 0 to 1: from 0.5 upward it does. */
  readonly confidence: number;
  /** Each section's, then each elsewhere topic's score: BM25 over its fields, and the likeness of its heading. */
  readonly relevance: readonly number[];
  /** Those scores as shares of the best, 0 to 1. */
  readonly nearness: readonly number[];
  /** The share of the question's content words, weighted by rarity, that the best text holds, 0 to 1. */
  readonly closeness: number;
}

/** A question as it was asked, and as its words were read. */
export interface ReadQuestion {
  readonly text: string;
  readonly words: readonly QuestionWord[];
}

/** Scores sections by BM25 over headings, bodies and what they stand under, and by how like the heading is. */
export function rankByFields(
  tables: FieldTables,
  { text: asked, words }: ReadQuestion,
  { sectionCount, language }: { readonly sectionCount: number; readonly language?: Language },
): FieldRanking {
  const terms = termsOf(words);
  const { headings, bodies, parents, holding, contents } = tables;
  const { scores: headingScores } = scoreTexts(headings, terms, { ...RANKING.heading, holding });
  const { scores: bodyScores } = scoreTexts(bodies, terms, { ...RANKING.body, holding });
  const { scores: parentScores } = scoreTexts(parents, terms, { ...RANKING.parents, holding });
  const likeness = likenessOf(tables, words);
  const weight = RANKING.likeness + RANKING.likenessOfQuestions * tables.questionShare;
  const relevance = Array.from(bodyScores, (score, at) => {
    const sum =
      score +
      (headingScores[at] ?? 0) +
      RANKING.parentsShare * (parentScores[at] ?? 0) +
      weight * (likeness[at] ?? 0) ** 2;
    return hasNumber(contents, at) ? RANKING.contents * sum : sum;
  });
  const exact = tables.exact.get(language?.exactKey(asked) ?? '') ?? [];
  const most = largest(relevance);
  // All others stay below what is asked for by its very words.
  for (const at of exact) relevance[at] = (relevance[at] ?? 0) + most;
  const top = largest(relevance);
  const best = relevance.indexOf(top);
  const isExact = exact.length > 0;
  const closeness = isExact ? 1 : most === 0 ? 0 : coverageOf(tables, words, best);
  const second = largest(relevance.filter((_, at) => at !== best));
  const sureness = isExact ? 1 : RANKING.uncertain + RANKING.lead * (1 - second / (top || 1));
  return {
    kind: 'fields',
    confidence: best < sectionCount ? confidenceOf(closeness, sureness) : 0,
    relevance,
    nearness: relevance.map((score) => (top === 0 ? 0 : score / top)),
    closeness,
  };
}

function termsOf(words: readonly QuestionWord[]): Term[] {
  const weights = new Map<number, number>();
  for (const { number, isContent, written, read } of words) {
    if (number === undefined) continue;
    const weight = (isContent ? 1 : RANKING.stopWord) * (written === read ? 1 : RANKING.corrected);
    weights.set(number, Math.max(weights.get(number) ?? 0, weight));
  }
  return Array.from(weights, ([stem, weight]) => ({ stem, weight }));
}

/** The cosine of the question and each text's heading, by which a heading that says more than is asked is less like it. */
function likenessOf(
  { headings, headingNorms, holding }: FieldTables,
  words: readonly QuestionWord[],
): Float64Array {
  const count = headingNorms.length;
  const likeness = new Float64Array(count);
  // Unknown words are kept by what is written, known ones by their stem.
  const weights = new Map(
    words.map(({ number, written }) => [number ?? written, stemWeight(count, holding[number ?? -1] ?? 0)]),
  );
  for (const [stem, weight] of weights) {
    if (typeof stem === 'string') continue;
    let before = -1;
    for (const text of headings.textsHolding(stem)) {
      if (text !== before) likeness[text] = (likeness[text] ?? 0) + weight * weight;
      before = text;
    }
  }
  const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return likeness.map((product, at) => (product === 0 ? 0 : product / (norm * (headingNorms[at] ?? 1))));
}

function coverageOf(
  { headings, bodies, parents, holding }: FieldTables,
  words: readonly QuestionWord[],
  text: number,
): number {
  const fields = [headings, bodies, parents];
  let held = 0;
  let total = 0;
  for (const { number, isContent } of words) {
    if (!isContent) continue;
    const rarity = inverseDocumentFrequency(bodies.lengths.length, holding[number ?? -1] ?? 0);
    total += rarity;
    if (number !== undefined && fields.some((field) => holds(field, number, text))) held += rarity;
  }
  return total === 0 ? 0 : held / total;
}

/** The coverage mapped in two straight lines, so that the one to answer from becomes 0.5, and full coverage what is sure. */
function confidenceOf(coverage: number, sureness: number): number {
  const from = RANKING.coveredFrom;
  return coverage < from ? (0.5 * coverage) / from : 0.5 + (0.5 * sureness * (coverage - from)) / (1 - from);
}
