import type { Token, Tokens } from 'marked';
import { isKind, isShown } from '../../markdown/tokens.ts';
import { cells, padded, widest } from './cells.ts';
import { tableLines } from './grid.ts';
import { type Frame, type Run, runsOf, type TextLine } from './notation.ts';
import { wrap } from './wrap.ts';

const CODE_INDENT = '    ';

/** Columns. Where less would be left for the text, quotes and lists are not set in further. */
const LEAST_TEXT = 8;

const BLANK: TextLine = Object.freeze([]);

/** Block tokens as lines, one blank line between two blocks. */
export function layout(tokens: readonly Token[], frame: Frame): TextLine[] {
  return stack(
    tokens.filter(isBlock).map((token) => marked(token, blockLines(token, frame), frame)),
    true,
  );
}

/** Not the box of a task, which stands with the item's marker. */
function isBlock(token: Token): boolean {
  return isShown(token) && token.type !== 'checkbox';
}

function stack(blocks: readonly (readonly TextLine[])[], isLoose: boolean): TextLine[] {
  return blocks.flatMap((lines, at) => (at > 0 && isLoose ? [BLANK, ...lines] : lines));
}

function blockLines(token: Token, frame: Frame): TextLine[] {
  const { width, notation } = frame;
  if (isKind(token, 'list')) return listLines(token, frame);
  if (isKind(token, 'table')) return tableLines(token, frame);
  switch (token.type) {
    case 'heading':
      return wrapped(runsOf(token.tokens ?? [], notation, { strong: true }), frame);
    case 'code':
      return notation
        .codeBlock(withoutLastLineEnds(token.text), token.lang ?? '')
        .map((run) => (run.text === '' ? BLANK : [prefix(CODE_INDENT), run]));
    case 'blockquote': {
      const inner = narrower(frame, notation.quote);
      const lines = layout(token.tokens ?? [], inner ?? frame);
      return inner === undefined ? lines : lines.map((line) => [prefix(notation.quote), ...line]);
    }
    case 'hr':
      return [[{ text: notation.rule(width), marks: {} }]];
    case 'html':
      return String(token.text)
        .trimEnd()
        .split('\n')
        .flatMap((line) => wrapped([{ text: notation.text(line), marks: {} }], frame));
  }
  return wrapped(runsOf([token], notation), frame);
}

/** Not by a pattern, which would look for the text's end from each blank line. */
function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}

function wrapped(runs: readonly Run[], { width, notation }: Frame): TextLine[] {
  return wrap(runs, width, notation.longWord);
}

function listLines(list: Tokens.List, frame: Frame): TextLine[] {
  const first = list.start === '' ? 1 : list.start;
  const markers = list.items.map((_, at) => (list.ordered ? `${first + at}. ` : frame.notation.bullet));
  // One indent for all items, so that their texts stand in line whatever the lengths of the numbers.
  const indent = widest(markers.map(cells));
  const items = list.items.map((item, at) => {
    const marker = padded(markers[at] ?? '', indent);
    const task = item.task ? (item.checked ? '[x] ' : '[ ] ') : '';
    return marked(item, hanging(item, marker + task, frame), frame);
  });
  return stack(items, list.loose);
}

/** An item beside its marker; below it where too little room is left beside. */
function hanging(item: Tokens.ListItem, marker: string, frame: Frame): TextLine[] {
  const inner = narrower(frame, marker);
  if (inner === undefined) return [[prefix(marker)], ...itemLines(item, frame)];
  const indent = ' '.repeat(cells(marker));
  return itemLines(item, inner).map((line, at) => [prefix(at === 0 ? marker : indent), ...line]);
}

function itemLines(item: Tokens.ListItem, frame: Frame): TextLine[] {
  const blocks = item.tokens.filter(isBlock).map((token) => blockLines(token, frame));
  return blocks.length === 0 ? [BLANK] : stack(blocks, item.loose);
}

/** What a prefix leaves of the room; undefined where that is too little. */
function narrower(frame: Frame, prefix: string): Frame | undefined {
  const width = frame.width - cells(prefix);
  return width < LEAST_TEXT ? undefined : { ...frame, width };
}

/** What stands before the text of a line: an indent, a marker, a quote mark. It holds no word of the text. */
function prefix(text: string): Run {
  return { text, marks: { isSign: true } };
}

function marked(token: Token, lines: readonly TextLine[], { best }: Frame): readonly TextLine[] {
  return token === best ? lines.map((line) => [{ text: '', marks: { isBest: true } }, ...line]) : lines;
}
