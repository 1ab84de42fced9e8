import { readBuilt } from '../src/node/built.ts';
import type { Io } from '../src/terminal/io.ts';

/** What a run finds and what it leaves, in memory. */
export interface World {
  readonly io: Io;
  readonly out: () => string;
  readonly error: () => string;
}

/** A pipe and an empty environment, unless told otherwise. */
export function worldOf({
  isTerminal = false,
  columns = undefined as number | undefined,
  env = {} as Readonly<Record<string, string>>,
  input = undefined as string | undefined,
  files = {} as Record<string, string | Uint8Array>,
} = {}): World {
  const out = recorder();
  const error = recorder();
  return {
    io: {
      out: { write: out.write, isTerminal, columns },
      error: { write: error.write, isTerminal, columns },
      now: () => 0,
      env,
      readBuilt,
      isInputTerminal: async () => input === undefined,
      isFile: (path) => Object.hasOwn(files, path),
      readInput: async (path) => Buffer.from((path === undefined ? input : files[path]) ?? ''),
      userAddress: async () => env['EMAIL'],
      writeFile: async (path, text) => {
        files[path] = text;
      },
    },
    out: out.text,
    error: error.text,
  };
}

function recorder() {
  const written: string[] = [];
  return {
    write: async (text: string) => {
      written.push(text);
    },
    text: () => written.join(''),
  };
}
