#!/usr/bin/env node
// CommonJS, and no more of Node than a run needs: its loader of ECMAScript modules, its streams and its terminals each
// take longer to load than an answer takes to find.
const { closeSync, existsSync, fstatSync, mkdirSync, readSync, writeSync } = require('node:fs');
const { enableCompileCache } = require('node:module');

const { env } = process;

// Node from 22.1 on keeps what it compiled. Not where it would by itself: in /tmp others could leave it their own code.
const cache = env.XDG_CACHE_HOME || (env.HOME && `${env.HOME}/.cache`);
if (cache && enableCompileCache && isThere(cache) && isThere(`${cache}/rustpolicy`)) {
  enableCompileCache(`${cache}/rustpolicy`);
}

/** Makes a folder where it is missing. Node would try for ever where the system takes none, as in /proc. */
function isThere(folder) {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

/** Whether a descriptor may be a terminal: all of those are character devices, as is /dev/null. */
const isDevice = (descriptor) => fstatSync(descriptor).isCharacterDevice();
const isTerminal = (descriptor) => isDevice(descriptor) && require('node:tty').isatty(descriptor);

// As Node ends, it sets every terminal back to how it was at its start, though it never changed it; but by then the
// program behind a pipe, less or fzf, has set it up for itself. Node leaves alone what is closed.
let isTerminalBroken = false;
process.on('exit', () => {
  // A pager that was killed had no time to set it back itself.
  if (isTerminalBroken) return;
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

/** Standard error as the commands see it: what cannot be said there keeps nobody from the answer, but is no success. */
function standardError() {
  const whole = output(2, () => process.stderr);
  return Object.assign(Object.create(whole), {
    write: (text) =>
      whole.write(text).catch(() => {
        isSpeechless = true;
      }),
  });
}
let isSpeechless = false;

/** Standard input to its end, or a little more than `most` bytes of it, as it may have none. */
async function readBytes(most) {
  const chunks = [];
  let size = 0;
  const isEnough = (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    return chunk.length === 0 || size > most;
  };
  try {
    const chunk = Buffer.allocUnsafe(65_536);
    while (!isEnough(Buffer.from(chunk.subarray(0, readSync(0, chunk)))));
  } catch (error) {
    // A pipe that does not wait: a stream waits by itself.
    if (error.code !== 'EAGAIN') throw error;
    for await (const chunk of process.stdin) if (isEnough(chunk)) break;
  }
  return Buffer.concat(chunks);
}

const window = () =>
  require('../dist/window.js').openWindow(process.stdout, () => {
    isTerminalBroken = true;
  });
/** Loaded only where a command names a file of its own. */
const draftFile = () => require('../dist/draft-file.js');

async function run(argv) {
  // What shells call at every Tab has a way of its own, which loads next to nothing.
  const { main } = argv[0] === 'complete' ? require('../dist/complete.js') : require('../dist/main.js');
  const status = await main(argv, {
    out: output(1, () => process.stdout),
    error: standardError(),
    terminal: isTerminal(1) ? window() : undefined,
    // Not `performance.now()`, for which Node loads modules that nothing else here needs.
    now: () => process.uptime() * 1000,
    env,
    readInput: async (most) => (await readBytes(most)).toString('utf8'),
    readMessage: async (path, most) =>
      path === undefined ? readBytes(most) : draftFile().readMessageFile(path, most),
    writeFile: async (path, text, mode) => draftFile().writeDraft(path, text, mode),
  });
  process.exitCode = status === 0 && isSpeechless ? 2 : status;
}

/** What the system says of a read or write that it refuses: `ENOSPC: no space left on device, write`. */
const DIRECTIONS = { read: 'cannot read standard input', write: 'cannot write standard output' };

run(process.argv.slice(2)).catch((error) => {
  if (error?.code === 'EPIPE') {
    // The reader has gone; end as other programs do that SIGPIPE ends.
    process.exitCode = 141;
  } else if (Object.hasOwn(DIRECTIONS, error?.syscall)) {
    const reason = error.message.replace(/^\w+: (.*), \w+$/, '$1');
    standardError().write(`rustpolicy: ${DIRECTIONS[error.syscall]}: ${reason}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 70;
  }
});
