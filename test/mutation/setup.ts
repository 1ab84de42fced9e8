import fc from 'fast-check';

// The same examples for each mutant, so that a score can be had again, and fewer of them: there are thousands of mutants.
fc.configureGlobal({ seed: 1, numRuns: 30 });
