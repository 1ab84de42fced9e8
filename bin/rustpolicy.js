#!/usr/bin/env node
// CommonJS, and no more of Node than a run needs: its loader of ECMAScript modules, its streams and its terminals each
// take longer to load than an answer takes to find.
const { closeSync, fstatSync, writeSync } = require('node:fs');
const { enableCompileCache } = require('node:module');

const { env } = process;

// Node from 22.1 on keeps what it compiled. Not where it would by itself: in /tmp others could leave it their own code.
const cache = env.XDG_CACHE_HOME || (env.HOME && `${env.HOME}/.cache`);
if (cache) enableCompileCache?.(`${cache}/rustpolicy`);

/** Whether a descriptor may be a terminal: all of those are character devices, as is /dev/null. */
const isDevice = (descriptor) => fstatSync(descriptor).isCharacterDevice();
const isTerminal = (descriptor) => isDevice(descriptor) && require('node:tty').isatty(descriptor);

// As Node ends, it sets every terminal back to how it was at its start, though it never changed it; but by then the
// program behind a pipe, less or fzf, has set it up for itself. Node leaves alone what is closed.
process.on('exit', () => {
  for (const descriptor of [0, 1, 2].filter(isDevice)) closeSync(descriptor);
});

/** Writes all of a text; throws the system's error where that fails, EPIPE where its reader has gone. */
async function write(descriptor, stream, text) {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    // A full pipe that does not wait, as whoever else holds it has set it: a stream waits by itself.
    if (error.code !== 'EAGAIN') throw error;
    await writeToStream(stream(), rest);
  }
}

function writeToStream(stream, bytes) {
  return new Promise((resolve, reject) => {
    // Errors come back through `write`; a listener keeps Node from throwing them a second time.
    stream.on('error', () => {});
    stream.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** To look at `process.stdout` is to load what it needs: `stream` does so only when asked. */
function output(descriptor, stream) {
  return {
    write: (text) => write(descriptor, stream, text),
    get isTerminal() {
      return isTerminal(descriptor);
    },
    get columns() {
      return isTerminal(descriptor) ? stream().columns : undefined;
    },
  };
}

async function readBytes() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const window = () => require('../dist/window.js').openWindow(process.stdout);
/** Loaded only where a command names a file of its own. */
const draftFile = () => require('../dist/draft-file.js');

async function run(argv) {
  // What shells call at every Tab has a way of its own, which loads next to nothing.
  const { main } = argv[0] === 'complete' ? require('../dist/complete.js') : require('../dist/main.js');
  process.exitCode = await main(argv, {
    out: output(1, () => process.stdout),
    error: output(2, () => process.stderr),
    terminal: isTerminal(1) ? window() : undefined,
    // Not `performance.now()`, for which Node loads modules that nothing else here needs.
    now: () => process.uptime() * 1000,
    env,
    readInput: async () => (await readBytes()).toString('utf8'),
    readMessage: async (path) => (path === undefined ? readBytes() : draftFile().readMessageFile(path)),
    writeFile: async (path, text, mode) => draftFile().writeDraft(path, text, mode),
  });
}

run(process.argv.slice(2)).catch((error) => {
  if (error?.code === 'EPIPE') {
    // The reader has gone; end as other programs do that SIGPIPE ends.
    process.exitCode = 141;
  } else {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 70;
  }
});
