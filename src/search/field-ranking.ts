import {
  type BitSet,
  type Bm25Parameters,
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
import { nearTerms } from './near-words.ts';
import type { Language, QuestionWord, Vocabulary } from './words.ts';

const RANKING = Object.freeze({
  heading: { k1: 1.2, b: 0.75 },
  /** Long bodies hold more of all words: their length lowers the score more than usual. */
  body: { k1: 1.2, b: 0.8 },
  parents: { k1: 1.2, b: 0.75 },
  /** What a section stands under says less of it than its own words. */
  parentsShare: 0.7,
  /** The whole file's bodies as one text, and the score of the section that introduces what a section stands under. */
  file: { k1: 1.2, b: 0.75 },
  fileShare: 0.2,
  leadShare: 0.2,
  /**
   * Where all headings are questions, they are what is asked: how much more they count, and how much less bodies do.
   */
  askedHeading: 0.8,
  askedBody: 0.4,
  /** Of the best sections so many are looked at word by word: how much of the question stands so close together, in words. */
  passage: { sections: 50, least: 0.3, words: 40, share: 0.5 },
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
  /** What is left of the score of a table of contents, which holds the words of all that it points to. */
  contents: 0.3,
  /** How much of a word is held where something near it is, for each part of its weight. */
  nearHeld: 1.5,
  /**
   * The confidence 0.5: the best section's score for each part of the question's rarity, times the root of the share that
   * it holds, over the logarithm of the number of texts, as among many some score by chance. Where 6 % of the right answers
   * to real documentation are refused, questions that belong elsewhere are answered in 33 %, by that share alone in 47 %.
   */
  answeredFrom: 0.068,
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
  /** The stems of each body in order. */
  readonly bodyStems: readonly Numbers[];
  /** The file of each text, ascending. */
  readonly files: Numbers;
  /** The section that introduces what each text stands under; -1 where none does. */
  readonly leads: Int32Array;
  /** The stems that may stand for a stem. */
  readonly synonyms: ReadonlyMap<string, ReadonlySet<string>>;
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
  /** Each section's, then each elsewhere topic's score: BM25 over its fields and what is around it, and its heading's likeness. */
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
  index: { readonly sectionCount: number; readonly stems: Vocabulary; readonly language?: Language },
): FieldRanking {
  const { sectionCount, language, stems } = index;
  const read = words.map((word) => ({ ...word, near: nearTerms(word, { ...tables, stems }) }));
  const terms = termsOf(tables, read);
  const relevance = relevanceOf(tables, terms, words);
  const exact = tables.exact.get(language?.exactKey(asked) ?? '') ?? [];
  const most = largest(relevance);
  // All others stay below what is asked for by its very words.
  for (const at of exact) relevance[at] = (relevance[at] ?? 0) + most;
  const top = largest(relevance);
  const best = relevance.indexOf(top);
  const isExact = exact.length > 0;
  const { held, total } = coverageOf(tables, read, best);
  const closeness = isExact ? 1 : total === 0 ? 0 : held / total;
  return {
    kind: 'fields',
    confidence:
      best >= sectionCount
        ? 0
        : isExact
          ? 1
          : confidenceOf(closeness, most / (total * Math.log(1 + relevance.length) || 1)),
    relevance,
    nearness: relevance.map((score) => (top === 0 ? 0 : score / top)),
    closeness,
  };
}

/** What each text scores, none of them by its very words. */
function relevanceOf(tables: FieldTables, terms: readonly Term[], words: readonly QuestionWord[]): number[] {
  const { headings, bodies, parents, files, leads, contents, questionShare } = tables;
  const scoresIn = (postings: Postings, parameters: Bm25Parameters) =>
    scoreTexts(postings, terms, parameters).scores;
  const byHeading = scoresIn(headings, RANKING.heading);
  const byBody = scoresIn(bodies, RANKING.body);
  const byParents = scoresIn(parents, RANKING.parents);
  const headingShare = 1 + RANKING.askedHeading * questionShare;
  const bodyShare = 1 - RANKING.askedBody * questionShare;
  const byWords = Array.from(
    byBody,
    (score, at) =>
      bodyShare * score + headingShare * (byHeading[at] ?? 0) + RANKING.parentsShare * (byParents[at] ?? 0),
  );
  const ofFiles = scoresIn(bodiesOfFiles(tables), RANKING.file);
  const likeness = likenessOf(tables, words);
  const weight = RANKING.likeness + RANKING.likenessOfQuestions * questionShare;
  const relevance = byWords.map((own, at) => {
    const around =
      RANKING.fileShare * (ofFiles[files[at] ?? 0] ?? 0) +
      RANKING.leadShare * (byWords[leads[at] ?? -1] ?? 0);
    const sum = own + (own > 0 ? around : 0) + weight * (likeness[at] ?? 0) ** 2;
    return hasNumber(contents, at) ? RANKING.contents * sum : sum;
  });
  const share = RANKING.passage.share * (1 - questionShare);
  for (const at of bestOf(relevance, RANKING.passage.sections))
    relevance[at] = (relevance[at] ?? 0) + share * closeTogether(tables, terms, at);
  return relevance;
}

/** The bodies of each file as one text. */
function bodiesOfFiles({ bodies, files }: FieldTables): Postings {
  const lengths = new Uint32Array(1 + (files.at(-1) ?? 0));
  for (const [at, file] of files.entries()) lengths[file] = (lengths[file] ?? 0) + (bodies.lengths[at] ?? 0);
  return {
    textsHolding: (stem) => bodies.textsHolding(stem).map((text) => files[text] ?? 0),
    holdingCount: bodies.holdingCount,
    lengths,
    total: bodies.total,
  };
}

/** The indices of the greatest scores, at most so many. */
function bestOf(scores: readonly number[], most: number): number[] {
  const least = RANKING.passage.least * largest(scores);
  const scored: number[] = [];
  for (const [at, score] of scores.entries()) if (score > least) scored.push(at);
  return scored.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, most);
}

/** The most weight of different terms that a body holds close together, without the greatest of them. */
function closeTogether({ bodyStems }: FieldTables, terms: readonly Term[], text: number): number {
  const weights = new Map(terms.map(({ stem, weight, rarity = 0 }) => [stem, weight * rarity]));
  const body = bodyStems[text] ?? [];
  const found = Array.from(body.keys()).filter((at) => weights.has(body[at] ?? -1));
  let most = 0;
  found.forEach((start, first) => {
    const held = new Set<number>();
    for (let at = first; (found[at] ?? Number.POSITIVE_INFINITY) < start + RANKING.passage.words; at += 1)
      held.add(body[found[at] ?? 0] ?? 0);
    const own = Array.from(held, (stem) => weights.get(stem) ?? 0);
    most = Math.max(most, own.reduce((sum, weight) => sum + weight, 0) - largest(own));
  });
  return most;
}

/** The stems to look for, each once: those of the question's words, and with less weight what is near them. */
function termsOf({ files, holding }: FieldTables, words: readonly NearWord[]): Term[] {
  const terms = new Map<number, Term>();
  const add = (term: Term) => {
    if (term.weight > (terms.get(term.stem)?.weight ?? 0)) terms.set(term.stem, term);
  };
  for (const { number: stem, isContent, written, read } of words) {
    if (stem === undefined) continue;
    const weight = (isContent ? 1 : RANKING.stopWord) * (written === read ? 1 : RANKING.corrected);
    add({ stem, weight, rarity: inverseDocumentFrequency(files.length, holding[stem] ?? 0) });
  }
  const own = new Set(terms.keys());
  for (const { near } of words) for (const term of near) if (!own.has(term.stem)) add(term);
  return [...terms.values()];
}

/** A word of a question, and the known stems that may mean the same. */
interface NearWord extends QuestionWord {
  readonly near: readonly Term[];
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

/** How rare the question's words are together, and those of them that a text holds. */
function coverageOf(
  { headings, bodies, parents, holding }: FieldTables,
  words: readonly NearWord[],
  text: number,
): { readonly held: number; readonly total: number } {
  const isHeld = (stem: number) => [headings, bodies, parents].some((field) => holds(field, stem, text));
  let held = 0;
  let total = 0;
  for (const { number, isContent, near } of words) {
    if (!isContent) continue;
    const rarity = inverseDocumentFrequency(bodies.lengths.length, holding[number ?? -1] ?? 0);
    total += rarity;
    if (number !== undefined && isHeld(number)) held += rarity;
    else
      held +=
        rarity * RANKING.nearHeld * largest(near.map(({ stem, weight }) => (isHeld(stem) ? weight : 0)));
  }
  return { held, total };
}

/** Near 1 where the score is many times that to answer from, which becomes 0.5. */
function confidenceOf(closeness: number, score: number): number {
  const share = (Math.sqrt(closeness) * score) / RANKING.answeredFrom;
  return share < 1 ? 0.5 * share : 1 - 0.5 / share;
}
