import { describe, expect, it } from 'vitest';
import { check, findingsCount, findingsJson, findingsText } from '../../src/check/findings.ts';
import { describeProblem, type Problem } from '../../src/policy/policy.ts';

describe('check', () => {
  /** A folder given as path -> text, and names of other files. */
  function checked(files: Readonly<Record<string, string>>, others: readonly string[] = []) {
    const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
    const markdown = sources.map(({ path }) => path);
    return check({ name: 'folder', sources, markdown, others, problems: [] });
  }

  function findings(...folder: Parameters<typeof checked>): string[] {
    return checked(...folder).findings.map(describeProblem);
  }

  describe('check', () => {
    it('finds nothing in a sound folder', () => {
      const files = {
        'index.md':
          '---\ntitle: Rules\n---\n# Rules\n\nSee [one](docs/a.md#apples), [docs](docs), ![](a%20b.png).\n',
        'docs/a.md': '## Apples\n\n[up](../index.md) and [down](#deep)\n\n### Deep\n\n.\n',
        'asked-as/a.md': '- which apples\n',
      };
      expect(findings(files, ['a b.png'])).toEqual([]);
    });

    it('names what the loader leaves out', () => {
      expect(findings({ 'a.md': '---\nx: [\n---\n', 'b.md': '## B\n\nb' })).toEqual([
        expect.stringMatching(/^a\.md:3: error: front matter is not YAML/),
      ]);
    });

    it.each([
      ['a file', '[x](gone.md)', 'link to "gone.md": there is no file "gone.md"'],
      ['an image', '![x](gone.png "t")', 'link to "gone.png": there is no file "gone.png"'],
      ['a file from a sub-folder', '[x](../b/gone.md)', undefined],
      ['a heading', '[x](#gone)', 'link to "#gone": there is no heading "#gone"'],
      ["another file's heading", '[x](b.md#gone)', 'link to "b.md#gone": there is no heading "#gone"'],
      ['a definition', '[x]\n\n[x]: gone.md', 'link to "gone.md": there is no file "gone.md"'],
    ])('finds a link to %s that does not exist', (_, link, message) => {
      const found = findings({ 'a.md': `## A\n\n${link}\n`, 'b.md': '## B\n\nb' });
      expect(found).toEqual(message === undefined ? [] : [`a.md:3: error: ${message}`]);
    });

    it.each([
      'https://example.org/gone.md',
      'mailto:a@example.org',
      '/gone.md',
      '//example.org/gone.md',
      '../outside.md',
      '.github/hidden.md',
      '#A',
      '#top',
      '#html',
      'b',
      'b.html',
      'b.md?plain=1#b',
    ])('has nothing to say of a link to %s', (href) => {
      expect(
        findings({ 'a.md': `## A\n\n<a id="html"></a>\n\n[x](${href})\n`, 'b.md': '## B\n\nb' }),
      ).toEqual([]);
    });

    it('leaves files that are published beside the page to the site', () => {
      const index = '---\nsource: https://example.org/page\n---\n# T\n\n[x](Other.md) [y](#b) [z](#gone)\n';
      expect(findings({ 'index.md': index, 'b.md': '## B\n\nb' })).toEqual([
        'index.md:6: error: link to "#gone": there is no heading "#gone"',
      ]);
    });

    it('tells links apart by line', () => {
      expect(
        findings({ 'a.md': '---\ntitle: x\n---\n## A\n\none\ntwo [x](y.md)\n\n- three\n- [z](z.md)\n' }),
      ).toEqual([
        'a.md:7: error: link to "y.md": there is no file "y.md"',
        'a.md:10: error: link to "z.md": there is no file "z.md"',
      ]);
    });

    it('finds anchors that come again on a page', () => {
      const twice = '## Same\n\n.\n\n## Same\n\n.\n';
      expect(findings({ 'a.md': twice, 'b.md': '## Same\n\n.\n' })).toEqual([
        'a.md:5: warning: anchor "same" is that of a.md:1 already; change one of the headings',
      ]);
    });

    it('finds sections without text', () => {
      expect(findings({ 'a.md': '## A\n\n<!-- later -->\n\n## B\n\nb\n' })).toEqual([
        'a.md:1: warning: section "A" has no text',
      ]);
    });

    it('finds characters that cannot be seen, and shows none', () => {
      expect(findings({ 'a.md': '---\ntitle: x\n---\r\n## A\n\nb\u200Bc\u202E\u200B\u001b[2J\n' })).toEqual([
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
        'asked-as/b.md:3: error: "which apples" is listed for "b" but the ranking gives "a"; reword it, or list it there',
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

    it('finds a list of phrasings that lists none', () => {
      expect(findings({ 'b.md': '## B\n\nb', 'asked-as/b.md': 'what is b\n' })).toEqual([
        'asked-as/b.md:1: warning: it lists no phrasing; write each behind a "- "',
      ]);
    });
  });

  describe('phrasings as if they were not listed', () => {
    const letters = [...'abcdefgh'];
    const files = {
      'a.md': `## Apples\n\n${letters.map((letter) => `${letter}red ${letter}ripe ${letter}round`).join(' ')}\n`,
      'b.md': '## Pears\n\nPears are green.\n',
    };
    /** Each in words of the one section, and two of its own that lead to the other. */
    const odd = letters.map(
      (letter) => `- ${letter}red ${letter}ripe ${letter}round ${letter}odd ${letter}rare\n`,
    );
    const plain = letters.map((letter) => `- are pears green ${letter}\n`);

    it('warns of a file where most would be answered wrong, and notes each', () => {
      const { findings, notes, heldOut } = checked({ ...files, 'asked-as/b.md': odd.join('') });
      expect(findings.map(describeProblem)).toEqual([
        'asked-as/b.md:1: warning: 8 of 8 phrasings lead to "b" only because they are listed: people who ask in other words are answered wrong; list more, or say in the text what they ask about',
      ]);
      expect(heldOut).toBe(8);
      expect(notes.map(describeProblem).slice(0, 1)).toEqual([
        'asked-as/b.md:1: note: "ared aripe around aodd arare" leads to "b" only because it is listed; left out, "a" answers it',
      ]);
    });

    it('takes some odd ones for what lists are for', () => {
      const { findings, notes } = checked({
        ...files,
        'asked-as/b.md': [...plain, ...odd.slice(0, 3)].join(''),
      });
      expect(findings).toEqual([]);
      expect(notes.map(({ line }) => line)).toEqual([9, 10, 11]);
    });

    it('says nothing of a list too short to tell', () => {
      const few = odd.slice(0, 7).join('');
      expect(checked({ ...files, 'asked-as/b.md': few })).toEqual({ findings: [], notes: [], heldOut: 0 });
    });

    it('holds it against what is asked elsewhere that a section answers it', () => {
      const list = odd.map((line) => `  ${line}`).join('');
      const elsewhere = `---\nsee: https://example.org/\nasked-as:\n${list}---\nThere.\n`;
      expect(findings({ ...files, 'elsewhere/e.md': elsewhere })).toEqual([
        expect.stringMatching(/^elsewhere\/e\.md:4: warning: 8 of 8 phrasings lead to "e" only because/),
      ]);
    });
  });
});

describe('findings', () => {
  const problem = (severity: Problem['severity'], file = 'a.md'): Problem => ({
    file,
    line: 2,
    severity,
    message: `it is ${severity}\u200b`,
  });

  it('gives findings as lines', () => {
    expect(findingsText([problem('error'), problem('warning')])).toBe(
      'a.md:2: error: it is error\na.md:2: warning: it is warning\n',
    );
    expect(findingsText([])).toBe('');
  });

  it('gives findings as a document, without what shows nothing', () => {
    expect(findingsJson([problem('warning', 'b\u202e.md'), problem('error'), problem('note')])).toEqual({
      errors: 1,
      warnings: 1,
      notes: 1,
      findings: [
        { file: 'b.md', line: 2, severity: 'warning', message: 'it is warning' },
        { file: 'a.md', line: 2, severity: 'error', message: 'it is error' },
        { file: 'a.md', line: 2, severity: 'note', message: 'it is note' },
      ],
    });
  });

  it.each([
    [0, 0, 0, '0 errors, 0 warnings'],
    [1, 1, 0, '1 error, 1 warning'],
    [2, 1, 1, '2 errors, 1 warning, 1 note'],
    [0, 0, 2, '0 errors, 0 warnings, 2 notes'],
  ])('counts %i, %i and %i', (errors, warnings, notes, text) => {
    const problems = [
      ...Array.from({ length: errors }, () => problem('error')),
      ...Array.from({ length: warnings }, () => problem('warning')),
      ...Array.from({ length: notes }, () => problem('note')),
    ];
    expect(findingsCount(problems)).toBe(text);
  });
});
