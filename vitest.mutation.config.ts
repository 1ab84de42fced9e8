import { defineConfig } from 'vitest/config';

/**
 * What kills mutants: the tests of what is mutated, and of the commands, in one process. Not those that train the
 * bundled policy's model, which the instrumented code takes minutes for.
 */
export default defineConfig({
  test: {
    include: ['test/{search,render,policy,markdown}/**/*.test.ts', 'test/{main,paging}.test.ts'],
    exclude: ['test/policy/data.test.ts'],
  },
});
