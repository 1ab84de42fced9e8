// The documents that `--format json` prints (schema.json describes them) and the library gives. This file imports no other,
// as the package's types are made of it and src/index.ts alone.

/**
 * A topic as `list` and `closest` name it; `url` is absent where the folder names no source, and `file` (relative to the
 * folder), `line` and `parents` (the file's title and the headings above) are there for folders alone.
 */
export interface TopicJson {
  readonly number: number;
  readonly name: string;
  readonly anchor: string;
  readonly heading: string;
  readonly url?: string;
  readonly file?: string;
  readonly line?: number;
  readonly parents?: readonly string[];
}

/** A topic with its text; in `text` a paragraph is a line, and links are footnotes. */
export interface SectionJson extends TopicJson {
  readonly markdown: string;
  readonly text: string;
}

/** A topic that may answer; `score` from 0 to 1. */
export interface CandidateJson extends TopicJson {
  readonly score: number;
}

/** Where the policy comes from; fields that the folder does not give are absent. */
export interface PageJson {
  readonly title: string;
  readonly source?: string;
  readonly revision?: string;
  /** The subject line of that commit. */
  readonly subject?: string;
  readonly updated?: string;
}

/** The answer to a question, or where to look instead. */
export interface Answer {
  readonly question: string;
  readonly outcome: 'answered' | 'elsewhere' | 'unanswered';
  /** Present only when answered. */
  readonly answer?: SectionJson;
  /** Up to five topics, best first, whatever the outcome. */
  readonly closest: readonly CandidateJson[];
  /** A second topic that is nearly as likely to answer; present only when answered. */
  readonly near?: TopicJson;
  /** The sentence that says what is to be found where; present only when elsewhere. */
  readonly elsewhere?: string;
  /** Where to look instead; present only when elsewhere. */
  readonly see?: readonly string[];
  readonly policy: PageJson;
}
