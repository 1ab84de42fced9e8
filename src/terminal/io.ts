/** One of the two output streams. */
export interface Output {
  /** Settles when the text is handed over; rejects with the stream's error. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** The terminal's columns; undefined where there is none to ask. */
  readonly columns: number | undefined;
}

/** How a pager is to begin. */
export interface PageStart {
  /** The text's title, for the prompt. */
  readonly title?: string | undefined;
  /** The line at the top of its first page, from 1. */
  readonly line?: number | undefined;
}

/** The abilities of a terminal on standard output, beside showing what is written to it. */
export interface Terminal {
  readonly rows: number;
  /** Guessed from the environment: the terminal is never asked. */
  readonly supportsHyperlinks: () => Promise<boolean>;
  /**
   * Runs a pager over a text; settles when it has ended, with why it did not show it, if it did not. It did where its reader
   * left before the end.
   */
  readonly page: (command: string, text: string, start: PageStart) => Promise<string | undefined>;
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
  readonly isFile: (path: string) => boolean;
  /**
   * The bytes of a file, or of standard input where none is named; reading stops when it has more than `most`. Rejects
   * with an InputError where the file cannot be read.
   */
  readonly readInput: (path: string | undefined, most: number) => Promise<Buffer>;
  /** The mail address of who runs this, as `EMAIL` or git's configuration has it, with or without a name. */
  readonly userAddress: () => Promise<string | undefined>;
  /** Writes a whole file or nothing; `create` refuses a file that is there already. Rejects with an InputError. */
  readonly writeFile: (path: string, text: string, mode: 'create' | 'overwrite') => Promise<void>;
}
