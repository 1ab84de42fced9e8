import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { indexText } from '../../src/markdown/index-text.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { loadFolder } from '../../src/policy/folder.ts';
import { wordsOf } from '../../src/search/words.ts';

it.each([
  ['link', '[the page](https://example.org/a_(b)/c "title") and more'],
  ['image', 'a ![chart of growth](growth.png) here'],
  ['address', 'see <https://example.org/path>'],
  ['entity', 'fish &amp; chips, caf&eacute;'],
  ['list', '- *one*\n- **two** `three`\n  1. four_five'],
  ['comparison', 'where a < b and c > d'],
])('finds the words of a %s that a reader sees', (_, markdown) => {
  expect(wordsOf(indexText(markdown))).toEqual(wordsOf(plainText(markdown)));
});

it.each([
  ['definitions', '[the page][ref] and [x][]\n\n[ref]: https://example.org/a', ['the', 'page', 'and', 'x']],
  ['comments', 'a <!-- note: ask b --> c', ['a', 'c']],
  ['tags', 'a <b class="x">bold</b> word<br>and <!-- note --> more', ['a', 'bold', 'word', 'and', 'more']],
])('leaves out what a reader does not see: %s', (_, markdown, seen) => {
  expect(wordsOf(indexText(markdown))).toEqual(seen);
});

it.each(['data', 'test/eval/folders/team-rules'])('finds the same words in all of %s', (folder) => {
  const { sections } = loadFolder(fileURLToPath(new URL(`../../${folder}`, import.meta.url))).policy;
  for (const { body } of sections) expect(wordsOf(indexText(body))).toEqual(wordsOf(plainText(body)));
});

it.each(['](', '](a](', '<a', '<!--', '][', '[a', '[a]: '])('takes no time for a million of %j', (text) => {
  expect(indexText(text.repeat(1_000_000 / text.length)).length).toBeGreaterThan(0);
});
