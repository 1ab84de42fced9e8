import {
  type BitSet,
  hasNumber,
  holds,
  inverseDocumentFrequency,
  largest,
  type Numbers,
  type Postings,
} from './bm25.ts';
import { type NearStem, nearStems } from './near-words.ts';
import type { Language, QuestionWord, Vocabulary } from './words.ts';

const RANKING = Object.freeze({
  /** How soon repeating a word stops to count, and how much less the words of a long text count. */
  k1: 1.2,
  b: 0.8,
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
  /** How much of a word is held where something near it is, for each part of its weight. */
  nearHeld: 1.5,
  /** The confidence 0.5: the best score for each part of the question's rarity, times the root of the share that it holds. */
  answeredFrom: 0.34,
});

/** For any other folder: the texts are the sections, then the elsewhere topics, in three fields. */
export interface FieldTables {
  readonly kind: 'fields';
  /** With the tables, as what ranks by phrasings has no use for it. */
  readonly rank: typeof rankByFields;
  /** Headings, and what phrasings there are. */
  readonly headings: Postings;
  readonly bodies: Postings;
  /** What the sections stand under: the file's title and the headings above, and the file's name. */
  readonly parents: Postings;
  /** The file of each text, ascending. */
  readonly files: Numbers;
  /** The section that introduces what each text stands under; -1 where none does. */
  readonly leads: Int32Array;
  /** The stems that may stand for a stem. */
  readonly synonyms: ReadonlyMap<string, ReadonlySet<string>>;
  /** How rare each stem is in heading or body: where all are about one thing, its name tells none from others. */
  readonly rarities: Float64Array;
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
  /** Each section's, then each elsewhere topic's score. */
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

/** A word of a question, and the known stems that may mean the same. */
interface NearWord extends QuestionWord {
  readonly rarity: number;
  readonly near: readonly NearStem[];
}

/** Scores sections by the words of their fields and of what is around them, and by how like the heading is. */
export function rankByFields(
  tables: FieldTables,
  { text: asked, words }: ReadQuestion,
  index: { readonly sectionCount: number; readonly stems: Vocabulary; readonly language?: Language },
): FieldRanking {
  const { sectionCount, language, stems } = index;
  const rarityOf = (stem: number | undefined) => rarityIn(tables, stem);
  const read = words.map((word) => ({
    ...word,
    rarity: rarityOf(word.number),
    near: nearStems(word, { stems, synonyms: tables.synonyms, rarityOf }),
  }));
  const relevance = relevanceOf(tables, read);
  const exact = tables.exact.get(language?.exactKey(asked) ?? '') ?? [];
  const most = largest(relevance);
  // All others stay below what is asked for by its very words.
  for (const at of exact) relevance[at] = (relevance[at] ?? 0) + most;
  const top = largest(relevance);
  const best = relevance.indexOf(top);
  const { held, total } = coverageOf(tables, read, best);
  const closeness = exact.length > 0 ? 1 : held / (total || 1);
  const sure = exact.length > 0 ? 1 : confidenceOf(closeness, most / (total || 1));
  return {
    kind: 'fields',
    confidence: best < sectionCount ? sure : 0,
    relevance,
    nearness: relevance.map((score) => score / (top || 1)),
    closeness,
  };
}

/** How rare a stem is; one that no text holds is the rarest. */
export function rarityIn({ rarities, files }: Pick<FieldTables, 'rarities' | 'files'>, stem = -1): number {
  return rarities[stem] ?? inverseDocumentFrequency(files.length, 0);
}

/** What each text scores, none of them by its very words. */
function relevanceOf(tables: FieldTables, words: readonly NearWord[]): number[] {
  const { headings, bodies, parents, files, leads, contents, questionShare } = tables;
  const terms = termsOf(words);
  const own = scoresOf(terms, [
    { ...headings, weight: RANKING.heading },
    { ...bodies, weight: 1 },
    { ...parents, weight: RANKING.parents },
  ]);
  const ofFiles = scoresOf(terms, [bodiesOfFiles(tables)]);
  const likeness = questionShare === 0 ? undefined : likenessOf(tables, words);
  return Array.from(own, (score, at) => {
    const around = (ofFiles[files[at] ?? 0] ?? 0) + (own[leads[at] ?? -1] ?? 0);
    const like = RANKING.likeness * questionShare * (likeness?.[at] ?? 0) ** 2;
    const sum = score + (score > 0 ? RANKING.around * around : 0) + like;
    return hasNumber(contents, at) ? RANKING.contents * sum : sum;
  });
}

/** A stem to look for, and what it counts. */
type Term = readonly [stem: number, weight: number];

/** The stems to look for, each once: those of the question's words, and with less weight what is near them. */
function termsOf(words: readonly NearWord[]): Term[] {
  const own = new Map<number, number>();
  const near = new Map<number, number>();
  const add = (terms: Map<number, number>, stem: number, weight: number) =>
    terms.set(stem, Math.max(weight, terms.get(stem) ?? 0));
  for (const { number, isContent, written, read, rarity, near: others } of words) {
    const share = (isContent ? 1 : RANKING.stopWord) * (written === read ? 1 : RANKING.corrected);
    if (number !== undefined) add(own, number, share * rarity);
    for (const { stem, weight, rarity } of others) add(near, stem, weight * rarity);
  }
  return [...new Map([...near, ...own])];
}

/** A field of the texts, and what a word in it counts. */
interface Field extends Pick<Postings, 'textsHolding' | 'lengths' | 'total'> {
  readonly weight: number;
  /** Of which text each part is, where the postings are of parts. */
  readonly wholes?: Numbers;
}

/** Each text's score: what its fields hold of a stem is added up before it saturates (BM25F, Robertson and others 2004). */
function scoresOf(terms: readonly Term[], fields: readonly Field[]): Float64Array {
  const { k1, b } = RANKING;
  const count = fields[0]?.lengths.length ?? 0;
  const scores = new Float64Array(count);
  const held = new Float64Array(count);
  for (const [stem, weight] of terms) {
    const holding: number[] = [];
    for (const { textsHolding, lengths, total, weight: share, wholes } of fields) {
      eachText(textsHolding(stem), (part, times) => {
        const text = wholes === undefined ? part : (wholes[part] ?? 0);
        const before = held[text] ?? 0;
        if (before === 0) holding.push(text);
        held[text] = before + (share * times) / (1 - b + (b * count * (lengths[text] ?? 0)) / total);
      });
    }
    for (const text of holding) {
      const much = held[text] ?? 0;
      scores[text] = (scores[text] ?? 0) + (weight * (k1 + 1) * much) / (k1 + much);
      held[text] = 0;
    }
  }
  return scores;
}

/** Visits each text once, with how often it stands there: equal numbers stand together. */
function eachText(texts: Numbers, visit: (text: number, times: number) => void): void {
  let start = 0;
  for (let at = 1; at <= texts.length; at += 1) {
    const text = texts[start] ?? 0;
    if (texts[at] === text) continue;
    visit(text, at - start);
    start = at;
  }
}

/** The bodies of each file as one text. */
function bodiesOfFiles({ bodies, files }: FieldTables): Field {
  const lengths = new Uint32Array(1 + (files.at(-1) ?? 0));
  for (const [at, file] of files.entries()) lengths[file] = (lengths[file] ?? 0) + (bodies.lengths[at] ?? 0);
  return { ...bodies, lengths, weight: 1, wholes: files };
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
    eachText(headings.textsHolding(stem), (text) => {
      likeness[text] = (likeness[text] ?? 0) + weight ** 2;
    });
  }
  const norm = Math.hypot(...weights.values());
  return likeness.map((product, at) => product / (norm * (headingNorms[at] || 1)));
}

/** A stem's weight in the likeness of a question to a heading. Common words count too, as "Why X?" is not "How X?". */
export function likenessWeight(rarity: number): number {
  return 0.5 + rarity;
}

/** How rare the question's words are together, and those of them that a text holds. */
function coverageOf({ headings, bodies, parents }: FieldTables, words: readonly NearWord[], text: number) {
  const isHeld = (stem: number) => [headings, bodies, parents].some((field) => holds(field, stem, text));
  let held = 0;
  let total = 0;
  for (const { number, isContent, near, rarity } of words) {
    if (!isContent) continue;
    const nearest = largest(near.map(({ stem, weight }) => (isHeld(stem) ? weight : 0)));
    total += rarity;
    held += rarity * (number !== undefined && isHeld(number) ? 1 : RANKING.nearHeld * nearest);
  }
  return { held, total };
}

/** Near 1 where the score is many times that to answer from, which becomes 0.5. */
function confidenceOf(closeness: number, score: number): number {
  const share = (Math.sqrt(closeness) * score) / RANKING.answeredFrom;
  return share < 1 ? 0.5 * share : 1 - 0.5 / share;
}
