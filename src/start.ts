import { main } from './main.ts';
import { runProgram } from './program.ts';

/** What `bin/` calls for every command line but a shell's. */
export function start(): Promise<void> {
  return runProgram(main);
}
