import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/markdown/lex.ts';
import { isKind } from '../../../src/markdown/tokens.ts';
import { layout } from '../../../src/render/layout/blocks.ts';
import type { TextLine } from '../../../src/render/layout/notation.ts';
import { lineText, plainNotation } from '../../../src/render/text.ts';

/** A Markdown text as it is laid out, as a person would see it, a line break first. */
function laidOut(markdown: string, width = 30): string {
  const lines = layout(lex(markdown), { width, notation: plainNotation() });
  return `\n${lines.map((line) => `${lineText(line)}\n`).join('')}`;
}

describe('blocks', () => {
  it('have one blank line between them, and none around', () => {
    expect(laidOut('\n\na\n\n\n\nb\n\n[x]: y\n\nc\n')).toBe('\na\n\nb\n\nc\n');
  });

  it('are wrapped', () => {
    expect(laidOut('one two three', 9)).toBe('\none two\nthree\n');
  });

  it('are those of a footnote behind its label, each as it is', () => {
    const note =
      '[^N]: See\n    these steps:\n\n    - one\n    - two\n\n    ~~~sh\n    a  b\n    ~~~\n[^2]: Two.\n';
    expect(laidOut(note)).toBe(
      '\n[^N]: See these steps:\n\n      - one\n      - two\n\n          a  b\n\n[^2]: Two.\n',
    );
  });

  it('are headings without a mark, strong', () => {
    const [line] = layout(lex('### A b\n'), { width: 30, notation: plainNotation() });
    expect(line).toEqual([{ text: 'A b', marks: { strong: true } }]);
  });

  it('are code set in by four columns, its lines as they are and none at its end', () => {
    expect(laidOut('```c\nint  a;\n\n  b\n\n\n```\n', 8)).toBe('\n    int  a;\n\n      b\n');
    expect(laidOut('    code\n')).toBe('\n    code\n');
  });

  it('are rules', () => {
    expect(laidOut('a\n\n---\n\nb')).toBe('\na\n\n* * *\n\nb\n');
  });

  it('are HTML as it is written, line by line', () => {
    expect(laidOut('<div>\na  b\n</div>\n')).toBe('\n<div>\na b\n</div>\n');
  });
});

describe('quotes', () => {
  it('have their sign before each line, blank ones too', () => {
    expect(laidOut('> one two three\n>\n> four', 11)).toBe('\n> one two\n> three\n>\n> four\n');
  });

  it('may hold each other', () => {
    expect(laidOut('> a\n>\n> > b')).toBe('\n> a\n>\n> > b\n');
  });

  it('have no sign where it would leave fewer than eight columns', () => {
    expect(laidOut('> one two', 10)).toBe('\n> one two\n');
    expect(laidOut('> one two', 9)).toBe('\none two\n');
  });
});

describe('lists', () => {
  it('have further lines under the first', () => {
    expect(laidOut('- one two three\n- four', 12)).toBe('\n- one two\n  three\n- four\n');
  });

  it('count on from their first number, in one indent', () => {
    expect(laidOut('9. nine\n10. ten eleven', 12)).toBe('\n9.  nine\n10. ten\n    eleven\n');
    expect(laidOut('0. zero')).toBe('\n0. zero\n');
  });

  it('have blank lines between items where they have them in the text', () => {
    expect(laidOut('- a\n- b')).toBe('\n- a\n- b\n');
    expect(laidOut('- a\n\n- b')).toBe('\n- a\n\n- b\n');
    expect(laidOut('- a\n\n  more\n- b')).toBe('\n- a\n\n  more\n\n- b\n');
  });

  it('may hold each other', () => {
    expect(laidOut('- a\n  1. b\n     - c')).toBe('\n- a\n  1. b\n     - c\n');
  });

  it('have boxes for tasks', () => {
    expect(laidOut('- [ ] open\n- [x] done\n- none')).toBe('\n- [ ] open\n- [x] done\n- none\n');
  });

  it('have items without text', () => {
    expect(laidOut('- a\n-\n- b')).toBe('\n- a\n-\n- b\n');
    const marker = { text: '- ', marks: { isSign: true } };
    expect(layout(lex('-'), { width: 30, notation: plainNotation() })).toEqual([[marker]]);
  });

  it('have text below the marker where it would leave fewer than eight columns', () => {
    expect(laidOut('- one two', 10)).toBe('\n- one two\n');
    expect(laidOut('- one two', 9)).toBe('\n-\none two\n');
  });
});

describe('the best block', () => {
  const notation = plainNotation();
  const isBest = (line: TextLine) => line.some(({ marks }) => marks.isBest);

  it('is marked on each of its lines, and no other is', () => {
    const tokens = lex('a\n\none two three\n\nb');
    const lines = layout(tokens, { width: 9, notation, best: tokens[2] });
    expect(lines.filter(isBest).map(lineText)).toEqual(['one two', 'three']);
  });

  it('may be an item of a list', () => {
    const tokens = lex('- a\n- one two three\n- b');
    const [list] = tokens;
    const best = isKind(list, 'list') ? list.items[1] : undefined;
    const lines = layout(tokens, { width: 11, notation, best });
    expect(lines.map(isBest)).toEqual([false, true, true, false]);
  });
});
