import { describe, expect, it } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { excerpt, LEFT_OUT, passagesOf } from '../../src/policy/passages.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderText } from '../../src/render/text.ts';
import { lexed } from '../section.ts';

function sectionWith(body: string) {
  return lexed({ number: 1, name: 'a', anchor: 'a', heading: 'A', body });
}

/** The section cut down to its last passage that holds these words. */
function brief(body: string, words: string, asked: ReadonlySet<string> = new Set()) {
  const section = sectionWith(body);
  const only = passagesOf(section.tokens).findLast(({ text }) => text.includes(words));
  if (only === undefined) throw new Error(`no passage holds "${words}"`);
  return excerpt(section, only, { words: asked, lexed });
}

describe('passages', () => {
  it('are paragraphs and items of lists, in order', () => {
    const passages = passagesOf(
      lex('One *first*.\n\n- two\n- three\n\n[x]: y.md\n\n<!-- None. -->\n\nFour.'),
    );
    expect(passages.map(({ block, token, text }) => [block.type, token.type, text])).toEqual([
      ['paragraph', 'paragraph', 'One first.'],
      ['list', 'list_item', 'two'],
      ['list', 'list_item', 'three'],
      ['paragraph', 'paragraph', 'Four.'],
    ]);
  });

  it('know the heading that they stand under, which is one too', () => {
    const [above, heading, below] = passagesOf(lex('One.\n\n### B\n\nTwo.\n'));
    expect([above?.under, heading?.under, below?.under]).toEqual([undefined, undefined, heading]);
    expect(heading?.isHeading).toBe(true);
  });
});

describe('excerpt', () => {
  it.each([
    ['first', 'One *first*.\n\n[...]'],
    ['two', '[...]\n\n- two\n\n[...]'],
    ['Four', '[...]\n\nFour.'],
  ])('keeps the passage with %s verbatim and marks what it leaves out', (words, body) => {
    expect(brief('One *first*.\n\n- two\n- three\n\nFour.', words).body).toBe(body);
  });

  it.each([
    ['Twice', '### B\n\nTwice.\n\n[...]'],
    ['once more', '### B\n\n[...]\n\n- once more\n\n[...]'],
    ['Then', '[...]\n\n### C\n\nThen.'],
  ])('keeps the heading that the passage with %s stands under', (words, body) => {
    const whole = '### B\n\nTwice.\n\n- so\n- once more\n\n### C\n\nThen.';
    expect(brief(whole, words).body).toBe(body);
  });

  const hundred = (line: (n: number) => string) =>
    Array.from({ length: 100 }, (_, at) => line(at)).join('\n');

  it.each([
    [
      'code',
      `\`\`\`sh\n${hundred((n) => `run --key${n}`)}\n\`\`\``,
      '```sh\nrun --key45\n',
      'run --key74\n```',
    ],
    ['set in code', hundred((n) => `    run --key${n}`), '    run --key45\n', '    run --key74'],
    [
      'a table',
      `| a | b |\n|---|---|\n${hundred((n) => `| key${n} | ${n} |`)}`,
      '| a | b |\n|---|---|\n| key45 |',
      '| key74 | 74 |',
    ],
  ])('keeps of long %s the lines around the words that are asked for', (_, block, start, end) => {
    const { body, tokens } = brief(block, 'key60', new Set(['key60']));
    expect(body.startsWith(`${LEFT_OUT}\n\n${start}`)).toBe(true);
    expect(body.endsWith(`${end}\n\n${LEFT_OUT}`)).toBe(true);
    expect(lex(body)).toEqual(tokens);
  });

  const sentences = (mark: string) =>
    Array.from({ length: 100 }, (_, at) => `Sentence key${at} is one of a hundred.${mark}`).join('');

  it.each([
    ['a paragraph', sentences(' '), 'Sentence key45', 'hundred.'],
    [
      'a paragraph without blanks',
      sentences('').replaceAll('.', '\u3002'),
      'Sentence key45',
      'hundred\u3002',
    ],
    ['a paragraph of lines', hundred((n) => `line key${n}`), 'line key45', 'line key74'],
    ['a quote', hundred((n) => `> line key${n}`), '> line key45', '> line key74'],
    ['a nested list', `- all\n${hundred((n) => `    - key${n}`)}`, '- key45', '- key74'],
  ])(
    'keeps of %s that is long itself what is around the words that are asked for',
    (_, block, start, end) => {
      const { body, tokens } = brief(block, 'key60', new Set(['key60']));
      expect(body).toContain('key60');
      expect(body.slice(0, 40)).toContain(`${LEFT_OUT}\n\n${start}`);
      expect(body.slice(-40)).toContain(`${end}\n\n${LEFT_OUT}`);
      expect(body.length).toBeLessThan(2_600);
      expect(lex(body)).toEqual(tokens);
    },
  );

  it('keeps stretches of a text without an end', () => {
    const { body } = brief('x'.repeat(10_000), 'x');
    expect(body).toBe(`${'x'.repeat(2_400)}\n\n${LEFT_OUT}`);
  });

  it('marks once what is left out before a block and at its start', () => {
    const { body } = brief(
      `Intro.\n\n${hundred((n) => `line key${n}`)}\n\nEnd.`,
      'key60',
      new Set(['key60']),
    );
    expect(body.split(LEFT_OUT)).toHaveLength(3);
  });

  it('keeps the links of what is cut', () => {
    const block = `${hundred((n) => `See [key${n}][a].`)}\n\n[a]: a.md`;
    expect(brief(block, 'key60', new Set(['key60'])).body).toContain('\n\n[a]: a.md');
  });

  it('tells a passage from another in the same words', () => {
    expect(brief('Same.\n\nOther.\n\nSame.', 'Same').body).toBe(`${LEFT_OUT}\n\nSame.`);
  });

  it('keeps the definitions that its links need, and no others', () => {
    const body = 'See [one][A].\n\nSee [two][b], [three].\n\n[a]: a.md\n[B]: b.md\n[three]: c.md\n';
    const section = brief(body, 'two');
    expect(section.body).toBe('[...]\n\nSee [two][b], [three].\n\n[B]: b.md\n\n[three]: c.md');
  });

  it('shows what it leaves out as a paragraph of its own', () => {
    const section = brief('One.\n\nTwo.\n\nThree.', 'Two');
    expect(renderText({ title: 'P' }, section, 80)).toBe('A\n\n[...]\n\nTwo.\n\n[...]\n\nP\n');
  });

  it('keeps a list without numbers one', () => {
    expect(renderText({ title: 'P' }, brief('- a\n- b', 'b'), 80)).toContain('\n- b\n');
  });

  it('is shown as its Markdown would be', () => {
    const section = brief('3. a\n4. b [x][y]\n\nEnd.\n\n[y]: https://e.org/ "T"\n', 'b');
    const page = { title: 'P' };
    expect(renderText(page, section, 80)).toBe(renderText(page, lexed(section), 80));
  });

  it('is given as Markdown without relative links', () => {
    const section = brief('a\n\nSee [b][y].\n\n[y]: y.md\n', 'b');
    const page = { title: 'P', source: 'https://example.org/x/p' };
    expect(renderMarkdown(page, section)).toContain('[y]: https://example.org/x/y\n');
  });
});
