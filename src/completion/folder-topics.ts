import { InputError } from '../errors.ts';
import { loadFolder } from '../policy/folder.ts';
import type { Candidate } from './table.ts';
import { topicCandidates } from './topics.ts';

/** The topics of a folder; none where it cannot be read, as the command itself will say why. */
export function folderTopics(folder: string): readonly Candidate[] {
  try {
    return topicCandidates(loadFolder(folder).policy.sections);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
