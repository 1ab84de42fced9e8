import type { Run } from './run.ts';
import type { CutWord } from './wrap.ts';

/** What differs between formats in how inline Markdown reads. */
export interface Notation {
  /** Text that is no code. */
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  readonly del: (text: string) => string;
  /** The runs of a link; `label` are those of its text, empty where the text is the URL. */
  readonly link: (label: readonly Run[], href: string) => readonly Run[];
  /** A code block, a run a line. */
  readonly codeBlock: (text: string, language: string) => readonly Run[];
  /** One line across `width` columns. */
  readonly rule: (width: number) => string;
  /** What parts a table's header from its rows, `width` columns of it. */
  readonly tableRule: (width: number) => string;
  /** Stands before an item of a list without numbers. */
  readonly bullet: string;
  /** What becomes of a word that is wider than a line. */
  readonly longWord: CutWord;
  /** Stands at the start of each line of a quote. */
  readonly quote: string;
}
