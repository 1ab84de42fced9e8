import { withoutInvisible } from '../markdown/invisible.ts';
import { type FrontMatter, FrontMatterError, parseFrontMatter } from './front-matter.ts';
import { type Outline, outline, tooDeepLine } from './outline.ts';
import { type GroupedItem, groupedItems } from './phrasings.ts';
import { type Problem, problemAt } from './policy.ts';

/** A Markdown file of a folder; `path` is relative to it, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface ParsedFile<Kind> extends FrontMatter {
  readonly path: string;
  readonly kind: Kind;
}

/** A file with sections of the policy. */
export type SectionFile = ParsedFile<'section'> & Outline;

/** A file of `elsewhere/`: what is asked near the policy and answered elsewhere. */
export type ElsewhereFile = ParsedFile<'elsewhere'> & Outline;

/** A file of `asked-as/`: a list of phrasings. */
export type PhrasingFile = ParsedFile<'asked-as'> & { readonly items: readonly GroupedItem[] };

/** A Markdown file, parsed as what its folder makes it. */
export type MarkdownFile = SectionFile | ElsewhereFile | PhrasingFile;

/** A file's front matter and content, without invisible characters; or why it cannot be read. */
export function parseFile({ path, text }: SourceFile): MarkdownFile | Problem {
  const broken = (line: number, message: string) =>
    problemAt({ file: path, line }, 'error', `${message} (file left out)`);
  try {
    const matter = parseFrontMatter(withoutInvisible(withPlainLineEnds(text)));
    const deep = tooDeepLine(matter.body);
    if (deep !== undefined) return broken(matter.bodyLine + deep - 1, 'lists or quotes are nested too deep');
    const file = { path, ...matter };
    if (path.startsWith('asked-as/')) return { ...file, kind: 'asked-as', items: groupedItems(matter.body) };
    const kind = path.startsWith('elsewhere/') ? 'elsewhere' : 'section';
    return { ...file, kind, ...outline(matter.body) };
  } catch (error) {
    if (error instanceof FrontMatterError) return broken(error.line, error.message);
    // marked runs out of stack on some megabytes without a blank line.
    if (error instanceof RangeError) return broken(1, 'it holds a block of text too long to be read');
    throw error;
  }
}

/** LF line ends and no byte order mark. */
export function withPlainLineEnds(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
