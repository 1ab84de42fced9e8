import { withoutInvisible } from '../markdown/invisible.ts';
import { lineEnds } from '../markdown/lex.ts';
import { portable } from '../markdown/portable.ts';
import { type FrontMatter, FrontMatterError, parseFrontMatter, unreadFrontMatter } from './front-matter.ts';
import { tooDeepLine } from './nesting.ts';
import { MOST_HEADINGS, type Outline, outline } from './outline.ts';
import { type GroupedItem, groupedItems } from './phrasings.ts';
import { type Problem, problemAt, type Reading } from './policy.ts';

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

/** Lines of a file: ten thick books'. A megabyte of lines of one letter each takes seconds to take apart and to lay out. */
const MOST_LINES = 100_000;

/**
 * A file's front matter and content, without invisible characters. Front matter that cannot be read is left out, and the
 * text below it stays; no value where nothing of the file can be read.
 */
export function parseFile({ path, text }: SourceFile): Reading<MarkdownFile | undefined> {
  const problems: Problem[] = [];
  const broken = (line: number, message: string, lost = 'file left out') =>
    problems.push(problemAt({ file: path, line }, 'error', `${message} (${lost})`));
  const whole = withoutInvisible(withPlainLineEnds(text));
  const kind = /^(asked-as|elsewhere)\//.exec(path)?.[1];
  if (lineEnds(whole) > MOST_LINES) {
    broken(MOST_LINES, 'it has over 100,000 lines; split it');
    return { value: undefined, problems };
  }
  try {
    const { problem, ...matter } = readFrontMatter(whole);
    if (problem !== undefined) {
      broken(problem.line, problem.message, kind === 'elsewhere' ? undefined : 'front matter left out');
      if (kind === 'elsewhere') return { value: undefined, problems };
    }
    const body = portable(matter.body);
    const deep = tooDeepLine(body);
    const value = deep === undefined ? contentOf({ path, ...matter, body }, kind) : undefined;
    const further =
      value === undefined || value.kind === 'asked-as' ? undefined : value.headings[MOST_HEADINGS];
    if (deep !== undefined) {
      broken(matter.bodyLine + deep - 1, 'lists or quotes are nested too deep');
    } else if (further !== undefined) {
      broken(matter.bodyLine + further.line - 1, 'it has over 20,000 headings; split it');
    } else {
      return { value, problems };
    }
  } catch (error) {
    // marked runs out of stack on some megabytes without a blank line.
    if (!(error instanceof RangeError)) throw error;
    broken(1, 'it holds a block of text too long to be read');
  }
  return { value: undefined, problems };
}

function contentOf(file: FrontMatter & { readonly path: string }, kind: string | undefined): MarkdownFile {
  if (kind === 'asked-as') return { ...file, kind, items: groupedItems(file.body) };
  return { ...file, kind: kind === 'elsewhere' ? kind : 'section', ...outline(file.body) };
}

/** What stands before front matter that somebody put below a comment or a blank line. */
const LATE_FRONT_MATTER =
  /^(?=[\s<])(?:\s|<!--(?:(?!-->)[\s\S])*-->)+(?=---[ \t]*\n[\w-]+:(?:[^\n]*\n)+?---[ \t]*(?:\n|$))/;

/** A file's front matter; where it cannot be read, why, with the text below it and what its title seems to be. */
function readFrontMatter(text: string): FrontMatter & { readonly problem?: FrontMatterError } {
  const start = LATE_FRONT_MATTER.exec(text)?.[0].length;
  if (start !== undefined) {
    const late = unreadFrontMatter(text.slice(start));
    const line = 1 + lineEnds(text.slice(0, start));
    const problem = new FrontMatterError('front matter must be the first thing in the file', line);
    return { ...late, bodyLine: late.bodyLine + line - 1, problem };
  }
  try {
    return parseFrontMatter(text);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return { ...unreadFrontMatter(text), problem: error };
  }
}

/** LF line ends and no byte order mark. */
export function withPlainLineEnds(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
