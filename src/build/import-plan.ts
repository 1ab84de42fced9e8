import { createHash } from 'node:crypto';
import { dump, FAILSAFE_SCHEMA } from 'js-yaml';
import { Lexer } from 'marked';
import { InputError } from '../errors.ts';
import { anchorOf, uniqueNamer } from '../policy/anchor.ts';
import { parseFrontMatter } from '../policy/front-matter.ts';
import type { SourceFile } from '../policy/source-file.ts';
import { fileName, headingName } from '../policy/topic-name.ts';
import { likeness } from './likeness.ts';

const LIKENESS = Object.freeze({
  /** A section that went and one that came are asked about from here: chance brings two to about 0.3. */
  asked: 0.4,
});

/** What is known of the page's new revision. */
export interface Revision {
  readonly revision: string;
  readonly subject: string;
  /** YYYY-MM-DD. */
  readonly updated: string;
}

/** What a person decided of sections, by name: the anchor of the one that each now is; undefined if it is gone. */
export type Decisions = ReadonlyMap<string, string | undefined>;

/** A section that went, and the one that came which is most like it. */
export interface Unclear {
  readonly name: string;
  readonly heading: string;
  readonly anchor: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** What an import does to the folder: `files` are all Markdown files of its top, `report` what a person should know. */
export type Plan =
  | { readonly kind: 'unclear'; readonly unclear: readonly Unclear[] }
  | { readonly kind: 'ready'; readonly files: readonly SourceFile[]; readonly report: readonly string[] };

/** A section of a page: all its bytes, with the heading. */
interface Piece {
  readonly heading: string;
  readonly text: string;
}

type Old = Piece & { readonly file: SourceFile; readonly name: string };

/**
 * Plans how a newer revision of the published page is taken into the folder: bodies are replaced, names, and so
 * phrasings, are kept. A section whose heading is gone is never guessed to be another one.
 *
 * @param files the folder's index.md and numbered files, in order.
 * @throws InputError when the page has no introduction and sections, or a decision fits nothing.
 */
export function planImport(
  files: readonly SourceFile[],
  page: string,
  { revision, decisions }: { readonly revision: Revision; readonly decisions: Decisions },
): Plan {
  const [introduction, ...pieces] = splitPage(page);
  const [index, ...numbered] = files;
  if (introduction === undefined || index === undefined || pieces.length === 0) {
    throw new InputError('the page has no sections; give the Markdown source of the whole page');
  }
  const olds = numbered.map(oldSection);
  const kept = keptPairs(olds, pieces, decisions);
  const gone = olds.filter((old) => !kept.has(old));
  const came = pieces.filter((piece) => ![...kept.values()].includes(piece));
  const unclear = gone.filter(({ name }) => !decisions.has(name)).flatMap((old) => mostLike(old, came));
  if (unclear.length > 0) return { kind: 'unclear', unclear };
  const oldOf = new Map(Array.from(kept, ([old, piece]) => [piece, old]));
  const nameOf = namesOf(pieces, oldOf);
  return {
    kind: 'ready',
    files: [
      {
        path: index.path,
        text: newIndex(index.text, introduction.text, { ...revision, sha256: sha256(page) }),
      },
      ...pieces.map((piece, at) => newFile(piece, nameOf(piece), { number: at + 1, old: oldOf.get(piece) })),
    ],
    report: [
      ...reportKept(kept),
      ...came.map((piece) => reportCame(piece, nameOf(piece))),
      ...gone.map(reportGone),
    ],
  };
}

/** A page cut at its second-level headings; the pieces joined are the page. */
function splitPage(page: string): Piece[] {
  const pieces: { heading: string; text: string }[] = [{ heading: '', text: '' }];
  for (const token of new Lexer({ gfm: true }).blockTokens(page)) {
    if (token.type === 'heading' && token.depth === 2) pieces.push({ heading: token.text, text: '' });
    const last = pieces.at(-1);
    if (last !== undefined) last.text += token.raw;
  }
  return pieces;
}

function oldSection(file: SourceFile): Old {
  const { body } = parseFrontMatter(file.text);
  const heading = splitPage(body).at(-1)?.heading ?? '';
  return { file, name: fileName(file.path), heading, text: body };
}

/** Which old section is which new one: by the same heading, or as decided. */
function keptPairs(olds: readonly Old[], pieces: readonly Piece[], decisions: Decisions): Map<Old, Piece> {
  const byAnchor = new Map(pieces.map((piece) => [anchorOf(piece.heading), piece]));
  for (const [name, anchor] of decisions) {
    if (olds.every((old) => old.name !== name)) throw new InputError(`no section is named "${name}"`);
    if (anchor !== undefined && !byAnchor.has(anchor))
      throw new InputError(`the page has no heading "#${anchor}"`);
  }
  const pairs = olds.flatMap((old): [Old, Piece][] => {
    const anchor = decisions.has(old.name) ? decisions.get(old.name) : anchorOf(old.heading);
    const piece = anchor === undefined ? undefined : byAnchor.get(anchor);
    return piece === undefined ? [] : [[old, piece]];
  });
  const twice = pairs.find(([, piece], at) => pairs.findIndex(([, other]) => other === piece) !== at);
  if (twice !== undefined) throw new InputError(`two sections cannot both be "${twice[1].heading}"`);
  return new Map(pairs);
}

function mostLike(old: Old, came: readonly Piece[]): Unclear[] {
  const ranked = came
    .map((piece) => ({ piece, alike: likeness(old.text, piece.text) }))
    .sort((a, b) => b.alike - a.alike);
  const best = ranked[0];
  if (best === undefined || best.alike < LIKENESS.asked) return [];
  const { heading } = best.piece;
  return [{ name: old.name, heading, anchor: anchorOf(heading), likeness: best.alike }];
}

/** The names of a page's sections: those that they had, and of the new ones, what is not taken. */
function namesOf(pieces: readonly Piece[], oldOf: ReadonlyMap<Piece, Old>): (piece: Piece) => string {
  const unique = uniqueNamer();
  const names = new Map(Array.from(oldOf, ([piece, { name }]) => [piece, unique(name)]));
  for (const piece of pieces) if (!names.has(piece)) names.set(piece, unique(headingName(piece.heading)));
  return (piece) => names.get(piece) ?? '';
}

function newFile(
  { text }: Piece,
  name: string,
  { number, old }: { readonly number: number; readonly old: Old | undefined },
): SourceFile {
  const matter = old === undefined ? '' : old.file.text.slice(0, old.file.text.length - old.text.length);
  return { path: `${String(number).padStart(2, '0')}-${name}.md`, text: matter + text };
}

/** The front matter with the new values, line by line, so that all else stays as it is written. */
function newIndex(index: string, body: string, fields: Readonly<Record<string, string>>): string {
  const old = parseFrontMatter(index);
  const matter = index.slice(0, index.length - old.body.length);
  const changed = Object.entries(fields).reduce((text, [key, value]) => {
    const line = `${key}: ${dump(value, { schema: FAILSAFE_SCHEMA, lineWidth: -1 }).trimEnd()}`;
    const known = new RegExp(`^${key}:.*$`, 'm');
    return known.test(text)
      ? text.replace(known, () => line)
      : text.replace(/\n---\n$/, () => `\n${line}\n---\n`);
  }, matter);
  return changed + body;
}

/** The hash of a page's bytes, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function reportKept(kept: ReadonlyMap<Old, Piece>): string[] {
  return [...kept].flatMap(([old, piece]) => {
    const renamed = old.heading === piece.heading ? [] : [`renamed: ${old.name} is now "${piece.heading}"`];
    return [
      ...renamed,
      ...(old.text === piece.text ? [] : [`changed: ${old.name}; read its phrasings again`]),
    ];
  });
}

function reportCame({ heading }: Piece, name: string): string {
  return `added: "${heading}"; write asked-as/${name}.md`;
}

function reportGone({ name, heading }: Old): string {
  return `removed: "${heading}"; move or delete asked-as/${name}.md`;
}
