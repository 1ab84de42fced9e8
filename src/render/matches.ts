import type { Passage } from '../policy/passages.ts';
import { stemOf, wordsOf } from '../search/words.ts';
import type { Run } from './layout/runs.ts';

/** What an answer is shown as the answer to. */
export interface Asked {
  /** Stems of the question's content words, misspelt ones as what they were read as. */
  readonly stems: ReadonlySet<string>;
  /** The passage that answers best, if one stands out. */
  readonly passage: Passage | undefined;
}

/** A piece of a run, and whether the question holds its word. */
export interface Piece extends Run {
  readonly isMatch: boolean;
}

/** Cuts runs so that every word that the question holds too, in any of its forms, is a piece of its own. */
export function matcherOf(asked: ReadonlySet<string>): (run: Run) => Piece[] {
  const isMatch = (word: string) => wordsOf(word).some((part) => asked.has(stemOf(part)));
  return (run) => {
    if (asked.size === 0 || run.marks.painted) return [{ ...run, isMatch: false }];
    return run.text
      .split(/([\p{L}\p{N}\p{M}_+#'\u2019]+)/u)
      .filter((text) => text !== '')
      .map((text) => ({ text, marks: run.marks, isMatch: isMatch(text) }))
      .reduce<Piece[]>(joined, []);
  };
}

function joined(pieces: Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1);
  if (last === undefined || last.isMatch || piece.isMatch) return [...pieces, piece];
  return [...pieces.slice(0, -1), { ...last, text: last.text + piece.text }];
}
