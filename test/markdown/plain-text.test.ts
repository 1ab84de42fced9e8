import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { indexText, plainText } from '../../src/markdown/plain-text.ts';
import { loadFolder } from '../../src/policy/folder.ts';
import { wordsOf } from '../../src/search/words.ts';

describe('index text', () => {
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
});

describe('plain text', () => {
  it.each([
    ['**bold** and *em* and `code`', 'bold and em and code'],
    ['[text](https://example.org)', 'text'],
    ['![alt](i.png)', 'alt'],
    ['a &amp; b &mdash; c', 'a & b \u2014 c'],
    ['`&amp;` stays', '&amp; stays'],
    ['\\*not em\\*', '*not em*'],
    ['two\n  lines', 'two lines'],
  ])('%j reads %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});
