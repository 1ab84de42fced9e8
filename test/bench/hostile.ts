// Runs the commands over texts that are made to be slow, and prints how time grows: npm run bench:hostile
// With words behind it, only the shapes whose place or name holds them all: npm run bench:hostile -- page list
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withoutUnusedParts } from '../../src/build/plugins.ts';
import { type Place, SHAPES } from './hostile/shapes.ts';
import type { Order, Report } from './hostile/worker.ts';

/** What no command may take at a size, whatever a file or message holds. */
interface Rule {
  readonly size: number;
  readonly ms: number;
  readonly mb: number;
  /** The share of the size that every shape is tried at first. */
  readonly share: number;
  /** Shares that every shape is tried at too, as that is cheap. */
  readonly whole: readonly number[];
}

const FILE = { size: 1_000_000, ms: 3000, mb: 500, share: 1 / 16, whole: [] };
const WORDS = { size: 100_000, ms: 3000, mb: 500, share: 1 / 16, whole: [1] };

const RULE: Readonly<Record<Place, Rule>> = {
  page: FILE,
  phrasings: FILE,
  ignore: { ...FILE, whole: [1] },
  // As much as is coloured; the share is one block, as long as any that is.
  code: { ...FILE, size: 40_000, share: 1 / 10 },
  // Texts of up to a megabyte are taken, larger ones are refused when they have been read.
  message: { size: 10_000_000, ms: 5000, mb: 500, share: 1 / 16, whole: [0.095, 0.999] },
  question: WORDS,
  argument: WORDS,
};

const GROWTH = Object.freeze({
  /** Time at 2n is at most so many times that at n. */
  most: 3,
  /** Milliseconds at 2n; what takes less is not judged, as its time is that of other things. */
  least: 500,
  /** Milliseconds at a sixteenth of the size, below which growth by the square breaks no rule, and half is not tried. */
  telling: 12,
});

/** After so long no more is tried, on a slow machine; two thirds of it are for small sizes. */
const MOST_MINUTES = Number(process.env['HOSTILE_MINUTES'] ?? 12);

/** Shapes are tried in steps of so many, so that of each kind some are, however short the time. */
const STEP = 617;

/** With fewer shapes tried, it has not been looked at enough. */
const LEAST_SHAPES = 300;

/** The share of a megabyte that is less than the longest section that is laid out (src/markdown/bounds.ts). */
const LAID_OUT = 0.149;

/** A command is ended that takes so many times the processor time that it may, by the clock: others may use the machine. */
const PATIENCE = 20;

/** Processes side by side; one each for two cores. */
const WORKERS = 2;

/** A command is suspect that would take more than this share of the time allowed if it grew on as it began to. */
const SUSPECT = 1 / 2;

interface Measure {
  readonly shape: number;
  readonly size: number;
  readonly command: string;
  readonly ms: number;
  readonly mb: number;
  readonly fault?: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'rustpolicy-hostile-'));

/** The worker with the code that it runs, as the build makes it: tsx would add a call to each function that is made. */
const worker = join(scratch, 'worker.cjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['test/bench/hostile/worker.ts'],
  outfile: worker,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  supported: { 'regexp-unicode-property-escapes': true },
  define: { 'import.meta.dirname': JSON.stringify(join(ROOT, 'dist')) },
  plugins: [withoutUnusedParts],
});

/** A process that takes one order at a time; one that is ended is started anew. */
class Worker {
  #child: ChildProcess | undefined;

  /** All that was measured; a command that is ended, as it takes too long, stands as having taken that. */
  async run(order: Order): Promise<Measure[]> {
    const limit = PATIENCE * RULE[SHAPES[order.shape]?.place ?? 'page'].ms;
    this.#child ??= await started();
    const child = this.#child;
    const measures: Measure[] = [];
    await new Promise<void>((resolve) => {
      let command = 'makes the text';
      let deadline = setTimeout(() => child.kill('SIGKILL'), 30_000);
      const onExit = () => {
        this.#child = undefined;
        measures.push({ ...order, command, ms: limit, mb: 0, fault: 'was ended' });
        resolve();
      };
      child.once('exit', onExit);
      const onReport = (report: Report) => {
        clearTimeout(deadline);
        if (report.kind === 'begun') command = report.command;
        if (report.kind === 'ended') measures.push({ ...order, ...report });
        if (report.kind !== 'done') {
          deadline = setTimeout(() => child.kill('SIGKILL'), report.kind === 'begun' ? limit : 30_000);
          return;
        }
        child.off('message', onReport);
        child.off('exit', onExit);
        resolve();
      };
      child.on('message', onReport);
      child.send(order);
    });
    return measures;
  }

  end(): void {
    this.#child?.kill();
    this.#child = undefined;
  }
}

async function started(): Promise<ChildProcess> {
  const child = fork(worker, { execArgv: ['--expose-gc', '--max-old-space-size=2000'] });
  await new Promise((resolve) => child.once('message', resolve));
  return child;
}

/** A shape at so large a share of the size that its rule is about. */
function run(runner: Worker, shape: number, share: number, commands?: readonly string[]): Promise<Measure[]> {
  const { size } = RULE[SHAPES[shape]?.place ?? 'page'];
  return runner.run({ shape, size: Math.floor(size * share), commands });
}

/** A shape at growing sizes, up to where the rule is broken. */
async function measured(runner: Worker, shape: number): Promise<Measure[]> {
  const { share, whole } = RULE[SHAPES[shape]?.place ?? 'page'];
  const all = await run(runner, shape, share);
  const telling = all.filter(({ ms }) => ms > GROWTH.telling).map(({ command }) => command);
  if (telling.length > 0 && !all.some(isBroken)) all.push(...(await run(runner, shape, share / 2, telling)));
  for (const of of whole) if (!all.some(isBroken)) all.push(...(await run(runner, shape, of)));
  return all;
}

/**
 * A suspect at as much of a file as is laid out, and at full size where it is one still: small sizes take milliseconds, of
 * which little can be told, and most of what is suspect by them is not by this.
 */
async function measuredLarge(runner: Worker, { shape, commands }: Suspect): Promise<Measure[]> {
  const all = await run(runner, shape, LAID_OUT, commands);
  const before = results.filter((each) => each.shape === shape && each.size < (all[0]?.size ?? 0));
  const left = suspectOf(shape, [...before, ...all]).commands;
  return left.length === 0 ? all : [...all, ...(await run(runner, shape, 1, left))];
}

/** A shape's commands that may break the rule at full size, and the largest share of the rule that one is to take. */
interface Suspect {
  readonly shape: number;
  readonly commands: readonly string[];
  readonly expected: number;
}

/** From how time grew up to the largest size so far. */
function suspectOf(shape: number, all: readonly Measure[]): Suspect {
  const rule = RULE[SHAPES[shape]?.place ?? 'page'];
  const largest = Math.max(...all.map(({ size }) => size));
  const found = all.flatMap(({ command, ms, size }) => {
    if (size < largest || size === rule.size) return [];
    const smaller = all.filter((each) => each.command === command && each.size < size);
    const [before = { ms, size: 1 }] = smaller.toSorted((a, b) => a.size - b.size);
    const power = Math.max(1, Math.log(ms / Math.max(1, before.ms)) / Math.log(size / before.size));
    const expected = (ms * (rule.size / size) ** power) / rule.ms;
    return expected > SUSPECT ? [{ command, expected }] : [];
  });
  return {
    shape,
    commands: found.map(({ command }) => command),
    expected: Math.max(0, ...found.map(({ expected }) => expected)),
  };
}

/** Takes tasks in turn, a process on each of some cores, until so many minutes are up; gives how many were taken. */
async function inTurn<Task>(
  tasks: readonly Task[],
  minutes: number,
  run: (runner: Worker, task: Task) => Promise<Measure[]>,
): Promise<number> {
  const left = [...tasks];
  const next = () => (performance.now() - begun < minutes * 60_000 ? left.shift() : undefined);
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      const runner = new Worker();
      for (let task = next(); task !== undefined; task = next()) {
        const measures = await run(runner, task);
        results.push(...measures);
        // For who waits; what holds is said at the end, on standard output.
        for (const each of measures.filter(isBroken)) process.stderr.write(line(each));
      }
      runner.end();
    }),
  );
  return tasks.length - left.length;
}

function isBroken({ shape, ms, mb, fault }: Measure): boolean {
  const rule = RULE[SHAPES[shape]?.place ?? 'page'];
  return fault !== undefined || ms > rule.ms || mb > rule.mb;
}

/** The measures at twice the size that took over three times as long. */
function steep(all: readonly Measure[]): Measure[] {
  return all.filter(({ shape, command, size, ms }) => {
    const half = all.find(
      (each) => each.shape === shape && each.command === command && Math.abs(each.size * 2 - size) < 2,
    );
    return half !== undefined && ms > GROWTH.least && ms > GROWTH.most * half.ms;
  });
}

const wanted = process.argv.slice(2);
const numbers = SHAPES.flatMap(({ place, name }, at) =>
  wanted.every((word) => `${place} ${name}`.includes(word)) ? [at] : [],
);

const results: Measure[] = [];
const begun = performance.now();
const inSteps = SHAPES.map((_, at) => (at * STEP) % SHAPES.length).filter((at) => numbers.includes(at));
const tried = await inTurn(inSteps, (MOST_MINUTES * 2) / 3, (runner, shape) => measured(runner, shape));

const slow = inSteps
  .slice(0, tried)
  .map((at) => ({ at, all: results.filter(({ shape }) => shape === at) }))
  .map(({ at, all }) => suspectOf(at, all.some(isBroken) ? [] : all))
  .filter(({ commands }) => commands.length > 0)
  .sort((a, b) => b.expected - a.expected);
const triedLarge = await inTurn(slow, MOST_MINUTES, measuredLarge);

const suspects = new Set([...results.filter(isBroken), ...steep(results)].map(({ shape }) => shape));
const again: Measure[] = [];
for (const shape of suspects) {
  // In a process of its own, with nothing beside it.
  const runner = new Worker();
  again.push(...(await measured(runner, shape)));
  const commands = slow.find((each) => each.shape === shape)?.commands ?? [];
  if (commands.length > 0)
    for (const share of [1, LAID_OUT]) again.push(...(await run(runner, shape, share, commands)));
  runner.end();
}
const faults = again.filter(isBroken);

function line({ shape, size, command, ms, mb, fault = '' }: Measure): string {
  const seconds = (ms / 1000).toFixed(2).padStart(7);
  const { place = '', name = '' } = SHAPES[shape] ?? {};
  const held = mb.toFixed(0).padStart(5);
  return `${seconds} s ${held} MB  ${String(size).padStart(8)}  ${command}: ${place}, ${name}  ${fault}\n`;
}

/** For each command the measure that is largest by some figure. */
function largest(figure: (measure: Measure) => number): Measure[] {
  const best = new Map<string, Measure>();
  for (const each of results) {
    const key = `${SHAPES[each.shape]?.place} ${each.command}`;
    const before = best.get(key);
    if (before === undefined || figure(each) > figure(before)) best.set(key, each);
  }
  return [...best.values()].sort((a, b) => figure(b) - figure(a));
}

rmSync(scratch, { recursive: true });
const out = (text: string) => process.stdout.write(text);
const took = ((performance.now() - begun) / 1000).toFixed(0);
const cpu = results.reduce((sum, { ms }) => sum + ms / 1000, 0).toFixed(0);
out(
  `${tried} shapes of ${numbers.length}, ${results.length} runs, ${took} s, ${cpu} s of them the commands'; `,
);
const isWhole = ({ shape, size }: Measure) => size === RULE[SHAPES[shape]?.place ?? 'page'].size;
const whole = slow.filter(({ shape }) =>
  results.some((each) => each.shape === shape && isWhole(each)),
).length;
out(`of ${slow.length} shapes that may be slow ${triedLarge} at a larger size, ${whole} at full size\n\n`);
out('Slowest of each command\n\n');
for (const each of largest(({ ms }) => ms)) out(line(each));
out('\nLargest of each command\n\n');
for (const each of largest(({ mb }) => mb)) out(line(each));
out(`\nOver ${GROWTH.most} times as long at twice the size, twice in a row\n\n`);
for (const each of steep(again)) out(line(each));
out(`\nOver the rule twice in a row: ${faults.length}\n\n`);
for (const each of faults) out(line(each));
if (faults.length > 0 || tried < Math.min(LEAST_SHAPES, numbers.length)) process.exitCode = 1;
