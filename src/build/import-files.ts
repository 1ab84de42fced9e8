import { createHash } from 'node:crypto';
import { dump, FAILSAFE_SCHEMA } from 'js-yaml';
import { parseFrontMatter } from '../policy/front-matter.ts';
import { headingName, uniqueNamer } from '../policy/names.ts';
import type { SourceFile } from '../policy/source-file.ts';
import type { Old, Piece } from './page-pieces.ts';

/** The names of a page's sections: those that they had, and of the new ones, what is not taken. */
export function namesOf(pieces: readonly Piece[], oldOf: ReadonlyMap<Piece, Old>): (piece: Piece) => string {
  const unique = uniqueNamer();
  const names = new Map(Array.from(oldOf, ([piece, { name }]) => [piece, unique(name)]));
  for (const piece of pieces) if (!names.has(piece)) names.set(piece, unique(headingName(piece.heading)));
  return (piece) => names.get(piece) ?? '';
}

/** A section's file, with the front matter that it had. */
export function newFile(
  { text }: Piece,
  name: string,
  { number, old }: { readonly number: number; readonly old: Old | undefined },
): SourceFile {
  const matter = old === undefined ? '' : old.file.text.slice(0, old.file.text.length - old.text.length);
  return { path: `${String(number).padStart(2, '0')}-${name}.md`, text: matter + text };
}

/** The front matter with the new values, line by line, so that all else stays as it is written. */
export function newIndex(
  { path, text: index }: SourceFile,
  body: string,
  fields: Readonly<Record<string, string>>,
): SourceFile {
  const old = parseFrontMatter(index);
  const matter = index.slice(0, index.length - old.body.length);
  const changed = Object.entries(fields).reduce((text, [key, value]) => {
    const line = `${key}: ${dump(value, { schema: FAILSAFE_SCHEMA, lineWidth: -1 }).trimEnd()}`;
    const known = new RegExp(`^${key}:.*$`, 'm');
    return known.test(text)
      ? text.replace(known, () => line)
      : text.replace(/\n---\n$/, () => `\n${line}\n---\n`);
  }, matter);
  return { path, text: changed + body };
}

/** The hash of a page's bytes, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
