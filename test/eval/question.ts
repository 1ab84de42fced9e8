import { readFileSync } from 'node:fs';

/** A question to measure with: one line of a `.jsonl` file. */
export interface Question {
  readonly question: string;
  /** Anchors of the sections that answer it, any of them right; empty where the policy does not. */
  readonly sections: readonly string[];
  readonly style: string;
  /** Whether nine of ten readers would label it alike, where that is known. */
  readonly sure?: boolean;
}

/** The questions of a file, a JSON object a line. */
export function readQuestions(path: string): Question[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Question);
}

/** A text for comparison with another: no case, accents, apostrophes or punctuation. */
export function normalized(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
