import { runProgram } from '../program.ts';
import { main } from './main.ts';

/** What `bin/` calls for a shell at every Tab. */
export function start(): Promise<void> {
  return runProgram(main);
}
