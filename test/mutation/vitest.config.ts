import { defineConfig } from 'vitest/config';

/**
 * What kills mutants: the tests of what is mutated, all of them in one process.
 *
 * Not those of whole command lines: they load modules while they run, where Stryker cannot tell what a module does when
 * it is loaded from what it does when it is called. Not those that train the bundled policy's model, which takes
 * minutes in the instrumented code.
 */
export default defineConfig({
  test: {
    include: ['test/{search,render,policy}/**/*.test.ts'],
    exclude: ['test/policy/data.test.ts'],
    setupFiles: ['test/mutation/setup.ts'],
    // A process of its own for each file takes longer than its tests, and nothing here changes what is global.
    isolate: false,
    // The first run is of all tests in instrumented code, and a change that makes one endless is stopped by Stryker.
    testTimeout: 60_000,
  },
});
