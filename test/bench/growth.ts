// Measures how time and memory grow with a folder, against MiniSearch doing the same: npm run bench
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import MiniSearch from 'minisearch';
import { openPolicy } from '../../src/index.ts';
import { readBuilt } from '../../src/node/built.ts';
import { loadFolder } from '../../src/policy/folder.ts';
import { find } from '../../src/search/answer.ts';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { BUNDLED, packedText } from '../../src/search/open-policy.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { makeFolder, makeQuestion } from './made-folder.ts';

const SIZES = [10, 100, 1_000, 10_000];
/** The least time of some runs: what else the machine does only ever adds. */
const RUNS = { loads: (sections: number) => (sections > 1000 ? 3 : 15), answer: 20 };

const SYNONYMS = await packedText(readBuilt, BUNDLED.synonyms);

/** A loaded folder: what a question takes. */
type Loaded = (question: string) => unknown;

const SYSTEMS: readonly { readonly name: string; readonly load: (folder: string) => Loaded }[] = [
  {
    name: 'rustpolicy',
    load: (folder) => {
      const { policy, askedAs } = loadFolder(folder);
      const index = buildIndex(policy, askedAs, { ...ENGLISH, synonyms: SYNONYMS });
      return (question) => find(policy, index, question);
    },
  },
  {
    name: 'MiniSearch',
    load: (folder) => {
      const index = new MiniSearch({ fields: ['title', 'content'], storeFields: ['title', 'content'] });
      const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.md'),
      );
      for (const path of paths) {
        const { data, content } = matter(readFileSync(join(folder, path), 'utf8'), {});
        index.add({ id: path, title: data['title'], content });
      }
      return (question) => index.search(question);
    },
  },
];

const gc = globalThis.gc ?? (() => undefined);

function bytesInUse(): number {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function least(times: number, run: () => number): number {
  return Math.min(...Array.from({ length: times }, run));
}

/** Milliseconds to load and answer once, megabytes kept, and milliseconds of a further answer. */
function measure(load: (folder: string) => Loaded, folder: string, sections: number) {
  const question = makeQuestion();
  // Memory first: what a timed run leaves on the stack would count as there before.
  const before = bytesInUse();
  const ask = load(folder);
  ask(question);
  const memory = (bytesInUse() - before) / 1e6;
  const time = least(RUNS.loads(sections), () => milliseconds(() => load(folder)(question)));
  const answer = least(RUNS.answer, () => milliseconds(() => ask(question)));
  return { time, memory, answer };
}

/** Milliseconds to open the bundled policy in a program that lives long, and those of an answer. */
async function measureLibrary(): Promise<readonly (readonly [name: string, time: number])[]> {
  const opened: number[] = [];
  for (let run = 0; run < RUNS.answer; run += 1) {
    const start = performance.now();
    await openPolicy();
    opened.push(performance.now() - start);
  }
  const policy = await openPolicy();
  const asked = (question: string) => least(RUNS.answer, () => milliseconds(() => policy.ask(question)));
  return [
    ['open', Math.min(...opened)],
    ['ask', asked('who fixes broken builds')],
    ['ask, misspelt', asked('who maintians abstarctions of the subsytem')],
  ];
}

const row = (cells: readonly string[]) => `${cells.map((cell) => cell.padStart(14)).join('')}\n`;
process.stdout.write('The bundled policy, by the library\n\n');
for (const [name, time] of await measureLibrary()) process.stdout.write(row([name, `${time.toFixed(2)} ms`]));

process.stdout.write(
  '\nTo read, index and ask a folder once; what is kept; and what a further answer takes\n\n',
);
process.stdout.write(row(['sections', 'system', 'ms', 'MB', 'ms/answer']));
for (const size of SIZES) {
  const folder = makeFolder(size);
  for (const { name, load } of SYSTEMS) {
    const { time, memory, answer } = measure(load, folder, size);
    process.stdout.write(row([String(size), name, time.toFixed(1), memory.toFixed(1), answer.toFixed(2)]));
  }
  rmSync(folder, { recursive: true });
}
