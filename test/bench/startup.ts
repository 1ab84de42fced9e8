// Measures whole processes against starting Node: npm run bench:startup [-- NODE...], each NODE measured as well.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { writeCodeCache } from '../../src/build/code-cache.ts';

const ROUNDS = 30;
const MEMORY_ROUNDS = 5;

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const ROOT = file('../../');
const RUSTPOLICY = file('../../bin/rustpolicy.js');
const QUESTION = ['who', 'fixes', 'broken', 'builds'];
const TERMINAL = ['--format', 'terminal', '--color', 'always', '--no-pager'];

/** A command line, and what to call it. */
interface Case {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
}

// Nothing else of the environment: NODE_EXTRA_CA_CERTS alone can double what a bare start takes.
const ownEnv = { PATH: process.env['PATH'] };

const NOTHING = ['-e', '0'];
const OURS: readonly (readonly [string, readonly string[]])[] = [
  ['ask in a pipe', [RUSTPOLICY, 'ask', ...QUESTION]],
  ['ask on a terminal', [RUSTPOLICY, 'ask', ...QUESTION, ...TERMINAL]],
  ['list in a pipe', [RUSTPOLICY, 'list']],
  ['--version', [RUSTPOLICY, '--version']],
  ['completion of a topic', [RUSTPOLICY, 'complete', '--', 'show', 'br']],
];
const PLAIN = file('plain.mjs');
const OTHERS: readonly Case[] = [
  { name: 'ask, plain composition', command: [process.execPath, PLAIN, 'ask', ...QUESTION], env: ownEnv },
  { name: 'rustc --explain E0382', command: ['rustc', '--explain', 'E0382'], env: process.env },
  { name: 'npm help-search build', command: ['npm', 'help-search', 'build'], env: process.env },
  { name: 'tldr tar', command: ['tldr', 'tar'], env: process.env },
  { name: 'man -P cat ls', command: ['man', '-P', 'cat', 'ls'], env: process.env },
];

function startOf(node: string): Case {
  return { name: 'node -e 0', command: [node, ...NOTHING], env: ownEnv };
}

function oursOn(node: string): Case[] {
  return OURS.map(([name, args]) => ({ name, command: [node, ...args], env: ownEnv }));
}

function run({ command: [program, ...args], env }: Case) {
  return spawnSync(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function milliseconds(each: Case): number {
  const start = performance.now();
  run(each);
  return performance.now() - start;
}

/** All cases in turn, each right behind a bare start, so that what else the machine does falls on both. */
function measure(start: Case, cases: readonly Case[]): string[][] {
  for (const each of [start, ...cases]) run(each);
  const rounds = Array.from({ length: ROUNDS }, () =>
    cases.map((each) => ({ start: milliseconds(start), time: milliseconds(each) })),
  );
  const starts = rounds.flat().map(({ start }) => start);
  return [
    [start.name, median(starts).toFixed(1), '1.00'],
    ...cases.map(({ name }, at) => {
      const pairs = rounds.flatMap((round) => round[at] ?? []);
      const time = median(pairs.map(({ time }) => time));
      return [name, time.toFixed(1), median(pairs.map(({ start, time }) => time / start)).toFixed(2)];
    }),
  ];
}

/** Megabytes that a script had at the most. */
function peakMemory(args: readonly string[]): number {
  const peaks = Array.from({ length: MEMORY_ROUNDS }, () => {
    const { output } = spawnSync(process.execPath, ['--require', file('peak-memory.cjs'), ...args], {
      env: ownEnv,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    return Number(output[3]) / 1000;
  });
  return median(peaks);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function print(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = ([name = '', ...cells]: readonly string[]) =>
    `${name.padEnd(24)}${cells.map((cell) => cell.padStart(10)).join('')}\n`;
  process.stdout.write(`${title}\n\n${[header, ...rows].map(line).join('')}\n`);
}

const versionOf = (node: string) => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
const TIMES = ['', 'ms', 'x node'];

process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores of ${cpus()[0]?.model}; ` +
    `medians of ${ROUNDS} pairs with a bare start, all in turn\n\n`,
);
const installed = OTHERS.filter((other) => run(other).status === 0);
print(
  `Node ${versionOf(process.execPath)}`,
  TIMES,
  measure(startOf(process.execPath), [...oursOn(process.execPath), ...installed]),
);
for (const node of process.argv.slice(2)) {
  // As `npm ci` does with that Node.
  await writeCodeCache(ROOT, node);
  print(`Node ${versionOf(node)}`, TIMES, measure(startOf(node), oursOn(node)));
}

const [none, ask] = [peakMemory(NOTHING), peakMemory([RUSTPOLICY, 'ask', ...QUESTION])];
print(
  'Memory at the most',
  ['', 'MB', 'x node'],
  [
    ['node -e 0', none.toFixed(1), '1.00'],
    ['ask in a pipe', ask.toFixed(1), (ask / none).toFixed(2)],
  ],
);
