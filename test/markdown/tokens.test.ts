import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex, plainText } from '../../src/markdown/lex.ts';
import { childTokens, escaped, lineEnds, tokensText } from '../../src/markdown/tokens.ts';
import { outline } from '../../src/policy/outline.ts';

describe('the words of tokens', () => {
  it('are those of lists, tables, quotes and code', () => {
    const tokens = lex('- one\n- two\n\n> three\n\n| a | b |\n|---|---|\n| four | five |\n\n    six\n');
    expect(tokensText(tokens).split(/\s+/).filter(Boolean)).toEqual([
      ...['one', 'two', 'three', 'a', 'b', 'four', 'five', 'six'],
    ]);
  });
});

describe('the children of a token', () => {
  it.each([
    ['a paragraph', 'a *b*', ['text', 'em']],
    ['a list', '- a\n- b', ['list_item', 'list_item']],
    ['a table', '| a | b |\n|---|---|\n| `c` | *d* |', ['text', 'text', 'codespan', 'em']],
    ['code', '    a', []],
  ])('are for %s its own', (_, markdown, kinds) => {
    expect(
      lex(markdown)
        .flatMap(childTokens)
        .map(({ type }) => type),
    ).toEqual(kinds);
  });
});

describe('text written as Markdown', () => {
  it.each([
    ['Who fixes snake_case & "quotes"?', 'Who fixes snake_case & "quotes"?'],
    ['Using Vec<T>', 'Using Vec\\<T>'],
    ['What does __init__ do?', 'What does \\_\\_init\\_\\_ do?'],
    ['a &amp; b', 'a \\&amp; b'],
    ['C#', 'C#'],
    ['Is :b1: a code?', 'Is \\:b1: a code?'],
    ['_:b1:', '\\_\\:b1:'],
    ['At 10:30:00', 'At 10:30:00'],
    ['The sign ##', 'The sign \\##'],
  ])('%s is %s', (text, markdown) => {
    expect(escaped(text)).toBe(markdown);
  });

  it('reads as the text, in a heading too', () => {
    const words = fc.array(fc.constantFrom(...[...'\\`*_[]()<>~&#!|:;/.@-'], 'a', 'b1', 'amp;', ' ', 'é'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('').replace(/\s+/g, ' ').trim();
        fc.pre(text !== '');
        expect(plainText(escaped(text))).toBe(text);
        expect(outline(`## ${escaped(text)}\n`).parts[0]?.heading?.text).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

it.each([
  ['', 0],
  ['a', 0],
  ['\n', 1],
  ['\na\n\nb', 3],
])('counts the line ends of %j: %i', (text, count) => {
  expect(lineEnds(text)).toBe(count);
});
