import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLongWord, paragraph, quoted, withinLimit } from '../../src/render/mail-lines.ts';

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

describe('a line broken at 998 octets', () => {
  it('is whole up to them, its blanks where they are', () => {
    const line = `${'x'.repeat(600)} ${'y'.repeat(397)}`;
    expect(withinLimit(line)).toEqual([line]);
    expect(withinLimit('')).toEqual(['']);
  });

  it('is broken at the last blank, if that is in the second half, and with it', () => {
    expect(withinLimit(`a ${'x'.repeat(600)} ${'y'.repeat(396)}`)).toEqual([
      `a ${'x'.repeat(600)}`,
      'y'.repeat(396),
    ]);
    expect(withinLimit(`a ${'x'.repeat(997)}`)).toEqual([`a ${'x'.repeat(996)}`, 'x']);
  });

  it('has fewer where some are to be left free', () => {
    expect(withinLimit('x'.repeat(998), 3)).toEqual(['x'.repeat(995), 'xxx']);
  });

  it.each(['> ', '>> ', '> > ', '> | '])('repeats the quote marks %j at its start', (marks) => {
    const room = 998 - marks.length;
    expect(withinLimit(`${marks}${'x'.repeat(room + 1)}`)).toEqual([
      `${marks}${'x'.repeat(room)}`,
      `${marks}x`,
    ]);
  });

  it('repeats no marks that stand within it', () => {
    expect(withinLimit(`a > ${'x'.repeat(998)}`)).toEqual([`a > ${'x'.repeat(994)}`, 'xxxx']);
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

  it.each(['e\u0301', 'कि', '👩‍🚀'])('cuts no word within a character, as %j is one', (character) => {
    const lines = paragraph(character.repeat(9), 4);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.length % character.length)).toEqual(lines.map(() => 0));
  });

  it('cuts no word of which a part is code', () => {
    const word = [
      { text: 'long', marks: {} },
      { text: 'code', marks: { code: true } },
    ] as const;
    expect(cutLongWord(word, 5)).toEqual([word]);
  });

  it('is no wider for the blank before a line that is taken for more', () => {
    expect(paragraph('aaaa --- bbb cc', 7)).toEqual(['aaaa', ' ---', 'bbb cc']);
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
