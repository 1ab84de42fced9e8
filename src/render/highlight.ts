import type { ChalkInstance } from 'chalk';
import type { createLowlight } from 'lowlight';
import type { Token } from 'marked';
import type { TextLine } from './layout/notation.ts';

/** Gives a code block's lines, painted; undefined where the block is to be shown plainly. */
export type Highlighter = (code: string, language: string) => readonly TextLine[] | undefined;

type TreeNode = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children'][number];
type Style = 'bold' | 'dim' | 'magenta' | 'underline';

/** UTF-16 units of code that are highlighted at most. */
const LIMIT = Object.freeze({
  /** Of one block: grammars take time that grows with its square, up to 0.1 s for so many. Code to be read is seldom as long. */
  block: 4_000,
  /** Of all blocks that are shown together: what takes a second, made to be slow. */
  all: 40_000,
  /**
   * What a unit of a language counts that holds others: their grammars are tried on all the rest, so that 4,000 units of
   * `<script>` in HTML or of `[a](` in Markdown take over 1 s, a thousand 0.1 s.
   */
  mixed: 4,
});

/** The names of HTML, XML and Markdown, which hold others. */
const MIXED = 'atom html markdown md mkd mkdown plist rss svg wsf xhtml xjb xml xsd xsl'.split(' ');

/** The fence of a code block that may be in one of the languages: plain text is in none. */
const IN_LANGUAGE = /(?:```|~~~)[ \t]*(?!(?:text|txt|plain|plaintext|none)\b)[\w+#.-]/i;

/**
 * The highlighter for sections that are shown together. highlight.js takes longer to load than all the rest of a run: it
 * is loaded only where a block is code in a language.
 */
export async function highlighterFor(tokens: readonly Token[], chalk: ChalkInstance): Promise<Highlighter> {
  // First the fence alone: the pattern takes longer to make than most sections to look through.
  const hasCode = ({ raw }: Token) => (raw.includes('```') || raw.includes('~~~')) && IN_LANGUAGE.test(raw);
  if (chalk.level === 0 || !tokens.some(hasCode)) return () => undefined;
  const { createLowlight, ...languages } = await import('./languages.ts');
  const lowlight = createLowlight(languages);
  let rest = LIMIT.all;
  return (code, info) => {
    // The first word of what the fence says: `rust,ignore` is rust.
    const language = /^[\w+#.-]+/.exec(info)?.[0].toLowerCase() ?? '';
    const cost = code.length * (MIXED.includes(language) ? LIMIT.mixed : 1);
    if (!lowlight.registered(language) || cost > Math.min(LIMIT.block, rest)) return undefined;
    rest -= cost;
    try {
      const parts = partsOf(lowlight.highlight(language, code, { prefix: '' }).children);
      // highlight.js adds a line end to code that stops where its grammar wants more: `[` in CSS.
      if (parts.map(({ text }) => text).join('') !== code) return undefined;
      // Part by part: chalk takes time by the cube of the depth to paint around text that is painted already.
      const painted = parts.map(({ text, styles }) =>
        styles.reduceRight((all, style) => chalk[style](all), text),
      );
      const lines = painted.join('').split('\n');
      return lines.map((text) => [{ text, marks: { painted: true } }]);
    } catch {
      // A grammar's patterns may run out of stack, or of what V8 takes a pattern for.
      return undefined;
    }
  };
}

/** The scopes of highlight.js that are set off, and how; others are not. */
const SCOPES: ReadonlyMap<Style, readonly string[]> = new Map([
  ['bold', ['keyword', 'built_in', 'type', 'addition']],
  ['dim', ['comment', 'doctag', 'deletion']],
  ['magenta', ['string', 'regexp', 'number', 'literal', 'meta']],
  ['underline', ['title']],
]);

interface StyledText {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** The texts of a tree in order, in the styles of all scopes that they stand in. By no recursion: scopes nest by thousands. */
function partsOf(nodes: readonly TreeNode[]): StyledText[] {
  const parts: StyledText[] = [];
  const inside = (nodes: readonly TreeNode[], styles: readonly Style[]) =>
    nodes.map((node) => ({ node, styles })).reverse();
  const open = inside(nodes, []);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, styles } = next;
    if (node.type === 'text') parts.push({ text: node.value, styles });
    if (node.type !== 'element') continue;
    const scope = String([node.properties.className].flat()[0]);
    const own = [...SCOPES].flatMap(([style, scopes]) => (scopes.includes(scope) ? [style] : []));
    for (const each of inside(node.children, [...new Set([...styles, ...own])])) open.push(each);
  }
  return parts;
}
