import type { ChalkInstance } from 'chalk';
import { createLowlight } from 'lowlight';
import * as languages from './languages.ts';

/** Gives a code block's lines with escape codes; undefined where the block is to be shown plainly. */
export type Highlighter = (code: string, language: string) => readonly string[] | undefined;

const lowlight = createLowlight(languages);

type TreeNode = ReturnType<typeof lowlight.highlight>['children'][number];
type Style = (text: string) => string;

/** A highlighter for all languages of `languages.ts`. */
export function newHighlighter(chalk: ChalkInstance): Highlighter {
  const styles = stylesOf(chalk);
  return (code, language) => {
    if (!lowlight.registered(language)) return undefined;
    const { children } = lowlight.highlight(language, code, { prefix: '' });
    // highlight.js adds a line end to code that stops where its grammar wants more: `[` in CSS.
    if (children.map(textOf).join('') !== code) return undefined;
    const text = children.map((node) => painted(node, styles)).join('');
    return text.split('\n');
  };
}

/** Styles by highlight.js's scopes; other scopes have none. */
function stylesOf({ bold, dim, magenta, underline }: ChalkInstance): ReadonlyMap<string, Style> {
  return new Map<string, Style>([
    ['keyword', bold],
    ['built_in', bold],
    ['type', bold],
    ['comment', dim],
    ['doctag', dim],
    ['string', magenta],
    ['regexp', magenta],
    ['number', magenta],
    ['literal', magenta],
    ['meta', magenta],
    ['title', underline],
    ['addition', bold],
    ['deletion', dim],
  ]);
}

function textOf(node: TreeNode): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** A node's text in the styles of all scopes that it stands in; `outer` are those around the node. */
function painted(node: TreeNode, styles: ReadonlyMap<string, Style>, outer: readonly Style[] = []): string {
  // Text alone is painted: chalk takes time by the cube of the depth to paint around text that is painted already.
  if (node.type === 'text') return outer.reduceRight((text, style) => style(text), node.value);
  if (node.type !== 'element') return '';
  const { className } = node.properties;
  const own = Array.isArray(className) ? styles.get(String(className[0])) : undefined;
  const all = own === undefined || outer.includes(own) ? outer : [...outer, own];
  return node.children.map((child) => painted(child, styles, all)).join('');
}
