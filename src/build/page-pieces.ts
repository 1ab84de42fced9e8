import { lexBlocks } from '../markdown/lex.ts';
import { parseFrontMatter } from '../policy/front-matter.ts';
import { fileName } from '../policy/names.ts';
import type { SourceFile } from '../policy/source-file.ts';

/** A section of a page: all its bytes, with the heading. */
export interface Piece {
  readonly heading: string;
  readonly text: string;
}

/** The same as the folder has it. */
export type Old = Piece & { readonly file: SourceFile; readonly name: string };

/** A page cut at its second-level headings; the pieces joined are the page. */
export function splitPage(page: string): Piece[] {
  const pieces: { heading: string; text: string }[] = [{ heading: '', text: '' }];
  for (const token of lexBlocks(page)) {
    if (token.type === 'heading' && token.depth === 2) pieces.push({ heading: token.text, text: '' });
    const last = pieces.at(-1);
    if (last !== undefined) last.text += token.raw;
  }
  return pieces;
}

/** The section that a numbered file holds. */
export function oldSection(file: SourceFile): Old {
  const { body } = parseFrontMatter(file.text);
  const heading = splitPage(body).at(-1)?.heading ?? '';
  return { file, name: fileName(file.path), heading, text: body };
}
