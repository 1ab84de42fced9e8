import type { FieldIndex } from './field-index.ts';
import { linesFor } from './near-words.ts';
import { CAUTION, type Corrector, knownWords, newCorrector, SPELLING, splitsOf } from './spelling.ts';
import { stemNumber } from './words.ts';

/** The least letters of each of two words that are written as one. */
const SHORTEST_HALF = 2;

/**
 * A corrector of words that a folder lacks. One that joins two of a heading is read as these, and one that is spelt right as
 * itself; others are corrected towards the known words, and the singulars of those that are known in the plural alone.
 */
export function folderCorrector({ stems, spellings, language, tables }: FieldIndex): Corrector {
  const { stemOf } = language;
  const headings = Array.from(tables.exact.keys(), (heading) => ` ${heading} `).join('');
  const known = knownWords(spellings);
  const singulars = known
    .filter(({ word }) => word.endsWith('s'))
    .map((plural) => ({ ...plural, word: plural.word.slice(0, -1) }))
    .filter(({ word }) => stemNumber(stems, stemOf(word)) !== undefined);
  const corrected = newCorrector([...singulars, ...known], CAUTION.cautious);
  return (word) => {
    const stem = stemOf(word);
    const isWord = linesFor({ stem, isContent: true }, language).length > 0;
    return halvesIn(headings, stem, stemOf) ?? (isWord ? [word] : corrected(word));
  };
}

/** The neighbouring words of a text that have a stem together: `web`, `sites` in ` our web sites ` of `website`. */
function halvesIn(text: string, stem: string, stemOf: (word: string) => string) {
  if (stem.length > SPELLING.longest) return undefined;
  for (const [first, rest] of splitsOf(stem, SHORTEST_HALF)) {
    const start = ` ${first} ${rest}`;
    for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
      const second = text.slice(at + first.length + 2, text.indexOf(' ', at + start.length));
      if (stemOf(first + second) === stem) return [first, second];
    }
  }
  return undefined;
}
