/** What a command gives: text for standard output and standard error, and the exit status. */
export interface Result {
  readonly out: string;
  readonly error: string;
  readonly status: number;
}
