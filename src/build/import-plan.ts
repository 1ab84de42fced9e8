import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import GithubSlugger from 'github-slugger';
import { dump, FAILSAFE_SCHEMA } from 'js-yaml';
import { InputError } from '../errors.ts';
import { lexBlocks } from '../markdown/lex.ts';
import { parseFrontMatter } from '../policy/front-matter.ts';
import { anchorOf, fileName, headingName, headingOf } from '../policy/names.ts';
import type { SourceFile } from '../policy/source-file.ts';

const USAGE = 'PAGE.md --revision COMMIT --subject TEXT --updated YYYY-MM-DD';

/**
 * Reads the words behind `npm run import --`: the path of the page, and the front matter that tells its revision.
 *
 * @throws InputError when they name no page or no revision of it; TypeError of Node's when they hold another option.
 */
export function importArguments(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { revision: text, subject: text, updated: text };
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const { revision = '', subject = '', updated = '' } = values;
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new InputError(`give one page and what it is: ${USAGE}`);
  if (!/^[0-9a-f]{12,40}$/.test(revision))
    throw new InputError(`revision "${revision}" is no commit; give at least 12 of its hex digits: ${USAGE}`);
  if (!/^.*\S.*$/.test(subject))
    throw new InputError(`the subject is not one line; give the commit's: ${USAGE}`);
  if (!isDate(updated))
    throw new InputError(`updated "${updated}" is no date; give one as 2025-04-02: ${USAGE}`);
  return { path, revision: { revision: revision.slice(0, 12), subject, updated } };
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD: `2025-02-30` is none. */
function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text;
}

/** What an import makes of the folder's top, and what a person should know of it. */
export interface ImportPlan {
  readonly files: readonly SourceFile[];
  readonly report: readonly string[];
}

/** A section of the page, all its bytes, and how a file of the folder has it. */
interface Piece {
  readonly heading: string;
  readonly anchor: string;
  readonly text: string;
  readonly name: string;
  readonly matter: string;
}

/**
 * Plans how a newer revision of the page is taken into the folder. A section is the one that had its anchor: the body is
 * replaced, name and front matter are kept. Where a heading changed, one section is gone and another one is added.
 *
 * @param files the folder's index.md, then its numbered files.
 * @param revision the values of index.md's front matter that tell of it.
 * @throws InputError when the page has no sections, or two with one anchor.
 */
export function planImport(
  files: readonly SourceFile[],
  page: string,
  revision: Readonly<Record<string, string>>,
): ImportPlan {
  const [introduction, ...sections] = splitPage(page);
  const [index, ...olds] = files.map(filedPiece);
  if (introduction === undefined || index === undefined || sections.length === 0)
    throw new InputError('the page has no sections; give the Markdown source of the whole page');
  const oldAt = new Map(olds.map((old) => [old.anchor, old]));
  // The old names first: a new section takes none of them, not even that of one that is gone.
  const slugger = new GithubSlugger();
  for (const { name } of olds) slugger.slug(name);
  const pieces = sections.map((section) => {
    const { name = slugger.slug(headingName(section.heading)), matter = '' } =
      oldAt.get(section.anchor) ?? {};
    return { ...section, name, matter };
  });
  if (new Set(pieces.map(({ name }) => name)).size < pieces.length)
    throw new InputError('two headings of the page have one anchor; an import cannot tell them apart');
  const matter = withFields(index.matter, { ...revision, sha256: sha256(page) });
  return {
    files: [{ path: 'index.md', text: matter + introduction.text }, ...pieces.map(numberedFile)],
    report: reportOf(pieces, olds),
  };
}

/** A page cut before each `##`: the texts joined are the page. */
function splitPage(page: string): Pick<Piece, 'heading' | 'anchor' | 'text'>[] {
  const pieces = [{ heading: '', anchor: '', text: '' }];
  for (const token of lexBlocks(page)) {
    if (token.type === 'heading' && token.depth === 2) {
      const { text: heading, id } = headingOf(token.text);
      pieces.push({ heading, anchor: id ?? anchorOf(heading), text: '' });
    }
    const last = pieces.at(-1);
    if (last !== undefined) last.text += token.raw;
  }
  return pieces;
}

function filedPiece({ path, text }: SourceFile): Piece {
  const { body } = parseFrontMatter(text);
  const { heading = '', anchor = '' } = splitPage(body).at(-1) ?? {};
  const matter = text.slice(0, text.length - body.length);
  return { heading, anchor, text: body, name: fileName(path), matter };
}

/** Front matter with new values, line by line, so that all else stays as it is written. */
function withFields(matter: string, fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields).reduce((text, [key, value]) => {
    const scalar = dump(value, { schema: FAILSAFE_SCHEMA, lineWidth: -1 }).trimEnd();
    return text.replace(new RegExp(`^${key}:.*$`, 'm'), () => `${key}: ${scalar}`);
  }, matter);
}

function numberedFile({ text, name, matter }: Piece, at: number): SourceFile {
  return { path: `${String(at + 1).padStart(2, '0')}-${name}.md`, text: matter + text };
}

function reportOf(pieces: readonly Piece[], olds: readonly Piece[]): string[] {
  const oldOf = new Map(olds.map((old) => [old.name, old]));
  const names = new Set(pieces.map(({ name }) => name));
  return [
    ...pieces.flatMap(({ heading, text, name }) => {
      if (!oldOf.has(name)) return [`added: "${heading}"; write asked-as/${name}.md`];
      return oldOf.get(name)?.text === text ? [] : [`changed: ${name}; read its phrasings again`];
    }),
    ...olds
      .filter(({ name }) => !names.has(name))
      .map(({ heading, name }) => `gone: "${heading}"; move or delete asked-as/${name}.md`),
  ];
}

/** The hash of a page's bytes, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
