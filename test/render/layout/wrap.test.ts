import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells } from '../../../src/render/layout/cells.ts';
import { wrap } from '../../../src/render/layout/wrap.ts';

const lines = (text: string, width: number) =>
  wrap([{ text, marks: {} }], width).map((runs) => runs.map(({ text }) => text).join(''));

describe('a wrapped text', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', '漢', '字', '。', '（', '👍', 'é', '-', '/') }),
    fc.string({ unit: 'grapheme' }),
  );
  const widths = fc.integer({ min: 1, max: 40 });

  it('has no line with a blank at either end', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) =>
        lines(text, width).every((line) => !/^[ \t\n]|[ \t\n]$/.test(line)),
      ),
    );
  });

  it('keeps every word in its order', () => {
    const solid = (text: string) => text.replace(/[ \t\n\r\f\v]+/g, '');
    fc.assert(
      fc.property(texts, widths, (text, width) => solid(lines(text, width).join('')) === solid(text)),
    );
  });

  it('has no line wider than the width that has a blank to break at', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) =>
        lines(text, width).every((line) => cells(line) <= width || !/[ \t\n]/.test(line)),
      ),
    );
  });

  it('stays as it is when wrapped again', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => !/[漢字。（]/.test(text)),
        widths,
        (text, width) => {
          const once = lines(text, width).join('\n');
          expect(lines(once, width).join('\n')).toBe(once);
        },
      ),
    );
  });
});

describe('text without blanks', () => {
  it('is broken between ideographs, but not before a closing sign or after an opening one', () => {
    expect(lines('内核政策。（列出）的人', 8)).toEqual(['内核政', '策。（列', '出）的人']);
  });

  it('is broken between ideographs and Latin words', () => {
    expect(lines('使用Rust编写', 6)).toEqual(['使用', 'Rust编', '写']);
  });

  it('keeps a URL whole', () => {
    expect(lines('请看https://example.org/a/b吧', 10)).toEqual(['请看', 'https://example.org/a/b', '吧']);
  });
});

it('counts a wide character as two columns and a combining one as none', () => {
  expect(lines('ab 漢字 cd e\u0301e\u0301', 8)).toEqual(['ab 漢字', 'cd e\u0301e\u0301']);
});

it('sets a blank between two words of one setting like them, so that an underline has no holes', () => {
  expect(wrap([{ text: 'two words', marks: { strong: true } }], 20)).toEqual([
    [{ text: 'two words', marks: { strong: true } }],
  ]);
});
