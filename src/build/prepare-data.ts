import { InputError } from '../errors.ts';
import { lex } from '../markdown/lex.ts';
import { loadFolder } from '../policy/folder.ts';
import { describeProblem, type PolicyText } from '../policy/policy.ts';
import { buildIndex, type SearchIndex } from '../search/search-index.ts';
import { encodeIndex } from '../search/stored-index.ts';

/** A policy with its search tables, ready to be asked. */
export interface Prepared {
  readonly policy: PolicyText;
  readonly index: SearchIndex;
}

/**
 * Our own folder, loaded as any other is.
 *
 * @throws InputError when anything in the folder is broken.
 */
export async function prepareData(folder: string): Promise<Prepared> {
  const { policy, askedAs, problems } = loadFolder(folder);
  if (problems.length > 0) throw new InputError(problems.map(describeProblem).join('\n'));
  return { policy, index: buildIndex(policy, askedAs) };
}

/** The contents of the files that a run reads: each as little as its command needs. */
export function storedData({ policy, index }: Prepared) {
  return {
    policy: JSON.stringify(policy),
    page: JSON.stringify(policy.page),
    tokens: policy.sections.map((section) => ({
      name: section.name,
      json: JSON.stringify(lex(section.body)),
    })),
    index: encodeIndex(index),
  };
}
