import { declarations } from '../cli.ts';
import type { CompletionData } from '../completion/main.ts';
import { completionTable } from '../completion/table.ts';
import { topicCandidates } from '../completion/topics.ts';
import type { PolicyText } from '../policy/policy.ts';
import { VERSION } from '../version.ts';
import { manPage } from './man-page.ts';

/** What completion reads at every Tab. */
export function completionData(policy: PolicyText): CompletionData {
  return { table: completionTable(declarations()), topics: topicCandidates(policy.sections) };
}

/** The manual page, as it is dated. */
export function manual(date: Date): string {
  return manPage(declarations(), { version: VERSION, date });
}
