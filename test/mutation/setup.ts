import fc from 'fast-check';
// Loaded here, not by the first test that needs them: what runs when a module is loaded is not measured.
import '../../src/policy/folder.ts';
import '../../src/search/foreign.ts';
import '../../src/search/search-index.ts';

// The same examples for each mutant, so that a score can be had again, and fewer of them: there are thousands of mutants.
fc.configureGlobal({ seed: 1, numRuns: 30 });
