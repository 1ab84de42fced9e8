import Fuse from 'fuse.js';
import type { SearchIndex } from './search-index.ts';
import { contentWords } from './words.ts';

const TUNING = Object.freeze({
  /** BM25's usual saturation and length normalisation. */
  k1: 1.2,
  b: 0.75,
  /** Fuse distance, 0 to 1, up to which an unknown word counts as a misspelt known one. */
  spelling: 0.34,
});

/** A section's place in a ranking; `score` from 0 to 1, the share of the question's weight that it covers. */
export interface Ranked {
  readonly at: number;
  readonly score: number;
}

/** All sections, best first; empty where the question has no content word. */
export function rank(index: SearchIndex, question: string): Ranked[] {
  const stems = [
    ...new Set(contentWords(question).map(({ written, stem }) => knownStem(index, written, stem))),
  ];
  const weights = stems.map((stem) => inverseDocumentFrequency(index, stem));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const mean = index.sections.reduce((sum, counts) => sum + length(counts), 0) / index.sections.length;
  return index.sections
    .map((counts, at) => {
      const norm = 1 - TUNING.b + (TUNING.b * length(counts)) / mean;
      const gained = stems.map((stem, i) => {
        const count = counts[stem] ?? 0;
        return ((weights[i] ?? 0) * count) / (count + TUNING.k1 * norm);
      });
      return { at, score: gained.reduce((sum, gain) => sum + gain, 0) / total };
    })
    .sort((a, b) => b.score - a.score || a.at - b.at);
}

function length(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Robertson and Sparck Jones, as in BM25; never negative. */
function inverseDocumentFrequency(index: SearchIndex, stem: string): number {
  const holding = index.sections.filter((counts) => counts[stem] !== undefined).length;
  return Math.log(1 + (index.sections.length - holding + 0.5) / (holding + 0.5));
}

function knownStem(index: SearchIndex, written: string, stem: string): string {
  if (index.spellings[stem] !== undefined) return stem;
  const spellings = Object.entries(index.spellings).map(([known, spelling]) => ({ known, spelling }));
  const fuse = new Fuse(spellings, { keys: ['spelling'], threshold: TUNING.spelling, ignoreLocation: true });
  return fuse.search(written, { limit: 1 })[0]?.item.known ?? stem;
}
