import { withoutInvisible } from '../markdown/invisible.ts';
import { portable } from '../markdown/portable.ts';
import { lineEnds } from '../markdown/tokens.ts';
import { type FileMatter, parseFrontMatter, textField } from './front-matter.ts';
import { MOST_HEADINGS, type Outline, outline } from './outline.ts';
import { groupedItems } from './phrasings.ts';
import { type PlacedPhrasing, type Problem, problemAt, type Reading } from './policy.ts';

/** A Markdown file of a folder; `path` is relative to it, with `/`. */
export interface SourceFile {
  readonly path: string;
  /** With LF line ends, and no byte order mark. */
  readonly text: string;
}

/** A Markdown file, parsed as what its folder makes it. */
export interface MarkdownFile extends FileMatter, Outline {
  /** Sections of the policy; what is asked near it and answered elsewhere; or a list of phrasings. */
  readonly kind: 'section' | 'elsewhere' | 'asked-as';
  /** Its items, where it is a list of phrasings. */
  readonly items: readonly PlacedPhrasing[];
}

/** Lines of a file: ten thick books'. A megabyte of lines of one letter each takes seconds to take apart and to lay out. */
const MOST_LINES = 100_000;

/** What does not hold sections stands in folders of these names. */
const FOLDERS = ['asked-as', 'elsewhere'] as const;

const UNCLOSED = 'a script or style begins and does not end; close it';

/**
 * A file's front matter and content, without invisible characters. Front matter that cannot be read is left out, and the
 * text below it stays; no value where nothing of the file can be read.
 */
export function parseFile({ path, text }: SourceFile): Reading<MarkdownFile | undefined> {
  const problems: Problem[] = [];
  const leftOut = (message: string, what = 'file', line = 1) => {
    problems.push(problemAt({ file: path, line }, 'error', `${message} (${what} left out)`));
    return { value: undefined, problems };
  };
  const kind = FOLDERS.find((name) => path.startsWith(`${name}/`)) ?? 'section';
  const whole = withoutInvisible(text);
  if (lineEnds(whole) > MOST_LINES) return leftOut('it has over 100,000 lines; split it');
  try {
    const { defect, ...matter } = parseFrontMatter(whole);
    if (defect !== undefined && kind === 'elsewhere') return leftOut(defect.message, 'file', defect.line);
    const unread = matter.fields.size === 0 ? 'front matter' : 'front matter but for its title';
    if (defect !== undefined) leftOut(defect.message, unread, defect.line);
    const body = portable(matter.body);
    const isList = kind === 'asked-as';
    const outlined = outline(isList ? '' : body, textField(matter, 'title') !== undefined, matter.bodyLine);
    if (outlined.headings.length > MOST_HEADINGS) return leftOut('it has over 20,000 headings; split it');
    if (outlined.unclosed !== undefined) leftOut(UNCLOSED, 'all from here on', outlined.unclosed);
    const items = isList ? groupedItems(body, { file: path, line: matter.bodyLine }) : [];
    return { value: { path, kind, ...matter, body, ...outlined, items }, problems };
  } catch (error) {
    // marked runs out of stack on some megabytes without a blank line.
    if (!(error instanceof RangeError)) throw error;
    return leftOut('it holds a block of text too long to be read');
  }
}
