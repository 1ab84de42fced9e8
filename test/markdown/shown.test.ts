import { expect, it } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { showing } from '../../src/markdown/shown.ts';
import { layout } from '../../src/render/layout/blocks.ts';
import { lineText, plainNotation } from '../../src/render/text.ts';

/** What a reader sees of a text, in lines. */
async function seen(body: string): Promise<string[]> {
  const shown = await showing([{ body }]);
  return layout(shown(lex(body)), { width: 60, notation: plainNotation() }).map(lineText);
}

it.each([
  ['keys and indices', 'Press <kbd>Ctrl</kbd>, drink H<sub>2</sub>O.', ['Press Ctrl, drink H2O.']],
  ['code and struck text', 'a <code>b</code> <s>c</s>', ['a `b` ~~c~~']],
  ['links', '<a href="https://a.example/">there</a> and <a name="x">here</a>', ['there [1] and here']],
  ['images by their words', 'a <img src="a.png" alt="An oak"> <img src="b.png">b', ['a An oak [1] b']],
  ['line breaks, closed as well', 'a<br>b</br>c<br />d', ['a', 'b', 'c', 'd']],
  ['blocks', '<p align="center">\n<b>a</b> &amp; b</p>\n\n<div>\n\nc\n\n</div>', ['a & b', '', 'c']],
  [
    'code and links in blocks',
    '<p>Call <code>a_b</code><br>\nor <a href="https://a.example/?b=1&amp;c"><b>here</b></a>.<br></p>',
    ['Call `a_b`', 'or here [1].'],
  ],
  ['headings and lines', '<h2>A\nb</h2>\n<hr>\nc', ['A b', '', '* * *', '', 'c']],
  ['code as it stands', '<pre><code>if a:\n\n  b # `c`\n</code></pre>', ['    if a:', '', '      b # `c`']],
  [
    'quotes, and lists in lists',
    '<blockquote>a</blockquote><ol><li>b<ul><li>c</ul></ol>',
    ['> a', '', '1. b', '   - c'],
  ],
  [
    'what looks like Markdown',
    '<p>*a* _b_ [c](d) # e | f `g` 1 < 2</p>',
    ['*a* _b_ [c](d) # e | f `g` 1 < 2'],
  ],
  [
    'an image alone',
    '<p><a href="https://a.example/"><img alt="An oak" src="y"></a></p>',
    ['An oak [1] [2]'],
  ],
  ['nothing where there are no words', '<p align="center"><a href="x"><img src="y"></a><br></p>\n\na', ['a']],
  [
    'rows as wide as the widest',
    '<table><caption>T</caption><tr><th>A</th></tr><tr><td>1<br>2</td><td>3 | 4</td></tr></table>',
    ['T', '', 'A', '-  -----', '1  3 | 4', '2'],
  ],
  ['lists', '<ul><li>one</li><li>two</li></ul>', ['- one', '- two']],
  [
    'a table with blank lines in it',
    '<table>\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1</td><td>2</td></tr>\n</table>\n\nx',
    ['A  B', '-  -', '1  2', '', 'x'],
  ],
  ['a summary alone', '<details>\n<summary>More</summary>\n\nWords.\n\n</details>', ['More', '', 'Words.']],
  [
    'a list in a cell, an item a line',
    '| a |\n|---|\n| <ul><li>one</li><li>two</li></ul> |',
    ['a', '---', 'one', 'two'],
  ],
  [
    'blocks within lines on lines of their own',
    'Say <details><summary>More</summary><ul> <li>one</li></ul></details> so.',
    ['Say', 'More', 'one', 'so.'],
  ],
  ['blocks beside each other', '<div>a</div><div>b</div>', ['a', '', 'b']],
  ['in lists and quotes', '- a <kbd>b</kbd>\n\n> c <i>d</i>', ['- a b', '', '> c d']],
  ['nothing that is a script', 'a <script>b *c*</script>d <style>e</style>f', ['a d f']],
  ['nothing that is a comment', 'a <!-- b -->c', ['a c']],
])('shows HTML as what it means: %s', async (_, body, lines) => {
  expect(await seen(body)).toEqual(lines);
});

it.each([
  ['codes of emoji as their signs', 'Done :tada: :+1:', ['Done 🎉 👍']],
  [
    'what is none as it stands',
    'at 10:30:45, a::b::c, :constructor: :nope:',
    ['at 10:30:45, a::b::c, :constructor: :nope:'],
  ],
  ['codes in code as they stand', '`:tada:`', ['`:tada:`']],
  ['codes in an address as they stand', 'git+https://e.org/:tada:/x', ['git+https://e.org/:tada:/x']],
  ['alerts by their kind', '> [!WARNING]\n> Copy first.', ['> Warning: Copy first.']],
  ['an alert of several paragraphs', '> [!note]\n>\n> a\n>\n> b', ['> Note:', '>', '> a', '>', '> b']],
  [
    'an alert with a title, which may fold',
    '> [!warning]- Copy *first*\n> The disk\n> may fill.\n\n> [!FAQ|x] Why?',
    ['> Warning: Copy first', '> The disk may fill.', '', '> Faq: Why?'],
  ],
  ['what is no alert', '> [!note](a.md) b', ['> !note [1] b']],
  [
    'what code is called',
    '```sh {1} [npm]\na\n```\n\n- b\n\n  ``` yaml title="c.yml"\n  d\n  ```\n\n```rust,ignore\ne\n```',
    ['npm', '', '    a', '', '- b', '', '  c.yml', '', '      d', '', '    e'],
  ],
  [
    'addresses within words as they stand',
    'pip install git+https://g.example/t.git',
    ['pip install git+https://g.example/t.git'],
  ],
  [
    'bare addresses as they stand',
    '- https://a.example\n- <https://b.example>\n- www.a.example\n- [b](http://b.example)',
    ['- https://a.example', '- https://b.example', '- www.a.example', '- b [1]'],
  ],
  [
    'footnotes by their labels',
    'Ninety[^1].\n\n[^1]: Thirty.\n[^2]: Two.',
    ['Ninety[^1].', '', '[^1]: Thirty.', '', '[^2]: Two.'],
  ],
])('shows %s', async (_, body, lines) => {
  expect(await seen(body)).toEqual(lines);
});
