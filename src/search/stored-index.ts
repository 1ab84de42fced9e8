import { largest, type Numbers } from './bm25.ts';
import type { PhrasingTables, SearchIndex } from './search-index.ts';
import { decodePostings, encodePostings } from './stored-postings.ts';
import type { Vocabulary } from './words.ts';

const TABLES = [
  'stems',
  'stemStarts',
  'spellings',
  'gaps',
  'gapStarts',
  'lengths',
  'unitCounts',
  'passages',
  'native',
  'modelled',
  'pairs',
  'weights',
] as const;
type TableName = (typeof TABLES)[number];

/** Where a table starts behind the head, how many numbers it has, and how many bytes each of them takes. */
interface TableSpan {
  readonly start: number;
  readonly length: number;
  readonly width: 1 | 2 | 4;
}

/** The part of a stored index that is JSON; `tables` says how to read the number tables behind it. */
interface Head {
  readonly stemCount: number;
  readonly sectionCount: number;
  /** Stems in all units. */
  readonly total: number;
  /** The target of each of the model's classes. */
  readonly classTargets: readonly number[];
  readonly scale: number;
  readonly biases: readonly number[];
  readonly tables: Readonly<Record<TableName, TableSpan>>;
}

/** Bytes of the widest number. */
const ALIGNMENT = 4;

/**
 * A search index as bytes, for a run to read whole: where the tables start, the head, then the number tables, each with as
 * few bytes a number as its largest needs. What follows from another table is left out. Little-endian, as all machines
 * that run Node are.
 */
export function encodeIndex({ stems, spellings, sectionCount, tables }: SearchIndex): Uint8Array {
  if (tables.kind !== 'phrasings') throw new Error('only an index with phrasings is stored');
  const { units, targets, passages, native, model } = tables;
  const { targets: classTargets, scale, biases, stems: modelled, pairs, weights } = model;
  // Words hold no blanks.
  const letters = Buffer.from(spellings.join(' '));
  const unitCounts = countsOf(targets);
  const vocabulary = storedBlocks(stems);
  const { total, ...postings } = encodePostings(units, stems.size);
  const numbers = {
    ...vocabulary,
    spellings: letters,
    ...postings,
    unitCounts,
    passages,
    native,
    modelled,
    pairs,
    weights,
  };
  const { packed, byteLength } = packTables(numbers);
  const spans = Object.fromEntries(packed.map(({ name, span }) => [name, span]));
  const head = Buffer.from(
    JSON.stringify({
      stemCount: stems.size,
      sectionCount,
      total,
      classTargets,
      scale,
      biases,
      tables: spans,
    }),
  );
  const tablesStart = aligned(4 + head.byteLength);
  const bytes = Buffer.alloc(tablesStart + byteLength, ' ');
  bytes.writeUInt32LE(tablesStart);
  bytes.set(head, 4);
  for (const { numbers, span } of packed) bytes.set(new Uint8Array(numbers.buffer), tablesStart + span.start);
  return bytes;
}

/** The tables made as narrow as can be, and where each stands when they follow one another. */
function packTables(tables: Record<TableName, Numbers>) {
  let byteLength = 0;
  const packed = TABLES.map((name) => {
    const numbers = narrowest(tables[name]);
    const span: TableSpan = { start: byteLength, length: numbers.length, width: widthOf(numbers) };
    byteLength = aligned(byteLength + numbers.byteLength);
    return { name, numbers, span };
  });
  return { packed, byteLength };
}

/** The index that `encodeIndex` gave these bytes for, with the texts of its units, which are kept apart from it. */
export function decodeIndex(bytes: Uint8Array, unitTexts: PhrasingTables['unitTexts']): SearchIndex {
  // The tables are used where they stand; the bytes are copied only if they start at an address that is not aligned.
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const whole = Buffer.from(buffer, byteOffset, byteLength);
  const tablesStart = whole.readUInt32LE(0);
  const head = JSON.parse(whole.toString('utf8', 4, tablesStart)) as Head;
  const table = (name: TableName): Numbers => {
    const { start, length, width } = head.tables[name];
    const at = byteOffset + tablesStart + start;
    if (width === 1) return new Uint8Array(buffer, at, length);
    return width === 2 ? new Uint16Array(buffer, at, length) : new Uint32Array(buffer, at, length);
  };
  return {
    stems: vocabularyIn(table('stems'), table('stemStarts'), head.stemCount),
    // Only for a misspelt word.
    get spellings() {
      return Buffer.from(table('spellings')).toString().split(' ');
    },
    sectionCount: head.sectionCount,
    tables: {
      kind: 'phrasings',
      units: decodePostings({
        gaps: table('gaps'),
        gapStarts: table('gapStarts'),
        lengths: table('lengths'),
        total: head.total,
      }),
      targets: repeated(table('unitCounts')),
      passages: table('passages'),
      native: table('native'),
      unitTexts,
      model: {
        targets: head.classTargets,
        scale: head.scale,
        biases: head.biases,
        stems: table('modelled'),
        pairs: table('pairs'),
        weights: table('weights'),
      },
    },
  };
}

/** The blocks of a vocabulary as bytes, where each starts, and last where all end. */
function storedBlocks({ blockCount, blockAt }: Vocabulary) {
  const blocks = Array.from({ length: blockCount }, (_, at) => Buffer.from(blockAt(at)));
  let end = 0;
  const ends = blocks.map(({ length }) => (end += length));
  return { stems: Buffer.concat(blocks), stemStarts: Uint32Array.of(0, ...ends) };
}

function vocabularyIn(stems: Numbers, starts: Numbers, size: number): Vocabulary {
  const text = Buffer.from(stems.buffer, stems.byteOffset, stems.length);
  return {
    size,
    blockCount: starts.length - 1,
    blockAt: (at) => text.toString('utf8', starts[at], starts[at + 1]),
  };
}

/** How often each number from 0 up to the largest occurs. */
function countsOf(numbers: Numbers): Uint32Array {
  const counts = new Uint32Array(numbers.length === 0 ? 0 : 1 + largest(numbers));
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

/** Numbers from 0 upward, each as often as it is counted: the units of a target stand together, targets ascend. */
function repeated(counts: Numbers): Uint16Array {
  const numbers = new Uint16Array([...counts].reduce((sum, count) => sum + count, 0));
  let start = 0;
  for (const [number, count] of counts.entries()) {
    numbers.fill(number, start, start + count);
    start += count;
  }
  return numbers;
}

/** The next offset at which numbers of any width may stand. */
function aligned(place: number): number {
  return Math.ceil(place / ALIGNMENT) * ALIGNMENT;
}

function narrowest(numbers: Numbers): Numbers {
  const most = largest(numbers);
  if (most < 2 ** 8) return Uint8Array.from(numbers);
  return most < 2 ** 16 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

function widthOf({ BYTES_PER_ELEMENT: width }: Numbers): TableSpan['width'] {
  return width === 1 || width === 2 ? width : 4;
}
