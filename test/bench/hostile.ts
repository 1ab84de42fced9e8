// Runs the commands over texts that are made to be slow, and prints how time grows: npm run bench:hostile
// With words behind it, only the shapes whose place or name holds them all: npm run bench:hostile -- page list
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Place, SHAPES } from './hostile/shapes.ts';
import type { Order, Report } from './hostile/worker.ts';

/** What no command may take, whatever a file or message holds. */
const RULE: Readonly<Record<Place, { readonly size: number; readonly ms: number; readonly mb: number }>> = {
  page: { size: 1_000_000, ms: 3000, mb: 500 },
  phrasings: { size: 1_000_000, ms: 3000, mb: 500 },
  code: { size: 20_000, ms: 3000, mb: 500 },
  ignore: { size: 1_000_000, ms: 3000, mb: 500 },
  message: { size: 10_000_000, ms: 5000, mb: 500 },
  question: { size: 100_000, ms: 3000, mb: 500 },
  argument: { size: 100_000, ms: 3000, mb: 500 },
};

const GROWTH = Object.freeze({
  /** Time at 2n is at most so many times that at n. */
  most: 3,
  /** Milliseconds at 2n; what takes less is not judged, as its time is that of other things. */
  least: 400,
});

/** Processes side by side; one each for two cores. */
const WORKERS = 2;

/** The shares of its full size that every shape is tried at, and those for one that may be slow there. */
const SHARES = { all: [1 / 32, 1 / 16], suspects: [1 / 2, 1] };

/** A shape is suspect that would take more than this share of the time allowed if it grew on as it began to. */
const SUSPECT = 1 / 3;

interface Measure {
  readonly shape: number;
  readonly size: number;
  readonly command: string;
  readonly ms: number;
  readonly mb: number;
  readonly fault?: string;
}

const worker = fileURLToPath(new URL('hostile/worker.ts', import.meta.url));

/** A process that takes one order at a time; one that is ended is started anew. */
class Worker {
  #child: ChildProcess | undefined;

  /** All that was measured; the command that took over the limit stands as having taken it. */
  async run(order: Order, limit: number): Promise<Measure[]> {
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
  const child = fork(worker, { execArgv: ['--expose-gc', '--import', 'tsx', '--max-old-space-size=2000'] });
  await new Promise((resolve) => child.once('message', resolve));
  return child;
}

/** A shape at growing sizes; stops where the rule is broken already, or nothing speaks for it. */
async function measured(runner: Worker, at: number): Promise<Measure[]> {
  const place = SHAPES[at]?.place ?? 'page';
  const { size, ms } = RULE[place];
  const all: Measure[] = [];
  for (const share of [...SHARES.all, ...SHARES.suspects]) {
    if (share === SHARES.suspects[0] && !isSuspect(all, ms)) break;
    const measures = await runner.run({ shape: at, size: Math.floor(size * share) }, 10 * ms);
    all.push(...measures);
    if (measures.some(isBroken)) break;
  }
  return all;
}

/** Whether some command, from how its time grew from the first size to the second, may break the rule at full size. */
function isSuspect(measures: readonly Measure[], allowed: number): boolean {
  const [small = 1, large = 1] = SHARES.all;
  return measures.some(({ command, ms, mb, size }) => {
    const half = measures.find((each) => each.command === command && each.size < size);
    if (half === undefined) return false;
    const power = Math.log(Math.max(2, ms / Math.max(1, half.ms))) / Math.log(large / small);
    return (ms > 15 && ms * large ** -power > SUSPECT * allowed) || mb > 300;
  });
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
const left = [...numbers];
await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    const runner = new Worker();
    for (let at = left.shift(); at !== undefined; at = left.shift()) {
      const measures = await measured(runner, at);
      results.push(...measures);
      // For who waits; what holds is said at the end, on standard output.
      for (const each of measures.filter(isBroken)) process.stderr.write(line(each));
    }
    runner.end();
  }),
);

const suspects = new Set([...results.filter(isBroken), ...steep(results)].map(({ shape }) => shape));
const again: Measure[] = [];
for (const shape of suspects) {
  // In a process of its own, with nothing beside it.
  const runner = new Worker();
  again.push(...(await measured(runner, shape)));
  runner.end();
}
const faults = [...again.filter(isBroken), ...steep(again)];

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

const out = (text: string) => process.stdout.write(text);
const took = ((performance.now() - begun) / 1000).toFixed(0);
out(`${numbers.length} shapes, ${results.length} runs, ${took} s\n\nSlowest of each command\n\n`);
for (const each of largest(({ ms }) => ms)) out(line(each));
out('\nLargest of each command\n\n');
for (const each of largest(({ mb }) => mb)) out(line(each));
out(
  `\nOver the rule, or over ${GROWTH.most} times as long at twice the size, twice in a row: ${faults.length}\n\n`,
);
for (const each of faults) out(line(each));
if (faults.length > 0) process.exitCode = 1;
