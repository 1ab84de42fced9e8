// Takes a newer revision of the published page into data/:
// npm run import -- PAGE.md --revision COMMIT --subject TEXT --updated YYYY-MM-DD [--renamed NAME=ANCHOR] [--gone NAME]
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { InputError, reasonOf } from '../errors.ts';
import { parseFrontMatter } from '../policy/front-matter.ts';
import type { SourceFile } from '../policy/source-file.ts';
import { importArguments } from './import-arguments.ts';
import { sha256 } from './import-files.ts';
import { type Plan, planImport } from './import-plan.ts';
import type { Unclear } from './section-pairs.ts';

const DATA = new URL('../../data/', import.meta.url);

/** Runs the import; gives what to print and the exit status: 0 done, 1 a question is open and nothing is written. */
function importPage(argv: readonly string[]): { readonly text: string; readonly status: number } {
  const { path, revision, decisions } = importArguments(argv);
  const page = readPage(path);
  const files = dataFiles();
  const known = parseFrontMatter(files[0]?.text ?? '').fields.get('sha256');
  if (known === sha256(page)) return { text: 'data/ holds this page already\n', status: 0 };
  const plan = planImport(files, page, { revision, decisions });
  if (plan.kind === 'unclear') return { text: plan.unclear.map(question).join(''), status: 1 };
  writeFiles(files, plan);
  const next = 'read `git diff data`, then: npm test && npx rustpolicy check data';
  return { text: [...plan.report, next, ''].join('\n'), status: 0 };
}

function readPage(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(`cannot read "${path}": ${reasonOf(error)}; give the Markdown source of the page`);
  }
}

/** `index.md`, then the numbered files. */
function dataFiles(): SourceFile[] {
  const names = readdirSync(DATA).filter((name) => /^\d.*\.md$/.test(name));
  return ['index.md', ...names.sort()].map((path) => ({
    path,
    text: readFileSync(new URL(path, DATA), 'utf8'),
  }));
}

function writeFiles(old: readonly SourceFile[], plan: Extract<Plan, { kind: 'ready' }>): void {
  const paths = new Set(plan.files.map(({ path }) => path));
  for (const { path, text } of plan.files) writeFileSync(new URL(path, DATA), text);
  for (const { path } of old) if (!paths.has(path)) rmSync(new URL(path, DATA));
}

function question({ name, heading, anchor, likeness }: Unclear): string {
  const percent = Math.round(100 * likeness);
  return [
    `Is "${heading}" what was ${name}? They share ${percent} % of their words. Nothing is written; run again with`,
    `  --renamed ${name}=${anchor}  if it is`,
    `  --gone ${name}  if it is not\n`,
  ].join('\n');
}

try {
  const { text, status } = importPage(process.argv.slice(2));
  process.stdout.write(text);
  process.exitCode = status;
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`import: ${error.message}\n`);
  process.exitCode = 2;
}
