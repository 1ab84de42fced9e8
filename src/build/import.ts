// Takes a newer revision of the published page into data/:
// npm run import -- PAGE.md --revision COMMIT --subject TEXT --updated YYYY-MM-DD
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { importArguments, planImport } from './import-plan.ts';

const DATA = new URL('../../data/', import.meta.url);

const { path, revision } = importArguments(process.argv.slice(2));
const numbered = readdirSync(DATA).filter((name) => /^\d.*\.md$/.test(name));
const old = ['index.md', ...numbered.sort()].map((path) => ({
  path,
  text: readFileSync(new URL(path, DATA), 'utf8'),
}));
// Nothing is written where anything is wrong.
const { files, report } = planImport(old, readFileSync(path, 'utf8'), revision);
for (const { path } of old) rmSync(new URL(path, DATA));
for (const { path, text } of files) writeFileSync(new URL(path, DATA), text);
const next = 'read `git diff data`, then: npm test && npx rustpolicy check data\n';
process.stdout.write([...report, next].join('\n'));
