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
  ['lists', '<ul><li>one</li><li>two</li></ul>', ['- one', '- two']],
  [
    'a table with blank lines in it',
    '<table>\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1</td><td>2</td></tr>\n</table>\n\nx',
    ['A  B', '-  -', '1  2', '', 'x'],
  ],
  ['the Markdown in components', '<Note>\nSome *words*.\n</Note>', ['Some words.']],
  ['a summary alone', '<details>\n<summary>More</summary>\n\nWords.\n\n</details>', ['More', '', 'Words.']],
  ['in lists and quotes', '- a <kbd>b</kbd>\n\n> c <i>d</i>', ['- a b', '', '> c d']],
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
  ['alerts by their kind', '> [!WARNING]\n> Copy first.', ['> Warning: Copy first.']],
  ['an alert of several paragraphs', '> [!note]\n>\n> a\n>\n> b', ['> Note:', '>', '> a', '>', '> b']],
  [
    'addresses within words as they stand',
    'pip install git+https://g.example/t.git',
    ['pip install git+https://g.example/t.git'],
  ],
  [
    'bare addresses as they stand',
    '- https://a.example\n- <https://b.example>',
    ['- https://a.example', '- https://b.example'],
  ],
  [
    'footnotes by their labels',
    'Ninety[^1].\n\n[^1]: Thirty.\n[^2]: Two.',
    ['Ninety[^1].', '', '[^1]: Thirty.', '', '[^2]: Two.'],
  ],
])('shows %s', async (_, body, lines) => {
  expect(await seen(body)).toEqual(lines);
});
