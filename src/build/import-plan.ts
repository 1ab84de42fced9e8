import { InputError } from '../errors.ts';
import type { SourceFile } from '../policy/source-file.ts';
import { namesOf, newFile, newIndex, sha256 } from './import-files.ts';
import { type Old, oldSection, type Piece, splitPage } from './page-pieces.ts';
import { type Decisions, keptPairs, mostLike, type Unclear } from './section-pairs.ts';

/** What is known of the page's new revision. */
export interface Revision {
  readonly revision: string;
  readonly subject: string;
  /** YYYY-MM-DD. */
  readonly updated: string;
}

/** What an import does to the folder: `files` are all Markdown files of its top, `report` what a person should know. */
export type Plan =
  | { readonly kind: 'unclear'; readonly unclear: readonly Unclear[] }
  | { readonly kind: 'ready'; readonly files: readonly SourceFile[]; readonly report: readonly string[] };

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
      newIndex(index, introduction.text, { ...revision, sha256: sha256(page) }),
      ...pieces.map((piece, at) => newFile(piece, nameOf(piece), { number: at + 1, old: oldOf.get(piece) })),
    ],
    report: reportOf({ kept, came, gone }, nameOf),
  };
}

interface Changes {
  readonly kept: ReadonlyMap<Old, Piece>;
  readonly came: readonly Piece[];
  readonly gone: readonly Old[];
}

function reportOf({ kept, came, gone }: Changes, nameOf: (piece: Piece) => string): string[] {
  return [
    ...reportKept(kept),
    ...came.map((piece) => reportCame(piece, nameOf(piece))),
    ...gone.map(reportGone),
  ];
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
