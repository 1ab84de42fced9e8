import { describe, expect, it } from 'vitest';
import { lex, lexInline } from '../../src/markdown/lex.ts';
import { tokensText } from '../../src/markdown/tokens-text.ts';

describe('HTML', () => {
  it.each([
    ['in a line', 'a <kbd>b</kbd>', 'a <kbd>b</kbd>'],
    ['that is a comment', 'a <!-- [b](c) -->d', 'a d'],
    ['that breaks a line', 'a<br>b<BR />c', 'a\nb\nc'],
  ])('%s reads as a page shows it', (_, markdown, text) => {
    expect(tokensText(lexInline(markdown))).toBe(text);
  });

  it.each([
    ['a block', '<p>a</p>\n', '<p>a</p>\n'],
    ['a comment', '<!-- a\n\nb -->', ''],
    ['a block with a comment', '<p>\n<!-- a -->\nb</p>', '<p>\n\nb</p>'],
    ['a line break alone', '<br>', ''],
  ])('of %s keeps what it says, and its source', (_, markdown, text) => {
    expect(lex(markdown)).toEqual([expect.objectContaining({ type: 'html', raw: markdown, text })]);
  });
});

it('decodes entities, but not in code', () => {
  expect(tokensText(lexInline('a &amp; `&amp;`'))).toBe('a & &amp;');
});
