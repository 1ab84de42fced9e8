import { InputError } from '../errors.ts';
import { loadFolder } from '../policy/folder.ts';
import { describeProblem } from '../policy/problem.ts';
import { type Prepared, prepare } from '../prepared.ts';

/**
 * What the build writes into `dist/` for a run to read: our own folder as any other is loaded.
 *
 * @throws InputError when anything in the folder is broken.
 */
export async function prepareData(folder: string): Promise<Prepared> {
  const loaded = loadFolder(folder);
  if (loaded.problems.length > 0) throw new InputError(loaded.problems.map(describeProblem).join('\n'));
  return prepare(loaded);
}
