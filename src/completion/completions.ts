import { InputError } from '../errors.ts';
import { bundledPolicy } from '../search/open-policy.ts';
import { dataFolder } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';
import { type Candidate, complete, folderIn } from './complete.ts';

/**
 * Answers a shell at every Tab, so it loads neither commander nor the search tables: a line a candidate, its description
 * behind a tab; or `:folders` or `:files`, which the shell knows best.
 *
 * @param words those behind the program's name, the last of them to be completed.
 */
export async function completions(words: readonly string[], io: Io): Promise<string> {
  const completion = complete(words);
  switch (completion.kind) {
    case 'words':
      return completion.words.map(candidateLine).join('');
    case 'topics':
      return (await topicsOf(words, io)).map(candidateLine).join('');
    case 'folders':
    case 'files':
      return `:${completion.kind}\n`;
  }
}

function candidateLine({ value, description }: Candidate): string {
  return `${value}\t${description.replace(/\s+/g, ' ')}\n`;
}

async function topicsOf(words: readonly string[], io: Io): Promise<readonly Candidate[]> {
  const folder = dataFolder(folderIn(words), io.env);
  const sections = folder === undefined ? bundledPolicy(io.readBuilt).sections : await sectionsOf(folder);
  return sections.map(({ name, heading }) => ({ value: name, description: heading }));
}

/** The topics of a folder; none where it cannot be read, as the command itself will say why. */
async function sectionsOf(folder: string) {
  const { loadFolder } = await import('../policy/folder.ts');
  try {
    return loadFolder(folder).policy.sections;
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
