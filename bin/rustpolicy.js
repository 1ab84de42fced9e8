#!/usr/bin/env node
import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

const { env, stdout, stderr } = process;

// As Node ends, it sets every terminal back to how it was at its start, though it never changed it; but by then the
// program behind a pipe, less or fzf, has set it up for itself. Node leaves alone what is closed.
process.on('exit', () => {
  for (const descriptor of [0, 1, 2].filter((descriptor) => isatty(descriptor))) closeSync(descriptor);
});

function output(stream) {
  // Errors come back through `write`; a listener keeps Node from throwing them a second time.
  stream.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve()))),
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}

async function readBytes() {
  const chunks = [];
  // Only here: to look at `process.stdin` is to open it.
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Loaded only where a command names a file of its own. */
const draftFile = () => import('../dist/draft-file.js');

try {
  // What shells call at every Tab has a way of its own, which loads next to nothing.
  const isCompletion = process.argv[2] === 'complete';
  const { main } = await import(isCompletion ? '../dist/complete.js' : '../dist/main.js');
  process.exitCode = await main(process.argv.slice(2), {
    out: output(stdout),
    error: output(stderr),
    terminal: stdout.isTTY ? (await import('../dist/window.js')).openWindow(stdout) : undefined,
    // Not `performance.now()`, for which Node loads modules that nothing else here needs.
    now: () => process.uptime() * 1000,
    env,
    readInput: async () => (await readBytes()).toString('utf8'),
    readMessage: async (path) =>
      path === undefined ? readBytes() : (await draftFile()).readMessageFile(path),
    writeFile: async (path, text, mode) => (await draftFile()).writeDraft(path, text, mode),
  });
} catch (error) {
  if (error?.code === 'EPIPE') {
    // The reader has gone; end as other programs do that SIGPIPE ends.
    process.exitCode = 141;
  } else {
    stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 70;
  }
}
