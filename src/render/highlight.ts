import type { ChalkInstance } from 'chalk';
import type { createLowlight } from 'lowlight';
import type { Token } from 'marked';
import { childTokens } from '../markdown/tokens.ts';

/** Gives a code block's lines with escape codes; undefined where the block is to be shown plainly. */
export type Highlighter = (code: string, language: string) => readonly string[] | undefined;

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

const MIXED: readonly string[] = [
  ...['atom', 'html', 'markdown', 'md', 'mkd', 'mkdown', 'plist', 'rss'],
  ...['svg', 'wsf', 'xhtml', 'xjb', 'xml', 'xsd', 'xsl'],
];

/**
 * The highlighter for sections that are shown together. highlight.js takes longer to load than all the rest of a run: it is loaded only where
 * a block is code in a language.
 */
export async function highlighterFor(tokens: readonly Token[], chalk: ChalkInstance): Promise<Highlighter> {
  if (chalk.level === 0 || !hasLanguage(tokens)) return () => undefined;
  const { createLowlight, ...languages } = await import('./languages.ts');
  const lowlight = createLowlight(languages);
  let rest = LIMIT.all;
  return (code, info) => {
    const language = languageOf(info);
    const cost = code.length * (MIXED.includes(language) ? LIMIT.mixed : 1);
    if (!lowlight.registered(language) || cost > Math.min(LIMIT.block, rest)) return undefined;
    rest -= cost;
    try {
      const parts = partsOf(lowlight.highlight(language, code, { prefix: '' }).children);
      // highlight.js adds a line end to code that stops where its grammar wants more: `[` in CSS.
      if (parts.map(({ text }) => text).join('') !== code) return undefined;
      // Part by part: chalk takes time by the cube of the depth to paint around text that is painted already.
      const paint = ({ text, styles }: Part) =>
        styles.reduceRight((inner, style) => chalk[style](inner), text);
      return parts.map(paint).join('').split('\n');
    } catch {
      // A grammar's patterns may run out of stack, or of what V8 takes a pattern for.
      return undefined;
    }
  };
}

function hasLanguage(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) =>
      (token.type === 'code' && languageOf(token.lang ?? '') !== '') || hasLanguage(childTokens(token)),
  );
}

/** The language of an info string: `rust,ignore` is rust; plain text has none. */
function languageOf(info: string): string {
  const language = /^[\w+#.-]+/.exec(info)?.[0].toLowerCase() ?? '';
  return ['text', 'txt', 'plain', 'plaintext', 'none'].includes(language) ? '' : language;
}

/** The scopes of highlight.js that are set off, and how; others are not. */
const SCOPES: ReadonlyMap<Style, readonly string[]> = new Map([
  ['bold', ['keyword', 'built_in', 'type', 'addition']],
  ['dim', ['comment', 'doctag', 'deletion']],
  ['magenta', ['string', 'regexp', 'number', 'literal', 'meta']],
  ['underline', ['title']],
]);

interface Part {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** The texts of a tree in order, in the styles of all scopes that they stand in; `outer` are those around the tree. */
function partsOf(nodes: readonly TreeNode[], outer: readonly Style[] = []): Part[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [{ text: node.value, styles: outer }];
    if (node.type !== 'element') return [];
    const scope = String([node.properties.className].flat()[0]);
    const own = [...SCOPES].flatMap(([style, scopes]) => (scopes.includes(scope) ? [style] : []));
    return partsOf(node.children, [...new Set([...outer, ...own])]);
  });
}
