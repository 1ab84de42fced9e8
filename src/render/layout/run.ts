/** How a run of text is set off; formats decide what each looks like. */
export interface Marks {
  readonly strong?: true;
  readonly em?: true;
  readonly del?: true;
  readonly code?: true;
  /** The absolute URL that the run leads to. */
  readonly href?: string;
  /** The text is as the terminal takes it, escape codes and all. */
  readonly painted?: true;
}

/** Text in one setting. A run of `\n` alone is a hard line break. */
export interface Run {
  readonly text: string;
  readonly marks: Marks;
}

/** A line of text: runs with single blanks between words, none at its ends. */
export type TextLine = readonly Run[];
