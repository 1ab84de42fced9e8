#!/usr/bin/env node
// Loads the program as V8 compiled it when the build ran it, which spares a quarter of a run. Only reads.
// CommonJS, as Node's other loader takes longer than an answer.
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');

const { arch, version } = process;
const DIST = `${__dirname}/../dist`;

/** The largest prime below 2^64. */
const PRIME = 0xffffffffffffffc5n;

/**
 * What V8 compiled of this very code on this very Node, if the build has kept it. The name says so, as V8 itself compares
 * no more than the code's length, and takes what another release compiled.
 */
function compiled(code) {
  // Not by `node:crypto`: to load it takes ten times as long as this.
  const hash = BigInt(`0x${code.toString('hex')}`) % PRIME;
  try {
    return readFileSync(`${DIST}/compiled/${version}-${arch}-${hash.toString(36)}`);
  } catch {
    return undefined;
  }
}

const loaded = new Map();

/** What `require` gives for a file of dist/ or a module of Node's: files of dist/ ask for nothing else. */
function load(request) {
  if (!request.startsWith('./')) return require(request);
  const known = loaded.get(request);
  if (known !== undefined) return known.exports;
  const made = { exports: {}, require: load };
  loaded.set(request, made);
  const path = DIST + request.slice(1);
  const code = readFileSync(path);
  // A name that is the same everywhere: Node 20 tells that of where the code was compiled.
  const filename = `rustpolicy${request.slice(1)}`;
  // As Node's own loader does. V8 joins the parts only where something is left to compile.
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
  const script = new Script(wrapped, { filename, cachedData: compiled(code) });
  script.runInThisContext().call(made.exports, made.exports, load, made, path, DIST);
  return made.exports;
}

// A shell that asks about the bundled policy is answered without the program: a third of it is loaded.
const [, , first, second, ...words] = process.argv;
const isCompletion = first === 'complete' && second === '--';
const isBundled = !process.env.RUSTPOLICY_DATA && !words.some((word) => word.startsWith('--data'));
load(isCompletion && isBundled ? './complete.js' : './main.js').start();
