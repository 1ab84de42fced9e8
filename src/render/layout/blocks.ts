import type { Token, Tokens } from 'marked';
import { isFootnote, isKind, isShown } from '../../markdown/tokens.ts';
import { cells, padded, widest } from './cells.ts';
import { tableLines } from './grid.ts';
import { behind, type Frame, plain, type Run, runsOf, sign, stack, type TextLine } from './notation.ts';
import { wrap } from './wrap.ts';

const CODE_INDENT = '    ';

/** Columns. Where less would be left for the text, quotes and lists are not set in further. */
const LEAST_TEXT = 8;

/** Columns of a rule at most, in a window of thousands: a page may have thousands of rules. */
const LONGEST_RULE = 200;

/** Block tokens as lines, between two blocks a blank one. */
export function layout(tokens: readonly Token[], frame: Frame, isLoose = true): TextLine[] {
  // The box of a task stands with the item's marker.
  const blocks = tokens.filter((token) => isShown(token) && token.type !== 'checkbox');
  const lines = blocks.map((token) => marked(token, blockLines(token, frame), frame));
  return stack(lines, isLoose);
}

function blockLines(token: Token, frame: Frame): TextLine[] {
  const { width, notation } = frame;
  const wrapped = (runs: readonly Run[]) => wrap(runs, width, notation.longWord);
  if (isKind(token, 'list')) return listLines(token, frame);
  if (isKind(token, 'table')) return tableLines(token, frame);
  if (isFootnote(token))
    return hanging(`[${notation.text(token.label)}]: `, frame, (inner) => layout(token.tokens, inner));
  switch (token.type) {
    case 'heading':
      return wrapped(runsOf(token.tokens ?? [], notation, { strong: true }));
    case 'code':
      return behind(CODE_INDENT, notation.codeBlock(token.text.trimEnd()));
    case 'blockquote': {
      const inner = narrower(frame, notation.quote);
      const lines = layout(token.tokens ?? [], inner ?? frame);
      return inner === undefined ? lines : behind(notation.quote, lines, notation.quote);
    }
    case 'hr':
      return [[plain(notation.rule ?? notation.line.repeat(Math.min(width, LONGEST_RULE)))]];
    case 'html':
      return String(token.text)
        .trimEnd()
        .split('\n')
        .flatMap((line) => wrapped([plain(notation.text(line))]));
  }
  return wrapped(runsOf([token], notation));
}

function listLines({ start, ordered, items, loose }: Tokens.List, frame: Frame): TextLine[] {
  const markers = items.map((_, at) => (ordered ? `${Number(start) + at}. ` : frame.notation.bullet));
  // One indent for all items, so that their texts stand in line whatever the lengths of the numbers.
  const indent = widest(markers.map(cells));
  const lines = items.map((item, at) => {
    const box = item.checked ? '[x] ' : '[ ] ';
    const marker = padded(markers[at] ?? '', indent) + (item.task ? box : '');
    const own = hanging(marker, frame, (inner) => layout(item.tokens, inner, item.loose));
    return marked(item, own, frame);
  });
  return stack(lines, loose);
}

/** An item or a footnote beside its marker; below it where too little room is left beside. */
function hanging(marker: string, frame: Frame, lay: (inner: Frame) => TextLine[]): TextLine[] {
  const inner = narrower(frame, marker);
  const lines = lay(inner ?? frame);
  return inner === undefined ? [[sign(marker)], ...lines] : behind(marker, lines.length > 0 ? lines : [[]]);
}

/** The room that is left beside a prefix; undefined where that is too little. */
function narrower(frame: Frame, prefix: string): Frame | undefined {
  const width = frame.width - cells(prefix);
  return width < LEAST_TEXT ? undefined : { ...frame, width };
}

function marked(token: Token, lines: readonly TextLine[], { best }: Frame): readonly TextLine[] {
  return token === best ? lines.map((line) => [{ text: '', marks: { isBest: true } }, ...line]) : lines;
}
