import { declarations } from '../cli.ts';
import { type CompletionData, topicCandidates } from '../completion/main.ts';
import { completionTable } from '../completion/table.ts';
import type { Prepared } from '../prepared.ts';

/** What completion reads at every Tab. */
export function completionData({ policy }: Prepared): CompletionData {
  return { table: completionTable(declarations()), topics: topicCandidates(policy.sections) };
}
