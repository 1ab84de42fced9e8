import { readFileSync } from 'node:fs';
import { built } from '../node/built.ts';
import { runProgram } from '../node/start.ts';
import type { Io } from '../terminal/io.ts';
import { complete } from './complete.ts';
import type { Candidate, CompletionTable } from './table.ts';

/** What the build derives for completion from the declarations and the bundled policy. */
export interface CompletionData {
  readonly table: CompletionTable;
  readonly topics: readonly Candidate[];
}

const DATA = built('completion.json');

/**
 * Answers a shell at every Tab, so it loads neither commander nor the policy: a line a candidate, its description
 * behind a tab; or `:folders` or `:files`, which the shell knows best.
 *
 * @param argv `complete`, `--`, and the words behind the program's name, the last of them to be completed.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const words = argv.slice(argv[1] === '--' ? 2 : 1);
  const { table, topics } = JSON.parse(readFileSync(DATA, 'utf8')) as CompletionData;
  const completion = complete(table, words);
  switch (completion.kind) {
    case 'words':
      await io.out.write(completion.words.map(candidateLine).join(''));
      break;
    case 'topics':
      await io.out.write((await topicsOf(folderOf(words, io.env), topics)).map(candidateLine).join(''));
      break;
    default:
      await io.out.write(`:${completion.kind}\n`);
  }
  return 0;
}

function candidateLine({ value, description }: Candidate): string {
  return `${value}\t${description.replace(/\s+/g, ' ')}\n`;
}

async function topicsOf(
  folder: string | undefined,
  bundled: readonly Candidate[],
): Promise<readonly Candidate[]> {
  if (folder === undefined) return bundled;
  const { folderTopics } = await import('./folder-topics.ts');
  return folderTopics(folder);
}

/** The folder whose topics are meant, as `--data` or the environment names it. */
function folderOf(words: readonly string[], env: Io['env']): string | undefined {
  const at = words.findLastIndex((word) => word === '--data' || word.startsWith('--data='));
  const typed = words[at]?.startsWith('--data=') ? words[at].slice('--data='.length) : words[at + 1];
  return at === -1 ? env['RUSTPOLICY_DATA'] || undefined : typed;
}

/** What `bin/` calls for a shell at every Tab. */
export function start(): Promise<void> {
  return runProgram(main);
}
