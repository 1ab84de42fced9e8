import { withoutInvisible } from '../markdown/invisible.ts';
import { lineEnds } from '../markdown/lex.ts';
import { portable } from '../markdown/portable.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { MOST_HEADINGS, type Outline, outline } from './outline.ts';
import { groupedItems } from './phrasings.ts';
import { type ListedText, type Problem, problemAt, type Reading } from './policy.ts';

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
export type PhrasingFile = ParsedFile<'asked-as'> & { readonly items: readonly ListedText[] };

/** A Markdown file, parsed as what its folder makes it. */
export type MarkdownFile = SectionFile | ElsewhereFile | PhrasingFile;

/** Lines of a file: ten thick books'. A megabyte of lines of one letter each takes seconds to take apart and to lay out. */
const MOST_LINES = 100_000;

/**
 * A file's front matter and content, without invisible characters. Front matter that cannot be read is left out, and the
 * text below it stays; no value where nothing of the file can be read.
 */
export function parseFile({ path, text }: SourceFile): Reading<MarkdownFile | undefined> {
  const problems: Problem[] = [];
  const leftOut = (line: number, message: string, what = 'file') => {
    problems.push(problemAt({ file: path, line }, 'error', `${message} (${what} left out)`));
    return { value: undefined, problems };
  };
  const kind = /^(asked-as|elsewhere)\//.exec(path)?.[1];
  const whole = withoutInvisible(withPlainLineEnds(text));
  if (lineEnds(whole) > MOST_LINES) return leftOut(MOST_LINES, 'it has over 100,000 lines; split it');
  try {
    const { defect, ...matter } = parseFrontMatter(whole);
    if (defect !== undefined && kind === 'elsewhere') return leftOut(defect.line, defect.message);
    if (defect !== undefined) leftOut(defect.line, defect.message, 'front matter');
    const body = portable(matter.body);
    const file = { path, ...matter, body };
    if (kind === 'asked-as')
      return { value: { ...file, kind, items: groupedItems(body, matter.bodyLine) }, problems };
    const { headings, ...outlined } = outline(body);
    const further = headings[MOST_HEADINGS];
    if (further !== undefined)
      return leftOut(matter.bodyLine + further.line - 1, 'it has over 20,000 headings; split it');
    const isElsewhere = kind === 'elsewhere';
    return { value: { ...file, kind: isElsewhere ? kind : 'section', headings, ...outlined }, problems };
  } catch (error) {
    // marked runs out of stack on some megabytes without a blank line.
    if (!(error instanceof RangeError)) throw error;
    return leftOut(1, 'it holds a block of text too long to be read');
  }
}

/** LF line ends and no byte order mark. */
export function withPlainLineEnds(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
