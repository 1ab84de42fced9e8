import type { Passage } from '../policy/passages.ts';
import { baseOf, stemOf, wordsOf } from '../search/words.ts';
import type { Run } from './layout/run.ts';

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
  const initials = new Set([...asked].map((stem) => stem[0]));
  // Stemming would take as long as all the rest of a run, and most words differ by their first letter already.
  const isAsked = (word: string) => initials.has(baseOf(word)[0]) && asked.has(stemOf(word));
  return (run) => {
    if (asked.size === 0 || run.marks.painted) return [{ ...run, isMatch: false }];
    const pieces: Piece[] = [];
    let between = '';
    for (const text of wordsAndBetween(run.text)) {
      if (!wordsOf(text).some(isAsked)) {
        between += text;
        continue;
      }
      if (between !== '') pieces.push({ text: between, marks: run.marks, isMatch: false });
      between = '';
      pieces.push({ text, marks: run.marks, isMatch: true });
    }
    return between === '' ? pieces : [...pieces, { text: between, marks: run.marks, isMatch: false }];
  };
}

/** A text's words, and what stands between them, in order. */
function wordsAndBetween(text: string): string[] {
  return /^[ -~]*$/.test(text) ? text.split(/([\w+#']+)/) : text.split(/([\p{L}\p{N}\p{M}_+#'\u2019]+)/u);
}
