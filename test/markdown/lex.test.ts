import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  indexText,
  lex,
  lexBlocks,
  lexInline,
  plainText,
  withLines,
  withoutComments,
} from '../../src/markdown/lex.ts';
import { tokensText } from '../../src/markdown/tokens.ts';
import { loadFolder } from '../../src/policy/folder.ts';
import { wordsOf } from '../../src/search/words.ts';

const kinds = (markdown: string) => lex(markdown).map(({ type }) => type);

describe('HTML without its comments', () => {
  it.each([
    ['a<!-- b -->c', 'ac'],
    ['<!---->a<!-- b\n\nc -->', 'a'],
    ['<!-- a <!-- b -->c', 'c'],
    ['<p>a</p>', '<p>a</p>'],
    ['a --> b', 'a --> b'],
    ['a<!-- b -->c<!-- d', 'ac<!-- d'],
  ])('leaves %j as %j', (html, kept) => {
    expect(withoutComments(html)).toBe(kept);
  });

  it.each(['<!--', '<!-- -->'])('takes no time for a million of %j', (text) => {
    expect(withoutComments(text.repeat(1_000_000)).length % 4).toBe(0);
  });
});

describe('a word of dots that an address could begin with', () => {
  const isRead = (markdown: string, text: string) => tokensText(lex(markdown)).trim() === text;

  it('takes no time', () => {
    const address = `${'a.'.repeat(120_000)}@b.example`;
    expect(isRead(address, address)).toBe(true);
  });

  it('is a word like any other among marks', () => {
    const long = 'a.'.repeat(1_000);
    expect(isRead(`**${long}**[${long}](u)&amp;${long}`, `${long}${long}&${long}`)).toBe(true);
  });
});

describe('HTML among tokens', () => {
  it.each([
    ['in a line', 'a <kbd>b</kbd>', 'a b'],
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

describe('entities', () => {
  it('are decoded, but not in code', () => {
    expect(tokensText(lexInline('a &amp; `&amp;`'))).toBe('a & &amp;');
  });

  it('stay in blocks that are lexed alone', () => {
    const [block] = lexBlocks('a &amp; b');
    expect(block).toMatchObject({ type: 'paragraph', text: 'a &amp; b' });
  });
});

describe('blocks alone', () => {
  const markdown = '# A\n\n> b\n\n- c\n\n[d]: e "f"\n';

  it('hold all of a text', () => {
    const blocks = lexBlocks(markdown);
    expect(blocks.map(({ raw }) => raw).join('')).toBe(markdown);
    expect(blocks.map(({ type }) => type).filter((type) => type !== 'space')).toEqual([
      ...['heading', 'blockquote', 'list', 'def'],
    ]);
  });

  it('come with the definitions of links', () => {
    expect(lexBlocks(markdown).links).toEqual({ d: { href: 'e', title: 'f' } });
  });
});

describe('lines', () => {
  it('are known for each block, counted on from the first', () => {
    const blocks = withLines(lexBlocks('# A\n\nb\nb\n\n- c\n- d\n'), 10);
    const shown = blocks.filter(({ token }) => token.type !== 'space');
    expect(shown.map(({ line }) => line)).toEqual([10, 12, 15]);
  });
});

describe('hostile Markdown', () => {
  const strongIn = (markdown: string) => JSON.stringify(lex(markdown)).includes('"strong"');

  it.each(['_a*', '~a~~ ', 'a*_', '[a](', 'a <!-- b '])(
    'of %j a hundred thousand times in a paragraph is taken as it stands, at once',
    (opening) => {
      const paragraph = opening.repeat(100_000).trim();
      expect(tokensText(lex(paragraph)).trim()).toBe(paragraph);
    },
  );

  it('keeps its emphasis up to a thousand openings, and beside a paragraph that has more', () => {
    const words = '**strong** and word '.repeat(240);
    expect(strongIn(words)).toBe(true);
    expect(strongIn(`${words.repeat(2)}\n\nAnd **strong**.`)).toBe(true);
    expect(strongIn(words.repeat(2))).toBe(false);
  });

  it('may underline thirty thousand headings, which is seen at once', () => {
    expect(new Set(kinds('a\n-\n'.repeat(30_000)))).toEqual(new Set(['heading']));
  });
});

it.each(['|a|b|\n|-|-|\n|c|d|', 'a | b\n--- | ---', 'a\n:-:', 'a\n|-\nb'])('knows the table %j', (table) => {
  expect(kinds(table)).toEqual(['table']);
});

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
