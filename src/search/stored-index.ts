import { type CodedPostings, largest, type Numbers, postingsIn } from './bm25.ts';
import { POLICY_ENGLISH } from './policy-english.ts';
import type { PhrasingTables, SearchIndex } from './search-index.ts';

/** An index as it is read, without what is made of other parts of it. */
interface StoredIndex extends Pick<SearchIndex, 'stems' | 'spellings' | 'sectionCount'> {
  readonly tables: Omit<PhrasingTables, 'units' | 'unitTexts'> & { readonly units: CodedPostings };
}

/** In the head in place of numbers: where they start behind it, how many they are, and how many bytes each takes. */
interface Span {
  readonly start: number;
  readonly length: number;
  readonly width: number;
}

/** Bytes of the widest number. */
const ALIGNMENT = 4;

/**
 * A search index as bytes, for a run to read whole: the length of the head, the head, which is JSON, then all arrays of
 * numbers, each with as few bytes a number as its largest needs. Little-endian, as all machines that run Node are.
 */
export function encodeIndex({ tables, language, ...index }: SearchIndex): Uint8Array {
  if (tables.kind !== 'phrasings' || language !== POLICY_ENGLISH)
    throw new Error('only an index with phrasings in English is stored');
  const { targets, passages } = tables;
  const parts: Uint8Array[] = [];
  let start = 0;
  const add = ({ buffer, byteLength }: Numbers) => {
    parts.push(Buffer.concat([new Uint8Array(buffer)], aligned(byteLength)));
    start += aligned(byteLength);
  };
  // JSON leaves out functions, which are made anew.
  const head = JSON.stringify(
    { ...index, tables: { ...tables, targets: runsOf(targets), passages: runsOf(passages) } },
    (_, value: unknown) => {
      if (!isNumbers(value)) return value;
      const numbers = narrowest(value);
      const span: Span = { start, length: numbers.length, width: numbers.BYTES_PER_ELEMENT };
      add(numbers);
      return span;
    },
  );
  const opening = Buffer.alloc(aligned(4 + head.length));
  opening.writeUInt32LE(head.length);
  opening.write(head, 4);
  return Buffer.concat([opening, ...parts]);
}

/** The index that `encodeIndex` gave these bytes for, with the texts of its units, which are kept apart from it. */
export function decodeIndex(bytes: Uint8Array, unitTexts: PhrasingTables['unitTexts']): SearchIndex {
  // The arrays are used where they stand; the bytes are copied only if they start at an address that is not aligned.
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const whole = Buffer.from(buffer, byteOffset, byteLength);
  const headEnd = 4 + whole.readUInt32LE(0);
  const numbersIn = ({ start, length, width }: Span): Numbers => {
    const at = byteOffset + aligned(headEnd) + start;
    if (width === 1) return new Uint8Array(buffer, at, length);
    return width === 2 ? new Uint16Array(buffer, at, length) : new Uint32Array(buffer, at, length);
  };
  const { tables, ...index } = JSON.parse(whole.toString('utf8', 4, headEnd), (_, value) =>
    value.width === undefined ? value : numbersIn(value),
  ) as StoredIndex;
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

function expanded(runs: Numbers): Uint16Array {
  const numbers = new Uint16Array(runs.at(-1) ?? 0);
  for (let at = 0; at < runs.length; at += 2) numbers.fill(runs[at] ?? 0, runs[at - 1] ?? 0, runs[at + 1]);
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
