import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { Lexer, type Token, type Tokens } from 'marked';
import { expect, it } from 'vitest';
import { renderMail } from '../../src/render/mail-body.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { renderText } from '../../src/render/text.ts';
import { lexed } from '../section.ts';
import { fuzz, PATIENCE } from './budget.ts';

// Letters only, as the rendering adds numbers: to lists, and for footnotes.
const word = fc.oneof(
  { weight: 5, arbitrary: fc.lorem({ maxCount: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'aé漢字бя'), minLength: 1, maxLength: 30 }) },
);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const inline = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: words },
      words.map((text) => `**${text}**`),
      words.map((text) => `*${text}*`),
      words.map((text) => `~~${text}~~`),
      words.map((text) => `\`${text}\``),
      words.map((text) => `[${text}](https://a.example/)`),
      words.map((text) => `![${text}](b.png)`),
      words.map((text) => `[**${text}** \`x\`](other.md)`),
      words.map((text) => `${text}  \n`),
      words.map((text) => `&amp; \\* ${text} &mdash;`),
      words.map((text) => `<b>${text}</b>`),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(' ').trim());

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    inline,
    inline.map((text) => `### ${text.replace(/\n/g, ' ')}`),
    words.map((text) => `\`\`\`\n${text}\n\n  ${text}\n\`\`\``),
    words.map((text) => `    ${text}\n    ${text}`),
    fc.constant('* * *'),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((blocks) => marked('> ', '> ', blocks.join('\n\n'))),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((blocks) => blocks.map((text) => marked('- ', '  ', text)).join('\n')),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((blocks) => blocks.map((text, at) => marked(`${at + 1}. `, '   ', text)).join('\n\n')),
  ),
}));

function marked(first: string, rest: string, text: string): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? first : rest) + line)
    .join('\n');
}

const body = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

/** What a reader reads of Markdown, by a way of its own: the words of every leaf in order. */
function read(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'list') return read((token as Tokens.List).items);
      if (token.type === 'image' || token.type === 'html' || token.type === 'code')
        return token.text as string;
      if (token.type === 'text' && !('tokens' in token)) return (token.text as string).replace(/&\w+;/g, '');
      return 'tokens' in token
        ? read(token.tokens ?? [])
        : token.type === 'codespan'
          ? (token.text as string)
          : '';
    })
    .join(' ');
}

const letters = (text: string) => text.normalize('NFC').match(/\p{L}/gu)?.join('') ?? '';

/** A rendering without what it adds to the section: escapes, quote signs, numbers, footnotes and where it is from. */
function unrendered(text: string, before: string, after: string): string {
  const lines = stripVTControlCharacters(text).split('\n');
  const kept = lines.filter((line) => !/^\[\d+\] (https:|other\.md|b\.png)\S*$/.test(line)).join('\n');
  const whole = letters(kept);
  expect(whole.startsWith(letters(before))).toBe(true);
  expect(whole.endsWith(letters(after))).toBe(true);
  return whole.slice(letters(before).length, whole.length - letters(after).length);
}

it(
  'the printed section is the section: no word lost, none added, none moved',
  async () => {
    const page = { title: 'Policy' };
    await fuzz(
      fc.asyncProperty(body, fc.integer({ min: 20, max: 120 }), async (body, width) => {
        const section = lexed({ number: 1, name: 'n', anchor: 'a', heading: 'Heading', body });
        const expected = letters(read(new Lexer({ gfm: true }).lex(body)));
        const view = { width, isUtf8: true, hasHyperlinks: true, related: [] };
        const terminal = renderTerminal(page, [section], { ...view, isColored: true });
        const mail = renderMail(page, section, { width: Math.max(30, width), characters: 'utf8' });
        expect(unrendered(renderText(page, section, width), 'Heading', 'Policy')).toBe(expected);
        expect(unrendered(terminal.out, 'Heading', 'Policy')).toBe(expected);
        expect(unrendered(mail, 'The Policy says, under "Heading":', '')).toBe(expected);
      }),
    );
  },
  PATIENCE,
);
