import type { Token, Tokens } from 'marked';
import { isKind, isShown } from '../../markdown/tokens.ts';
import { cells, padded, widest } from './cells.ts';
import { tableLines } from './grid.ts';
import { runsOf } from './inline.ts';
import type { Frame, Run } from './notation.ts';
import { wrap } from './wrap.ts';

/** A line of the page: a prefix (indent, marker, quote mark), then the text. */
export interface Line {
  readonly prefix: string;
  readonly runs: readonly Run[];
  /** It is a line of the frame's `best` token. */
  readonly isBest?: true;
}

const CODE_INDENT = '    ';

/** Columns. Where less would be left for the text, quotes and lists are not set in further. */
const LEAST_TEXT = 8;

const BLANK: Line = Object.freeze({ prefix: '', runs: [] });

/** Block tokens as lines, one blank line between two blocks. */
export function layout(tokens: readonly Token[], frame: Frame): Line[] {
  return stack(
    tokens.filter(isBlock).map((token) => marked(token, blockLines(token, frame), frame)),
    true,
  );
}

/** Not the box of a task, which stands with the item's marker. */
function isBlock(token: Token): boolean {
  return isShown(token) && token.type !== 'checkbox';
}

function stack(blocks: readonly (readonly Line[])[], isLoose: boolean): Line[] {
  return blocks.flatMap((lines, at) => (at > 0 && isLoose ? [BLANK, ...lines] : lines));
}

function blockLines(token: Token, frame: Frame): Line[] {
  const { width, notation } = frame;
  if (isKind(token, 'list')) return listLines(token, frame);
  if (isKind(token, 'table')) return tableLines(token, frame).map((runs) => ({ prefix: '', runs }));
  switch (token.type) {
    case 'heading':
      return wrapped(runsOf(token.tokens ?? [], notation, { strong: true }), frame);
    case 'code':
      return notation
        .codeBlock(withoutLastLineEnds(token.text), token.lang ?? '')
        .map((run) => ({ prefix: run.text === '' ? '' : CODE_INDENT, runs: [run] }));
    case 'blockquote':
      return isTooDeep(frame, notation.quote)
        ? layout(token.tokens ?? [], frame)
        : prefixed(
            layout(token.tokens ?? [], narrower(frame, notation.quote)),
            notation.quote,
            notation.quote,
          );
    case 'hr':
      return [{ prefix: '', runs: [{ text: notation.rule(width), marks: {} }] }];
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

function wrapped(runs: readonly Run[], { width, notation }: Frame): Line[] {
  return wrap(runs, width, notation.longWord).map((line) => ({ prefix: '', runs: line }));
}

function listLines(list: Tokens.List, frame: Frame): Line[] {
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
function hanging(item: Tokens.ListItem, marker: string, frame: Frame): Line[] {
  if (isTooDeep(frame, marker)) return [{ prefix: marker, runs: [] }, ...itemLines(item, frame)];
  return prefixed(itemLines(item, narrower(frame, marker)), marker, ' '.repeat(cells(marker)));
}

function itemLines(item: Tokens.ListItem, frame: Frame): Line[] {
  const blocks = item.tokens.filter(isBlock).map((token) => blockLines(token, frame));
  return blocks.length === 0 ? [BLANK] : stack(blocks, item.loose);
}

function isTooDeep({ width }: Frame, prefix: string): boolean {
  return width - cells(prefix) < LEAST_TEXT;
}

function narrower(frame: Frame, prefix: string): Frame {
  return { ...frame, width: frame.width - cells(prefix) };
}

function prefixed(lines: readonly Line[], first: string, rest: string): Line[] {
  return lines.map((line, at) => ({ ...line, prefix: (at === 0 ? first : rest) + line.prefix }));
}

function marked(token: Token, lines: readonly Line[], { best }: Frame): Line[] {
  return lines.map((line) => (token === best ? { ...line, isBest: true } : line));
}
