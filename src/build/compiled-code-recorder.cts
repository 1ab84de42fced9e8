// Loaded before the program by the build: keeps what V8 has compiled by the end of a run where bin/ looked for it.
import fs = require('node:fs');
import vm = require('node:vm');

const { readFileSync } = fs;
const scripts = new Map<string, vm.Script>();
/** What was read last: for a script, what was kept of it. */
let path = '';

Object.assign(fs, {
  readFileSync: (...given: Parameters<typeof readFileSync>) => {
    path = String(given[0]);
    return readFileSync(...given);
  },
});

Object.assign(vm, {
  Script: class extends vm.Script {
    constructor(...given: ConstructorParameters<typeof vm.Script>) {
      super(...given);
      if (this.cachedDataRejected) throw new Error(`V8 refuses what it made itself: ${path}`);
      scripts.set(path, this);
    }
  },
});

// Behind the program's own listeners, as these are compiled when they are called.
process.once('beforeExit', () => {
  process.once('exit', () => {
    for (const [path, script] of scripts) fs.writeFileSync(path, script.createCachedData());
  });
});
