import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { plainText } from '../../src/markdown/lex.ts';
import type { LoadedPolicy } from '../../src/policy/load.ts';
import { rank } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import type { Language } from '../../src/search/words.ts';

/** A folder, and the language that it is found to be in. */
export interface LoadedFolder extends LoadedPolicy {
  readonly language: Language;
}

/** The places of the sections that a system finds for a question, best first. */
export type Ranker = (question: string) => readonly number[];

/** Ours, and what else people would take, by name; all over the same headings and bodies. */
export const FOLDER_SYSTEMS: Readonly<Record<string, (loaded: LoadedFolder) => Ranker>> = Object.freeze({
  rustpolicy: ours,
  'MiniSearch, default': (loaded) => miniSearch(loaded, 1),
  'MiniSearch, question boosted': (loaded) => miniSearch(loaded, 2),
  'BM25, question and answer': (loaded) => {
    const field = bm25Field(documentsOf(loaded).map(({ heading, body }) => words(`${heading} ${body}`)));
    return (question) => ranked(field(words(question)));
  },
  'BM25, stems, fields summed': (loaded) => {
    const documents = documentsOf(loaded);
    const headings = bm25Field(documents.map(({ heading }) => stems(heading)));
    const bodies = bm25Field(documents.map(({ body }) => stems(body)));
    return (question) => {
      const inBodies = bodies(stems(question));
      return ranked(headings(stems(question)).map((score, at) => score + (inBodies[at] ?? 0)));
    };
  },
});

function ours({ policy, askedAs, language }: LoadedFolder): Ranker {
  const index = buildIndex(policy, askedAs, language);
  return (question) =>
    rank(index, question)
      .sections()
      .filter(({ score }) => score > 0)
      .map(({ at }) => at);
}

function documentsOf({ policy }: LoadedPolicy) {
  return policy.sections.map(({ heading, body }, id) => ({ id, heading, body: plainText(body) }));
}

function miniSearch(loaded: LoadedPolicy, heading: number): Ranker {
  const index = new MiniSearch({ fields: ['heading', 'body'], searchOptions: { boost: { heading } } });
  index.addAll(documentsOf(loaded));
  return (question) => index.search(question).map(({ id }) => Number(id));
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function stems(text: string): string[] {
  return words(text).map(stemmer);
}

/** Scores of all texts for a question by BM25 with k1 1.2 and b 0.75 (Robertson and Zaragoza 2009). */
function bm25Field(texts: readonly (readonly string[])[]): (question: readonly string[]) => number[] {
  const counts = texts.map((text) => {
    const count = new Map<string, number>();
    for (const word of text) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  return (question) => {
    const terms = [...new Set(question)].map((word) => {
      const holding = counts.filter((count) => count.has(word)).length;
      return { word, rarity: Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5)) };
    });
    return counts.map((count, at) => {
      const norm = 1.2 * (0.25 + (0.75 * (texts[at]?.length ?? 0)) / mean);
      return terms.reduce((sum, { word, rarity }) => {
        const times = count.get(word) ?? 0;
        return sum + (rarity * times * 2.2) / (times + norm);
      }, 0);
    });
  };
}

function ranked(scores: readonly number[]): number[] {
  return [...scores.keys()]
    .filter((at) => (scores[at] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}
