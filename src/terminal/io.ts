/** One of the two output streams. */
export interface Output {
  /** Settles when the text is handed over; rejects with the stream's error. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** The terminal's columns; undefined where there is none to ask. */
  readonly columns: number | undefined;
}

/** Whether a pager showed a text, be it that its reader left before the end; or why it did not. */
export type PagerOutcome =
  | { readonly outcome: 'shown' }
  | { readonly outcome: 'failed'; readonly reason: string };

/** How a pager is to begin. */
export interface PageStart {
  /** What the text is, for the prompt. */
  readonly title?: string | undefined;
  /** The line at the top of its first page, from 1. */
  readonly line?: number | undefined;
}

/** What a terminal on standard output can do beside showing text that is written to it. */
export interface Terminal {
  readonly rows: number;
  /** Guessed from the environment: the terminal is never asked. */
  readonly supportsHyperlinks: () => Promise<boolean>;
  /** Runs a pager over a text; settles when it has ended. */
  readonly page: (command: string, text: string, start: PageStart) => Promise<PagerOutcome>;
}

/** All that a run reads from the world and writes to it; `node/` makes one from `process`. */
export interface Io {
  readonly out: Output;
  readonly error: Output;
  /** Undefined where standard output is no terminal. */
  readonly terminal?: Terminal | undefined;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The bytes of a file that the build writes beside the program. */
  readonly readBuilt: (name: string) => Buffer;
  /** Whether standard input is a terminal, which nobody is asked to type a question into. */
  readonly isInputTerminal: () => Promise<boolean>;
  /** Standard input as UTF-8; reading stops when it has more than `most` bytes. */
  readonly readInput: (most: number) => Promise<string>;
  /**
   * The bytes of a file, or of standard input where none is named; reading stops when it has more than `most`. Rejects
   * with an InputError.
   */
  readonly readMessage: (path: string | undefined, most: number) => Promise<Uint8Array>;
  /** The mail address of who runs this, as `EMAIL` or git's configuration has it, with or without a name. */
  readonly userAddress: () => Promise<string | undefined>;
  /** Writes a whole file or nothing; `create` refuses a file that is there already. Rejects with an InputError. */
  readonly writeFile: (path: string, text: string, mode: 'create' | 'overwrite') => Promise<void>;
}
