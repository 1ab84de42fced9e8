import fc from 'fast-check';

/** Properties that share the time. */
const PROPERTIES = 4;

/** Seconds for all of them: some in `npm test`, minutes where `FUZZ_SECONDS` says so. */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 8);

/**
 * The same from run to run, so that a change is judged by what it changes; `FUZZ_SEED=$RANDOM` looks elsewhere, and
 * runs again what a failure names.
 */
const seed = Number(process.env['FUZZ_SEED'] ?? 20261123);

process.stderr.write(`fuzzing for ${seconds} s with FUZZ_SEED=${seed}\n`);

/** Milliseconds after which vitest gives a property up: it has to shrink what it finds. */
export const PATIENCE = seconds * 1000 + 60_000;

/** Runs a property for its share of the time; says how often it ran. */
export async function fuzz<T>(property: fc.IAsyncProperty<T>): Promise<void> {
  const { failed, numRuns, ...details } = await fc.check(property, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: (seconds * 1000) / PROPERTIES,
    markInterruptAsFailure: false,
  });
  process.stderr.write(`  ${numRuns} runs\n`);
  if (!failed) return;
  const { counterexample, errorInstance } = details;
  throw new Error(
    `FUZZ_SEED=${seed}, after ${numRuns} runs: ${fc.stringify(counterexample)}\n${errorInstance instanceof Error ? errorInstance.stack : errorInstance}`,
  );
}
