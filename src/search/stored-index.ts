import type { Numbers } from './bm25.ts';
import type { SearchIndex } from './search-index.ts';
import type { Vocabulary } from './words.ts';

/** The part of a stored index that is JSON; `tables` says how to read the number tables behind it. */
interface Head {
  readonly stems: Vocabulary;
  readonly sectionCount: number;
  readonly classCount: number;
  readonly scale: number;
  readonly biases: readonly number[];
  readonly tables: Readonly<Record<TableName, Place>>;
}

const TABLES = [
  'spellings',
  'starts',
  'texts',
  'lengths',
  'unitCounts',
  'passages',
  'native',
  'pairs',
  'weights',
] as const;
type TableName = (typeof TABLES)[number];

/** Bytes: the widest number's. */
const ALIGNMENT = 4;

/** Where a table stands behind the head, how many numbers it has, and how many bytes each of them takes. */
interface Place {
  readonly start: number;
  readonly length: number;
  readonly width: 1 | 2 | 4;
}

/**
 * A search index as bytes, for a run to read whole: where the tables start, the head, then the number tables, each with as
 * few bytes a number as its largest needs, and without what follows from another. Little-endian, as every machine that
 * runs Node is.
 */
export function encodeIndex({ stems, spellings, sectionCount, tables }: SearchIndex): Uint8Array {
  if (tables.kind !== 'phrasings') throw new Error('only an index with phrasings is stored');
  const { units, targets, passages, native, model } = tables;
  const numbers: Record<TableName, Numbers> = {
    // Words hold no blanks.
    spellings: Buffer.from(spellings.join(' ')),
    ...units,
    unitCounts: countsOf(targets),
    passages,
    native,
    pairs: model.pairs,
    weights: model.weights,
  };
  const packed = TABLES.map((name) => narrowest(numbers[name]));
  let start = 0;
  const places = packed.map((table): Place => {
    const place = { start, length: table.length, width: widthOf(table) };
    start = aligned(start + table.byteLength);
    return place;
  });
  const head = Buffer.from(
    JSON.stringify({
      stems,
      sectionCount,
      classCount: model.classCount,
      scale: model.scale,
      biases: model.biases,
      tables: Object.fromEntries(TABLES.map((name, at) => [name, places[at]])),
    }),
  );
  const tablesStart = aligned(4 + head.byteLength);
  const bytes = Buffer.alloc(tablesStart + start, ' ');
  bytes.writeUInt32LE(tablesStart);
  bytes.set(head, 4);
  for (const [at, table] of packed.entries())
    bytes.set(new Uint8Array(table.buffer), tablesStart + (places[at]?.start ?? 0));
  return bytes;
}

/** The index that `encodeIndex` gave these bytes for. */
export function decodeIndex(bytes: Uint8Array): SearchIndex {
  // The tables are used where they stand; only bytes that came at an odd address are copied to a better one.
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
    stems: head.stems,
    // Only for a misspelt word.
    get spellings() {
      return Buffer.from(table('spellings')).toString().split(' ');
    },
    sectionCount: head.sectionCount,
    tables: {
      kind: 'phrasings',
      units: { starts: table('starts'), texts: table('texts'), lengths: table('lengths') },
      targets: repeated(table('unitCounts')),
      passages: table('passages'),
      native: table('native'),
      model: {
        classCount: head.classCount,
        scale: head.scale,
        biases: head.biases,
        pairs: table('pairs'),
        weights: table('weights'),
      },
    },
  };
}

/** How often each number from 0 up to the largest occurs. */
function countsOf(numbers: Numbers): Uint32Array {
  // Of so many numbers few differ, and fit on the stack.
  const counts = new Uint32Array(1 + Math.max(-1, ...new Set(numbers)));
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

/** Each number from 0 as often as it is counted, ascending, as the units of a target stand together. */
function repeated(counts: Numbers): Uint16Array {
  const numbers = new Uint16Array(sumOf(counts));
  let start = 0;
  for (const [number, count] of counts.entries()) {
    numbers.fill(number, start, start + count);
    start += count;
  }
  return numbers;
}

function sumOf(numbers: Numbers): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** The next place at which numbers of any width may stand. */
function aligned(place: number): number {
  return Math.ceil(place / ALIGNMENT) * ALIGNMENT;
}

function narrowest(numbers: Numbers): Numbers {
  let largest = 0;
  for (const number of numbers) largest = Math.max(largest, number);
  if (largest < 2 ** 8) return Uint8Array.from(numbers);
  return largest < 2 ** 16 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

function widthOf({ BYTES_PER_ELEMENT: width }: Numbers): Place['width'] {
  return width === 1 || width === 2 ? width : 4;
}
