import { withoutInvisible } from '../markdown/invisible.ts';
import { type FrontMatter, FrontMatterError, parseFrontMatter } from './front-matter.ts';
import { type Outline, outline, tooDeepLine } from './outline.ts';
import type { Problem } from './policy.ts';

/** A Markdown file of a folder; `path` is relative to it, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The same taken apart. */
export interface MarkdownFile extends FrontMatter, Outline {
  readonly path: string;
}

/** A file's front matter and parts, without what shows nothing; or why it cannot be read. */
export function parseFile({ path, text }: SourceFile): MarkdownFile | Problem {
  const broken = (line: number, message: string): Problem => ({
    file: path,
    line,
    severity: 'error',
    message: `${message} (file left out)`,
  });
  try {
    const matter = parseFrontMatter(withoutInvisible(withPlainLineEnds(text)));
    const deep = tooDeepLine(matter.body);
    if (deep !== undefined) return broken(matter.bodyLine + deep - 1, 'lists or quotes are nested too deep');
    return { path, ...matter, ...outline(matter.body) };
  } catch (error) {
    if (error instanceof FrontMatterError) return broken(error.line, error.message);
    // What takes Markdown apart runs out of stack on some megabytes without a blank line.
    if (error instanceof RangeError) return broken(1, 'it holds a block of text too long to be read');
    throw error;
  }
}

/** LF line ends and no byte order mark. */
export function withPlainLineEnds(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
