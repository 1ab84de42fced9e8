import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells } from '../../../src/render/layout/cells.ts';
import { BREAK, type Marks, UNMARKED, type WordCutter } from '../../../src/render/layout/notation.ts';
import { firstLine, fitted, widestWord, wrap, wrapText } from '../../../src/render/layout/wrap.ts';

describe('a wrapped text', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', '漢', '字', '。', '（', '👍', 'é', '-', '/') }),
    fc.string({ unit: 'grapheme' }),
  );
  const widths = fc.integer({ min: 1, max: 40 });

  it('has no line with a blank at either end', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) =>
        wrapText(text, width).every((line) => !/^[ \t\n]|[ \t\n]$/.test(line)),
      ),
    );
  });

  it('keeps every word in its order', () => {
    const solid = (text: string) => text.replace(/[ \t\n\r\f\v]+/g, '');
    fc.assert(
      fc.property(texts, widths, (text, width) => solid(wrapText(text, width).join('')) === solid(text)),
    );
  });

  it('has no line wider than the width that has a blank to break at', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) =>
        wrapText(text, width).every((line) => cells(line) <= width || !/[ \t\n]/.test(line)),
      ),
    );
  });

  it('stays as it is when wrapped again', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => !/[漢字。（]/.test(text)),
        widths,
        (text, width) => {
          const once = wrapText(text, width).join('\n');
          expect(wrapText(once, width).join('\n')).toBe(once);
        },
      ),
    );
  });
});

it.each([' ', '\t', '\n', '\r', '\f', '\v'])('takes %j for a blank', (blank) => {
  expect(wrapText(`a${blank}b`, 20)).toEqual(['a b']);
});

it('takes no no-break space for a blank, nor a letter', () => {
  expect(wrapText('a\u00a0b V', 1)).toEqual(['a\u00a0b', 'V']);
});

it('is a line of nothing where there is nothing', () => {
  expect(wrapText(' ', 20)).toEqual(['']);
});

describe('text without blanks', () => {
  it('is broken between ideographs, but not before a closing sign or after an opening one', () => {
    expect(wrapText('内核政策。（列出）的人', 8)).toEqual(['内核政', '策。（列', '出）的人']);
  });

  it('is broken between ideographs and Latin words', () => {
    expect(wrapText('使用Rust编写', 6)).toEqual(['使用', 'Rust编', '写']);
  });

  it('keeps a URL whole', () => {
    expect(wrapText('请看https://example.org/a/b吧', 10)).toEqual(['请看', 'https://example.org/a/b', '吧']);
  });
});

it('counts a wide character as two columns and a combining one as none', () => {
  expect(wrapText('ab 漢字 cd e\u0301e\u0301', 8)).toEqual(['ab 漢字', 'cd e\u0301e\u0301']);
});

describe('a word that is wider than a line', () => {
  const inTwos: WordCutter = (word) =>
    word.flatMap(({ text, marks }) => (text.match(/..?/g) ?? []).map((part) => [{ text: part, marks }]));
  const cut = (text: string, width: number) => wrapText(text, width, inTwos);

  it('stands alone where it may not be cut', () => {
    expect(wrapText('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b']);
  });

  it('is cut where it may be, and filled up without blanks', () => {
    expect(cut('a abcdef b', 5)).toEqual(['a ab', 'cdef', 'b']);
    expect(cut('abcdef', 4)).toEqual(['abcd', 'ef']);
  });

  it('is one only beyond the width', () => {
    expect(cut('a abcde', 5)).toEqual(['a', 'abcde']);
  });
});

describe('text in several settings', () => {
  const plain = UNMARKED;
  const text = (...runs: [text: string, marks: Marks][]) => runs.map(([text, marks]) => ({ text, marks }));

  it('keeps together what no blank parts', () => {
    const runs = text(['ab', {}], ['cd', { em: true }], [' ef', {}]);
    expect(wrap(runs, 4)).toEqual([text(['ab', {}], ['cd', { em: true }]), text(['ef', {}])]);
  });

  it('parts words by the blanks at the edges of runs', () => {
    const runs = text(['ab ', { em: true }], ['cd', plain], ['\t', plain], [' ef', { em: true }]);
    expect(wrap(runs, 20)).toEqual([text(['ab', { em: true }], [' cd ', plain], ['ef', { em: true }])]);
  });

  it.each(['strong', 'em', 'del', 'code'])('joins neighbours that are both %s, and no others', (mark) => {
    const marks = { [mark]: true };
    expect(wrap(text(['a', marks], ['b', marks], ['c', {}]), 20)).toEqual([text(['ab', marks], ['c', {}])]);
  });

  it('joins no two links', () => {
    const runs = text(['a', { href: 'x' }], ['b', { href: 'y' }]);
    expect(wrap(runs, 20)).toEqual([runs]);
  });

  it('is broken where it says so, and only there in code, and not at a line end of the source', () => {
    expect(wrap(text(['a', { em: true }], ['\n', {}], ['b', { em: true }]), 20)).toEqual([
      text(['a', { em: true }], [' ', {}], ['b', { em: true }]),
    ]);
    expect(wrap([...text(['a', {}]), BREAK, ...text(['b', {}])], 20)).toEqual([
      text(['a', {}]),
      text(['b', {}]),
    ]);
    expect(wrap(text(['中文', { code: true }]), 2)).toEqual([text(['中文', { code: true }])]);
  });

  it('keeps blanks at the edges of code as code', () => {
    const code = { code: true } as const;
    const runs = text(['by ', plain], [' ', code], [', ', plain], ['\\ ', code], ['.', plain]);
    expect(wrap(runs, 20)).toEqual([
      text(['by ', plain], [' ', code], [', ', plain], ['\\ ', code], ['.', plain]),
    ]);
  });

  it('is one line where there is nothing', () => {
    expect(wrap([], 20)).toEqual([[]]);
  });
});

it('knows the widest word that it would not break', () => {
  const runs = [
    { text: 'one three', marks: {} },
    { text: 's', marks: { em: true } },
    { text: ' 中文', marks: {} },
  ] as const;
  expect(widestWord(runs)).toBe(6);
  expect(widestWord([])).toBe(0);
});

it('sets a blank between two words of one setting like them, so that an underline has no holes', () => {
  expect(wrap([{ text: 'two words', marks: { strong: true } }], 20)).toEqual([
    [{ text: 'two words', marks: { strong: true } }],
  ]);
});

describe('the first line of a text', () => {
  it('is the text where it fits', () => {
    expect(firstLine('May I keep a cat?', 17)).toBe('May I keep a cat?');
  });

  it('has dots behind it where there is more', () => {
    expect(firstLine('May I keep a cat?', 16)).toBe('May I keep a ...');
  });
});

const at = (columns: number, text: string) => fitted(text, columns);

describe('lines fitted to a terminal', () => {
  it('stays as it is where it fits', () => {
    expect(at(40, 'Closest topics:\n  show a  A  topic\n')).toBe('Closest topics:\n  show a  A  topic\n');
  });

  it('is broken at words', () => {
    expect(at(20, 'The policy does not answer this.\n')).toBe('The policy does not\nanswer this.\n');
  });

  it('hangs below the text that stands beside a command', () => {
    expect(at(30, '  show a  Who maintains it all in the kernel?\n')).toBe(
      '  show a  Who maintains it all\n          in the kernel?\n',
    );
  });

  it('hangs below its own indent where nothing stands before it', () => {
    expect(at(12, '  one two three')).toBe('  one two\n  three');
  });

  it('stands beside what takes three fifths of the columns, and below what takes more', () => {
    expect(at(20, '  show abc  So it is now')).toBe('  show abc  So it is\n            now');
    expect(at(20, '  show abcd  So it is now')).toBe('  show abcd\n    So it is now');
  });

  it('stands beside any command with which it fits', () => {
    const line = '  rustpolicy show about  About';
    expect(at(30, line)).toBe(line);
    expect(at(29, line)).toBe('  rustpolicy show about\n    About');
  });

  it('goes below a command that leaves no room beside it', () => {
    expect(at(24, '  rustpolicy show about  About this policy, in short\n')).toBe(
      '  rustpolicy show about\n    About this policy,\n    in short\n',
    );
  });
});
