import type { Numbers } from './bm25.ts';
import type { SearchIndex } from './search-index.ts';

/** The part of a stored index that is JSON; `tables` says how to read the number tables behind it. */
interface Head {
  /** Words hold no blanks, and one text is split faster than an array of them is parsed. */
  readonly stems: string;
  readonly spellings: string;
  readonly sectionCount: number;
  readonly classCount: number;
  readonly scale: number;
  readonly biases: readonly number[];
  readonly tables: Readonly<Record<TableName, Place>>;
}

const TABLES = [
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

/** Where a table stands behind the head, and how many bytes each of its numbers takes. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly width: 1 | 2 | 4;
}

/**
 * A search index as bytes, for a run to read whole: the head's length, the head, then the number tables, each with as
 * few bytes a number as its largest needs, and without what follows from another. Little-endian, as every machine that
 * runs Node is.
 */
export function encodeIndex({ stems, spellings, sectionCount, tables }: SearchIndex): Uint8Array {
  if (tables.kind !== 'phrasings') throw new Error('only an index with phrasings is stored');
  const { units, targets, passages, native, model } = tables;
  const numbers: Record<TableName, Numbers> = {
    ...units,
    unitCounts: countsOf(targets),
    passages,
    native: bitsOf(native),
    pairs: model.pairs,
    weights: model.weights,
  };
  const packed = TABLES.map((name) => narrowest(numbers[name]));
  let start = 0;
  const places = packed.map((table): Place => {
    const place = { start, end: start + table.byteLength, width: widthOf(table) };
    start = place.end;
    return place;
  });
  const head = Buffer.from(
    JSON.stringify({
      stems: stems.join(' '),
      spellings: spellings.join(' '),
      sectionCount,
      classCount: model.classCount,
      scale: model.scale,
      biases: model.biases,
      tables: Object.fromEntries(TABLES.map((name, at) => [name, places[at]])),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.byteLength);
  return Buffer.concat([length, head, ...packed.map((table) => new Uint8Array(table.buffer))]);
}

/** The index that `encodeIndex` gave these bytes for. */
export function decodeIndex(bytes: Uint8Array): SearchIndex {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tablesStart = 4 + buffer.readUInt32LE(0);
  const head = JSON.parse(buffer.toString('utf8', 4, tablesStart)) as Head;
  const table = (name: TableName): Numbers => {
    const { start, end, width } = head.tables[name];
    // A copy starts at an aligned address, as the wider arrays need.
    const copy = new Uint8Array(buffer.subarray(tablesStart + start, tablesStart + end)).buffer;
    return width === 1 ? new Uint8Array(copy) : width === 2 ? new Uint16Array(copy) : new Uint32Array(copy);
  };
  const stems = head.stems.split(' ');
  return {
    stems,
    // Only for a misspelt word.
    get spellings() {
      return head.spellings.split(' ');
    },
    sectionCount: head.sectionCount,
    tables: {
      kind: 'phrasings',
      units: { starts: table('starts'), texts: table('texts'), lengths: table('lengths') },
      targets: repeated(table('unitCounts')),
      passages: table('passages'),
      native: flagsOf(table('native'), stems.length),
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
  const counts = new Uint32Array(1 + Math.max(-1, ...numbers));
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

/** Flags of 0 and 1, eight to a byte. */
function bitsOf(flags: Numbers): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [at, flag] of flags.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (flag << (at & 7));
  return bytes;
}

function flagsOf(bytes: Numbers, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) flags[at] = ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1;
  return flags;
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
