const VOCABULARY = Object.freeze({
  /** Stems in a block: a question's word is looked for in one, and splitting the others would take longer than ranking. */
  blockSize: 64,
});

/**
 * Known stems, numbered from 0 in ascending order of their code units. They stand in blocks of as many each, parted by
 * blanks, as they are stored: nothing has to be made of them before the first question.
 */
export interface Vocabulary {
  readonly size: number;
  readonly blocks: readonly string[];
}

/** The vocabulary of distinct stems in ascending order. */
export function vocabularyOf(stems: readonly string[]): Vocabulary {
  const { blockSize } = VOCABULARY;
  const blocks = Array.from({ length: Math.ceil(stems.length / blockSize) }, (_, at) =>
    stems.slice(at * blockSize, (at + 1) * blockSize).join(' '),
  );
  return { size: stems.length, blocks };
}

/** A stem's number; undefined where it is not known. */
export function stemNumber({ blocks }: Vocabulary, stem: string): number | undefined {
  // Behind its own block's start and before the next's: `!` follows the blank, and no stem holds either.
  const bound = `${stem}!`;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] ?? '') < bound) low = middle + 1;
    else high = middle;
  }
  const place = blocks[low - 1]?.split(' ').indexOf(stem) ?? -1;
  return place === -1 ? undefined : (low - 1) * VOCABULARY.blockSize + place;
}
