import { defineConfig } from 'vitest/config';

/** What kills mutants: the tests that run in one process, on what is mutated; not those that run the built program. */
export default defineConfig({
  test: {
    include: ['test/{search,render,policy,check,markdown}/**/*.test.ts', 'test/main.test.ts'],
  },
});
