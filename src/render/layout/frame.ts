import type { Token } from 'marked';
import type { Notation } from './notation.ts';

/** What every block is laid out with. */
export interface Frame {
  /** Columns, prefixes counted in. */
  readonly width: number;
  readonly notation: Notation;
  /** The block, or the item of a list, whose lines are to be told apart. */
  readonly best?: Token | undefined;
}
