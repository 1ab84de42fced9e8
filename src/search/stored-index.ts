import { type CodedPostings, largest, type Numbers, postingsIn } from './bm25.ts';
import { POLICY_ENGLISH } from './policy-english.ts';
import type { PhrasingTables, SearchIndex } from './search-index.ts';

/** An index as it is read, without what is made of other parts of it. */
interface StoredIndex extends Pick<SearchIndex, 'stems' | 'spellings' | 'sectionCount'> {
  readonly tables: Omit<PhrasingTables, 'units' | 'unitTexts'> & { readonly units: CodedPostings };
}

/** In the head in place of numbers: the bytes behind it that they take, and how many each takes. */
type Span = Readonly<Record<'start' | 'end' | 'width', number>>;

/**
 * A search index as bytes, for a run to read whole: the length of the head, the head, which is JSON, then all arrays of
 * numbers, each with as few bytes a number as its largest needs. Little-endian, as all machines that run Node are.
 */
export function encodeIndex({ tables, language, ...index }: SearchIndex): Buffer {
  if (tables.kind !== 'phrasings' || language !== POLICY_ENGLISH)
    throw new Error('only an index with phrasings in English is stored');
  const { targets, passages } = tables;
  const parts: Uint8Array[] = [];
  let start = 0;
  // JSON leaves out functions, which are made anew.
  const stored = { ...index, tables: { ...tables, targets: runsOf(targets), passages: runsOf(passages) } };
  const head = JSON.stringify(stored, (_, value: unknown) => {
    if (!isNumbers(value)) return value;
    const { buffer, byteLength, BYTES_PER_ELEMENT: width } = narrowest(value);
    const span: Span = { start, end: start + byteLength, width };
    parts.push(new Uint8Array(buffer));
    start = span.end;
    return span;
  });
  const opening = Buffer.from(`    ${head}`);
  opening.writeUInt32LE(head.length);
  return Buffer.concat([opening, ...parts]);
}

/** The index that `encodeIndex` gave these bytes for, with the texts of its units, which are kept apart from it. */
export function decodeIndex(bytes: Buffer, unitTexts: PhrasingTables['unitTexts']): SearchIndex {
  const headEnd = 4 + bytes.readUInt32LE(0);
  const numbers = new Uint8Array(bytes.buffer, bytes.byteOffset + headEnd, bytes.length - headEnd);
  const numbersIn = ({ start, end, width }: Span): Numbers => {
    if (width === 1) return numbers.subarray(start, end);
    // Copied, as wide numbers cannot start anywhere.
    const { buffer } = numbers.slice(start, end);
    return width === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
  };
  const stored = JSON.parse(bytes.toString('utf8', 4, headEnd)) as StoredIndex;
  putNumbers(stored, numbersIn);
  const { tables, ...index } = stored;
  const { units, targets, passages } = tables;
  return {
    ...index,
    language: POLICY_ENGLISH,
    tables: {
      ...tables,
      units: postingsIn(units),
      targets: expanded(targets),
      passages: expanded(passages),
      unitTexts,
    },
  };
}

/** Puts arrays in the place of their spans. Not as JSON is read, which asks for each plain number too. */
function putNumbers(part: object, numbersIn: (span: Span) => Numbers): void {
  for (const [name, value] of Object.entries(part)) {
    if (value.width !== undefined) Reflect.set(part, name, numbersIn(value));
    else if (typeof value === 'object' && !Array.isArray(value)) putNumbers(value, numbersIn);
  }
}

function isNumbers(value: unknown): value is Numbers {
  return value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array;
}

/** Each number once for all that stand beside each other, and where these end: a target's units stand together. */
function runsOf(numbers: Numbers): Uint32Array {
  const runs: number[] = [];
  for (const [at, number] of numbers.entries()) {
    if (number === runs.at(-2)) runs.pop();
    else runs.push(number);
    runs.push(at + 1);
  }
  return Uint32Array.from(runs);
}

function expanded(runs: Numbers) {
  const numbers = new Uint16Array(runs.at(-1) ?? 0);
  for (let at = 0; at < runs.length; at += 2) numbers.fill(runs[at] ?? 0, runs[at - 1] ?? 0, runs[at + 1]);
  return numbers;
}

function narrowest(numbers: Numbers): Numbers {
  const most = largest(numbers);
  if (most < 2 ** 8) return Uint8Array.from(numbers);
  return most < 2 ** 16 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}
