#!/usr/bin/env node
// Loads the program from what V8 made of it in an earlier run, as compiling it takes a quarter of a run. Node does so by
// itself from 22.1 on; for Node 20 it is done here. CommonJS, as Node's other loader takes longer than an answer.
const {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');

const { arch, argv, env, pid, version } = process;
const [, , command] = argv;

// The class that node:module gives, without that module, which takes a while to load.
const { enableCompileCache, wrap } = module.constructor;

const DIST = `${__dirname}/../dist`;

// Not where Node would keep it by itself: in /tmp others could leave their own code. No relative path either, which the
// XDG Base Directory Specification has ignored: in the folder that one works in, others could.
const caches = [env.XDG_CACHE_HOME, env.HOME && `${env.HOME}/.cache`].find((path) => path?.startsWith('/'));
const cache = caches && !env.NODE_DISABLE_COMPILE_CACHE ? `${caches}/rustpolicy` : undefined;

/** Makes a folder where it is missing. Node would try for ever where the system takes none, as in /proc. */
function isThere(folder) {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

/** Whether a folder is ours alone to write to: what is kept there is run. Not so for root with somebody's HOME. */
function isOurs(folder) {
  try {
    const { uid, mode } = statSync(folder);
    return uid === process.getuid() && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** What an earlier run kept of a file, if any. */
function kept(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Scripts that no earlier run has kept, by where they are to be kept. */
const unkept = new Map();
// At the end V8 has compiled all that the run called.
process.on('exit', () => {
  if (unkept.size > 0 && isThere(caches) && isThere(cache) && isOurs(cache))
    for (const [path, script] of unkept) keep(path, script);
});

/** Keeps a script for later runs, whole or not at all; where it cannot be kept, it is compiled again. */
function keep(path, script) {
  const temporary = `${path}.${pid}`;
  try {
    const descriptor = openSync(temporary, 'wx', 0o600);
    writeFileSync(descriptor, script.createCachedData());
    // Else a machine that loses power may keep a file of the right length with nothing in it.
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** Only what a run called is kept. Asking, which calls most and is done most, keeps its own. */
const purpose = command === 'ask' ? 'ask' : 'other';

/** Files that the build names by their content: what V8 kept of one stands for no other. */
const NAMED_BY_CONTENT = /-[A-Z0-9]{8}\.js$/;

function compiled(filename, name) {
  // Only where Node keeps no code by itself.
  const { Script } = require('node:vm');
  const path =
    cache && NAMED_BY_CONTENT.test(name) ? `${cache}/${version}-${arch}-${purpose}-${name}` : undefined;
  const cachedData = path && isOurs(cache) ? kept(path) : undefined;
  // V8 looks at its version, its flags and the length of the source.
  const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData });
  if (path && (cachedData === undefined || script.cachedDataRejected)) unkept.set(path, script);
  return script.runInThisContext();
}

const loaded = new Map();

/** What `require` gives for a file of dist/ or a module of Node's: files of dist/ ask for nothing else. */
function load(request) {
  if (!request.startsWith('./')) return require(request);
  const known = loaded.get(request);
  if (known !== undefined) return known.exports;
  const made = { exports: {}, require: load };
  loaded.set(request, made);
  const filename = DIST + request.slice(1);
  compiled(filename, request.slice(2)).call(made.exports, made.exports, load, made, filename, DIST);
  return made.exports;
}

const program = './main.js';
if (enableCompileCache === undefined) {
  load(program).start();
} else {
  if (cache && isThere(caches) && isThere(cache) && isOurs(cache)) enableCompileCache(`${cache}/${purpose}`);
  require(DIST + program.slice(1)).start();
}
