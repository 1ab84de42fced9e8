// What programs are given: by `--format json`, whose schema is schema.json, and by the library. Needs no other module, as the
// package's types hold this file beside that of src/index.ts alone.

/** A topic as `list` and `closest` name it; `url` is absent where the folder names no source. */
export interface TopicJson {
  readonly number: number;
  readonly name: string;
  readonly anchor: string;
  readonly heading: string;
  readonly url?: string;
}

/** A topic with its words; `text` has a paragraph a line, links as footnotes. */
export interface SectionJson extends TopicJson {
  readonly markdown: string;
  readonly text: string;
}

/** A topic as a candidate; `score` from 0 to 1. */
export interface CandidateJson extends TopicJson {
  readonly score: number;
}

/** Where the policy comes from; what the folder does not tell is absent. */
export interface PageJson {
  readonly title: string;
  readonly source?: string;
  readonly revision?: string;
  readonly updated?: string;
}

/** What the policy has to say to a question. */
export interface Answer {
  readonly question: string;
  readonly outcome: 'answered' | 'elsewhere' | 'unanswered';
  /** Present only when answered. */
  readonly answer?: SectionJson;
  /** Up to five topics, best first, whatever the outcome. */
  readonly closest: readonly CandidateJson[];
  /** Where to look instead; present only when elsewhere. */
  readonly see?: readonly string[];
  readonly policy: PageJson;
}
