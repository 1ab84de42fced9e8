/** A line, from 1, of a file of the folder. */
export interface Place {
  readonly file: string;
  readonly line: number;
}
