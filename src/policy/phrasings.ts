import type { Token, Tokens } from 'marked';
import { newLexer } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain-text.ts';
import { isKind } from '../markdown/tokens.ts';
import { lineOf, textsField } from './front-matter.ts';
import { fileName } from './names.ts';
import { type Elsewhere, errorAt, type Given, type Phrasing, type Place, type Section } from './policy.ts';
import { isWebUrl } from './sections.ts';
import type { MarkdownFile } from './source-file.ts';

/** A phrasing, and where it is written. */
export type PlacedPhrasing = Place & Phrasing;

/** The phrasings that a field of a file's front matter lists. */
export function phrasingField(file: MarkdownFile, key: string): Given<readonly PlacedPhrasing[]> {
  const texts = textsField(file, key);
  if (texts !== undefined)
    return { given: texts.map((text) => ({ ...text, file: file.path })), problems: [] };
  const message = `${key} in front matter is not a list of texts (left out)`;
  return { given: [], problems: [errorAt(file, lineOf(file, key), message)] };
}

/** `asked-as/broken-builds.md` is how people ask for `broken-builds`. */
export function phrasingsByName(
  files: readonly MarkdownFile[],
  sections: readonly Section[],
): Given<ReadonlyMap<string, readonly PlacedPhrasing[]>> {
  const names = new Set(sections.map(({ name }) => name));
  const isNamed = ({ path }: MarkdownFile) => names.has(fileName(path));
  const given = files.filter(isNamed).map((file): [string, PlacedPhrasing[]] => [
    fileName(file.path),
    groupedItems(file.body).map(({ line, ...phrasing }) => ({
      ...phrasing,
      file: file.path,
      line: file.bodyLine + line - 1,
    })),
  ]);
  const problems = files
    .filter((file) => !isNamed(file))
    .map((file) =>
      errorAt(
        file,
        1,
        `no topic is named "${fileName(file.path)}"; name this file after one (file left out)`,
      ),
    );
  return { given: new Map(given), problems };
}

/** An item of a list, its text in one line. */
export interface GroupedItem {
  readonly text: string;
  /** From 1, in the Markdown. */
  readonly line: number;
  /** The block quote at the head of the item's group, in one line, where it has one. */
  readonly quote?: string;
}

/** All list items of a Markdown text in order, each with the items that it holds. A heading opens a group of them. */
export function groupedItems(markdown: string): GroupedItem[] {
  let quote: string | undefined;
  let line = 1;
  return newLexer()
    .blockTokens(markdown)
    .flatMap((token) => {
      const start = line;
      line += linesIn(token);
      if (token.type === 'heading') quote = undefined;
      if (isKind(token, 'blockquote')) quote = plainText(token.text);
      if (!isKind(token, 'list')) return [];
      return itemsOf(token, start).map((item) => (quote === undefined ? item : { ...item, quote }));
    });
}

function itemsIn(tokens: readonly Token[], firstLine: number): GroupedItem[] {
  let line = firstLine;
  return tokens.flatMap((token) => {
    const start = line;
    line += linesIn(token);
    return isKind(token, 'list') ? itemsOf(token, start) : [];
  });
}

function itemsOf(list: Tokens.List, firstLine: number): GroupedItem[] {
  let line = firstLine;
  return list.items.flatMap((item) => {
    const start = line;
    line += linesIn(item);
    const own = item.tokens.filter(({ type }) => type !== 'list');
    const text = plainText(own.map((token) => ('text' in token ? String(token.text) : '')).join(' '));
    return [...(text === '' ? [] : [{ text, line: start }]), ...itemsIn(item.tokens, start)];
  });
}

function linesIn({ raw }: { readonly raw: string }): number {
  return raw.split('\n').length - 1;
}

/** A file of `elsewhere/` as a topic; an empty list where it is broken. */
export function elsewhereOf(
  file: MarkdownFile,
): Given<{ topic: Elsewhere; askedAs: readonly PlacedPhrasing[] }[]> {
  const see = phrasingField(file, 'see');
  const askedAs = phrasingField(file, 'asked-as');
  const broken = see.given.find(({ text }) => !isWebUrl(text));
  if (broken !== undefined) {
    const message = `see holds "${broken.text}", which is no http or https URL (file left out)`;
    return { given: [], problems: [errorAt(file, broken.line, message)] };
  }
  const topic = {
    name: fileName(file.path),
    answer: file.body.trim(),
    see: see.given.map(({ text }) => text),
  };
  return { given: [{ topic, askedAs: askedAs.given }], problems: [...see.problems, ...askedAs.problems] };
}
