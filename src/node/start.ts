import { existsSync, statSync } from 'node:fs';
import { main } from '../main.ts';
import type { Io, Output } from '../terminal/io.ts';
import { readBuilt } from './built.ts';
import { run } from './run.ts';
import { isTerminal, output, readStandardInput } from './streams.ts';

/** Runs the program on the process's own streams and environment: all that `bin/` calls, but for completion. */
export const start = () => run(async (error) => main(process.argv.slice(2), await processIo(error)));

async function processIo(error: Output): Promise<Io> {
  const out = await output(1);
  return {
    out,
    error,
    terminal: out.isTerminal ? (await import('./window.ts')).TERMINAL : undefined,
    // Not `performance.now()`, for which Node loads modules that nothing else here needs.
    now: () => process.uptime() * 1000,
    env: process.env,
    readBuilt,
    isInputTerminal: () => isTerminal(0),
    isFile: (path) => existsSync(path) && statSync(path).isFile(),
    readInput: async (path, most) =>
      path === undefined ? readStandardInput(most) : (await mailFiles()).readMessage(path, most),
    userAddress: async () => process.env['EMAIL'] || (await mailFiles()).gitAddress(),
    writeFile: async (path, text, mode) => (await mailFiles()).writeDraft(path, text, mode),
  };
}

/** Loaded only where a command names a file of its own. */
const mailFiles = () => import('./mail-files.ts');
