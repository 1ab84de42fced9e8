// Takes a newer revision of the published page into data/:
// npm run import -- PAGE.md --revision COMMIT --subject TEXT --updated YYYY-MM-DD
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseFrontMatter } from '../policy/front-matter.ts';
import type { SourceFile } from '../policy/source-file.ts';
import { importArguments, planImport, sha256 } from './import-plan.ts';

const DATA = new URL('../../data/', import.meta.url);

/** Runs the import; gives what to print. Nothing is written where anything is wrong. */
function importPage(argv: readonly string[]): string {
  const { path, revision } = importArguments(argv);
  const page = readFileSync(path, 'utf8');
  const old = dataFiles();
  const known = parseFrontMatter(old[0]?.text ?? '').fields.get('sha256');
  if (known === sha256(page)) return 'data/ holds this page already\n';
  const { files, report } = planImport(old, page, revision);
  const paths = new Set(files.map(({ path }) => path));
  for (const { path, text } of files) writeFileSync(new URL(path, DATA), text);
  for (const { path } of old) if (!paths.has(path)) rmSync(new URL(path, DATA));
  return [...report, 'read `git diff data`, then: npm test && npx rustpolicy check data', ''].join('\n');
}

/** `index.md`, then the numbered files. */
function dataFiles(): SourceFile[] {
  const numbered = readdirSync(DATA).filter((name) => /^\d.*\.md$/.test(name));
  return ['index.md', ...numbered.sort()].map((path) => ({
    path,
    text: readFileSync(new URL(path, DATA), 'utf8'),
  }));
}

process.stdout.write(importPage(process.argv.slice(2)));
