import { describe, expect, it } from 'vitest';
import { findings } from './checked.ts';

describe('of a policy, a check', () => {
  it('finds anchors that come again on a page', () => {
    const twice = '## Plum\n\n.\n\n## Plum\n\n.\n';
    expect(findings({ 'a.md': twice, 'b.md': '## Plum\n\n.\n' })).toEqual([
      'a.md:5: warning: anchor "plum" is that of a.md:1 already; change one of the headings',
    ]);
  });

  it('takes an id that ends in a number for no repetition', () => {
    const text = '## Step\n\n.\n\n## First {#step-1}\n\n.\n\n## Again {#step-1}\n\n.\n';
    expect(findings({ 'a.md': text })).toEqual([
      'a.md:9: warning: anchor "step-1" is that of a.md:5 already; change one of the headings',
    ]);
  });

  it('finds sections without text', () => {
    expect(findings({ 'a.md': '## A\n\n<!-- later -->\n\n## B\n\nb\n' })).toEqual([
      'a.md:1: warning: section "A" has no text',
    ]);
  });

  it('finds characters that cannot be seen, and shows none', () => {
    expect(findings({ 'a.md': '---\ntitle: x\n---\n## A\n\nb\u200Bc\u202E\u200B\u001b[2J\n' })).toEqual([
      'a.md:6: warning: U+200B, U+202E, U+001B cannot be seen and is read as if it were not there; delete it',
    ]);
  });

  it('finds phrasings that are listed twice', () => {
    const files = {
      'a.md': '## Apples\n\nApples are red.\n',
      'b.md': '## Pears\n\nPears are green.\n',
      'asked-as/a.md': '- which apples\n- Which *apples*?\n',
      'asked-as/b.md': '- which pears\n\n- which apples\n',
    };
    expect(findings(files).filter((line) => line.includes('is listed'))).toEqual([
      'asked-as/a.md:2: warning: "Which apples?" is listed twice, first at asked-as/a.md:1',
      'asked-as/b.md:3: error: "which apples" is listed for "a" as well, at asked-as/a.md:1; take one out',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t\n'],
    ['front matter', '---\nquestion: what is this\n---\n'],
    ['a title', '# Title\n'],
  ])('finds a file of %s alone', (_, text) => {
    expect(findings({ 'a.md': text, 'b.md': '## B\n\nb' })).toEqual([
      'a.md:1: warning: it has no text, so that nothing leads to it; write some, or delete it',
    ]);
  });

  it('lets index.md say no more than what the page is', () => {
    const files = { 'index.md': '---\ntitle: Rules\n---\n', 'b.md': '## B\n\nb' };
    expect(findings(files)).toEqual([]);
    expect(findings({ ...files, 'index.md': '' })).toEqual([
      expect.stringMatching(/^index\.md:1: .*has no text/),
    ]);
  });

  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['quetsion', 'question'],
    ['sourc', 'source'],
  ])('finds "%s" for %s in front matter', (typed, key) => {
    expect(findings({ 'a.md': `---\n${typed}: x\ntags: y\n---\nPlums.\n` })).toEqual([
      `a.md:2: warning: "${typed}" in front matter is not read; is "${key}" meant?`,
    ]);
  });

  it.each(['tags', 'sources', 'titles', 'tile-size', 'search'])(
    'knows that "%s" is no key of ours',
    (key) => {
      expect(findings({ 'a.md': `---\n${key}: x\n---\nPlums.\n` })).toEqual([]);
    },
  );

  it('finds headings of stop words that no phrasing leads to, and no code or signs', () => {
    const text =
      '## About us\n\nWe.\n\n## it\n\nIt.\n\n## all?\n\n.\n\n## +\n\n.\n\n## From here to there\n\nFar.\n';
    expect(findings({ 'a.md': text, 'asked-as/here.md': '- who are the team\n' })).toMatchObject([
      expect.stringMatching(/^a\.md:1: warning: heading "About us" holds stop words alone/),
      expect.stringMatching(/^a\.md:5: warning: heading "it" holds stop words alone/),
    ]);
  });

  it('leaves marks of direction in Hebrew and Arabic', () => {
    expect(findings({ 'a.md': '## Fruit\n\n\u05e4\u05e8\u05d9 (A)\u200f.\n' })).toEqual([]);
  });

  it('finds a list of phrasings that lists none', () => {
    expect(findings({ 'b.md': '## B\n\nb', 'asked-as/b.md': 'what is b\n' })).toEqual([
      'asked-as/b.md:1: warning: it lists no phrasing; write each behind a "- "',
    ]);
  });
});
