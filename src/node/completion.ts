import { completions } from '../completion/complete.ts';
import { exitStatus } from '../errors.ts';
import { readBuilt } from './built.ts';
import { run } from './run.ts';
import { output } from './streams.ts';

/** Answers a shell at a Tab, `complete -- WORD...`, of the bundled policy: by a tenth of the program, as people wait. */
export const start = () =>
  run(async () => {
    const [, , , , ...typed] = process.argv;
    await (await output(1)).write(await completions(typed, { env: process.env, readBuilt }));
    return exitStatus.answered;
  });
