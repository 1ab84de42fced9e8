import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/one-place.ts',
    // A process of its own for each file takes longer than its tests, and nothing in them changes what is global.
    isolate: false,
    // Many tests wait for programs that they run: a processor has time for another file meanwhile.
    maxWorkers: availableParallelism() + 1,
    // Programs take their time on a machine that does other work too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
