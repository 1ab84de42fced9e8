import type { Io } from '../io.ts';
import type { Opened } from '../prepared.ts';

/** What a command works with beside what was typed. */
export interface Context {
  readonly opened: Opened;
  readonly io: Io;
}

/** What a command gives: text for standard output and standard error, and the exit status. */
export interface Result {
  readonly out: string;
  readonly error: string;
  readonly status: number;
  /** What standard error says behind the output: a count of it. */
  readonly closing?: string;
  /** The pager's command line, where standard output may be shown through one. */
  readonly pager?: string | undefined;
}
