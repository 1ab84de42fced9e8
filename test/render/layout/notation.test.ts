import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/markdown/lex.ts';

import { BREAK, type Notation, runsOf } from '../../../src/render/layout/notation.ts';

/** Writes out what each part of the Markdown is taken for. */
const notation: Notation = {
  text: (text) => text,
  code: (code) => `<${code}>`,
  link: (label, href) => [...label, { text: `(${href})`, marks: {} }],
  codeBlock: () => [],
  line: '',
  bullet: '',
  quote: '',
};

/** Each run's text, and behind a `|` its marks. */
function runs(markdown: string): string[] {
  return runsOf(lex(markdown), notation).map((run) =>
    run === BREAK ? 'BREAK' : [run.text, ...Object.keys(run.marks)].join('|'),
  );
}

describe('inline Markdown as runs', () => {
  it.each([
    ['plain', ['plain']],
    ['a **b** c', ['a ', 'b|strong', ' c']],
    ['*a*', ['a|em']],
    ['~~a *b*~~', ['~~a ~~|del', '~~b~~|del|em']],
    ['***a***', ['a|em|strong']],
    ['`a b`', ['<a b>|code']],
    ['**`a`**', ['<a>|strong|code']],
    ['a\\\nb', ['a', 'BREAK', 'b']],
    ['**a**\n**b**', ['a|strong', '\n', 'b|strong']],
    ['\\*a\\*', ['*', 'a', '*']],
    ['a <b>c</b>', ['a ', '<b>', 'c', '</b>']],
  ])('%j', (markdown, expected) => {
    expect(runs(markdown)).toEqual(expected);
  });

  it('have links by their text and URL, and by the URL alone where it is the text', () => {
    expect(runs('[*a* b](https://x.example/)')).toEqual(['a|em', ' b', '(https://x.example/)']);
    expect(runs('https://x.example/')).toEqual(['(https://x.example/)']);
    expect(runs('<https://x.example/>')).toEqual(['(https://x.example/)']);
    expect(runs('[https://*x*.example/](https://x.example/)')).toEqual(['(https://x.example/)']);
  });

  it('have an address of mail by itself, and a text that leads to one as a link', () => {
    expect(runs('<a@x.example>')).toEqual(['a@x.example']);
    expect(runs('[me](mailto:a@x.example)')).toEqual(['me', '(mailto:a@x.example)']);
  });

  it('have images as links by what they are called', () => {
    expect(runs('![a *cat*](c.png)')).toEqual([expect.stringContaining('cat'), '(c.png)']);
    expect(runs('![](c.png)')).toEqual(['image', '(c.png)']);
    expect(runs('**![a](c.png)**')[0]).toBe('a|strong');
  });

  it('have the marks of what they stand in', () => {
    expect(runs('**[a](b)**')).toEqual(['a|strong', '(b)']);
    expect(runsOf(lex('a'), notation, { strong: true })).toEqual([{ text: 'a', marks: { strong: true } }]);
  });
});
