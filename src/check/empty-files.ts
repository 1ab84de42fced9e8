import { groupedItems } from '../policy/grouped-items.ts';
import type { Problem } from '../policy/problem.ts';
import type { MarkdownFile } from '../policy/source-file.ts';
import { warningsAt } from './places.ts';

/** Files that give nothing: no text, no heading, or no phrasing where phrasings are listed. */
export function emptyFiles(files: readonly MarkdownFile[]): Problem[] {
  return files.flatMap((file) => {
    const message = missingFrom(file);
    return message === undefined ? [] : warningsAt({ file: file.path, line: 1 }, message);
  });
}

function missingFrom({ path, body, parts, fields }: MarkdownFile): string | undefined {
  if (path.startsWith('asked-as/'))
    return groupedItems(body).length === 0 ? 'it lists no phrasing; write each behind a "- "' : undefined;
  // The page's title and source are said without a word of introduction.
  if (path === 'index.md' && fields.size > 0) return undefined;
  const hasText = parts.some(({ heading, body }) => heading !== undefined || body.trim() !== '');
  return hasText ? undefined : 'it has no text, so that nothing leads to it; write some, or delete it';
}
