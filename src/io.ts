/** One of the two output streams. */
export interface Output {
  /** Settles when the text is handed over; rejects with the stream's error. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** The terminal's columns; undefined where there is none to ask. */
  readonly columns: number | undefined;
}

/** All that the command knows of the world; only `bin/` makes one from `process`. */
export interface Io {
  readonly out: Output;
  readonly error: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input as UTF-8. */
  readonly readInput: () => Promise<string>;
}
