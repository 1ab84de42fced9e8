import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraph, quoted } from '../../src/render/mail-lines.ts';

/** Lines as the layout gives them: no line end inside, no blank at the end. */
const lines = fc.array(
  fc
    .oneof(fc.string(), fc.constantFrom('', '> ', '>', '>> a', '  a', '---', '.', 'From a'))
    .map((line) => line.trimEnd()),
);

const unquoted = (lines: readonly string[]) => lines.map((line) => line.replace(/^> ?/, ''));

describe('a quote', () => {
  it('is told by "> ", on an empty line by ">" alone', () => {
    expect(quoted(['a', '', '> b', '  c'])).toEqual(['> a', '>', '> > b', '>   c']);
  });

  it('can be taken back', () => {
    fc.assert(
      fc.property(lines, (lines) => {
        expect(unquoted(quoted(lines))).toEqual(lines);
      }),
    );
  });

  it('has no trailing blank', () => {
    expect(quoted(['a  ', ' '])).toEqual(['> a', '>']);
  });

  it.each([
    ['ASCII', 'x'],
    ['UTF-8', '中'],
  ])('has no line over 998 octets, in %s', (_, character) => {
    const whole = character.repeat(2500);
    const pieces = quoted([whole]);
    expect(Math.max(...pieces.map((piece) => Buffer.byteLength(piece)))).toBeLessThanOrEqual(998);
    expect(unquoted(pieces).join('')).toBe(whole);
  });
});

describe('a paragraph of our own', () => {
  it('is wrapped', () => {
    expect(paragraph('The policy says, under "A b c":', 20)).toEqual(['The policy says,', 'under "A b c":']);
  });

  it('is the same when wrapped again, whatever its words and the width', () => {
    const word = fc.oneof(
      fc.lorem({ maxCount: 1 }),
      fc.string(),
      fc.constantFrom('From', '.', '---', 'Cc:', 'https://a.example/'),
    );
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 75 }), (text, width) => {
        const once = paragraph(text, width);
        expect(paragraph(once.join('\n'), width)).toEqual(once);
      }),
    );
  });

  it('cuts a word that is wider than a line, but no URL', () => {
    expect(paragraph(`a ${'x'.repeat(25)} b`, 20)).toEqual(['a', 'x'.repeat(20), 'xxxxx b']);
    const url = `https://a.example/${'x'.repeat(25)}`;
    expect(paragraph(`a ${url} b`, 20)).toEqual(['a', url, 'b']);
  });

  it.each(['---', '.', '--', 'diff -u', 'Index: a', 'From here', '>From', 'Cc: a@b', 'Reviewed-by: A <a@b>'])(
    'never has a line that starts with %s',
    (start) => {
      // Fills the first line, as a URL is never cut.
      const filler = `https://${'x'.repeat(14)}`;
      expect(paragraph(`${filler} ${start} it`, 22)[1]).toMatch(new RegExp(`^ ${start}`));
    },
  );
});
