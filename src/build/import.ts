// Takes a newer revision of the published page into data/: npm run import -- PAGE.md
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { errorCode, exitStatus, InputError } from '../errors.ts';
import { planImport } from './import-plan.ts';

const DATA = new URL('../../data/', import.meta.url);

const NEXT = 'read `git diff data`, then: npm test && npx rustpolicy check data\n';

/** Writes the page's sections into `data/`, and tells what a person should know of them. */
function importPage([path, ...others]: readonly string[]): string {
  if (path === undefined || others.length > 0)
    throw new InputError('give one page: npm run import -- PAGE.md');
  const numbered = readdirSync(DATA).filter((name) => /^\d.*\.md$/.test(name));
  const textOf = (path: string) => readFileSync(new URL(path, DATA), 'utf8');
  const old = ['index.md', ...numbered.sort()].map((path) => ({ path, text: textOf(path) }));
  // Nothing is written where anything is wrong.
  const { files, report } = planImport(old, readFileSync(path, 'utf8'));
  for (const { path } of old) rmSync(new URL(path, DATA));
  for (const { path, text } of files) writeFileSync(new URL(path, DATA), text);
  return [...report, 'write its revision, subject and date into data/index.md', NEXT].join('\n');
}

try {
  process.stdout.write(importPage(process.argv.slice(2)));
} catch (error) {
  // Node gives a code to what it refuses, as a page that is not there.
  if (!(error instanceof InputError || errorCode(error) !== undefined)) throw error;
  process.stderr.write(`import: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = exitStatus.wrongUse;
}
