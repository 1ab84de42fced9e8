import { readdirSync, readFileSync } from 'node:fs';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/policy/passages.ts';
import type { LexedSection } from '../../src/policy/policy.ts';
import { cells } from '../../src/render/layout/cells.ts';
import { renderTerminal, type TerminalView } from '../../src/render/terminal.ts';
import { lexed } from '../section.ts';

const WIDTHS = [20, 40, 72, 80, 100, 200];
const CONSTRUCTS = readdirSync(new URL('constructs/', import.meta.url)).map((file) =>
  file.replace('.md', ''),
);
const PAGE = { title: 'Test page', source: 'https://example.org/test-page', revision: '0123456789ab' };

function construct(name: string): LexedSection {
  const body = readFileSync(new URL(`constructs/${name}.md`, import.meta.url), 'utf8');
  return lexed({ number: 1, name, anchor: name, heading: `On ${name.replaceAll('-', ' ')}`, body });
}

function render(name: string, view: Partial<TerminalView>): Promise<string> {
  const plain = { chalk: new Chalk({ level: 0 }), isUtf8: true, hasHyperlinks: false };
  return renderTerminal(PAGE, construct(name), {
    ...plain,
    width: 80,
    asked: undefined,
    related: [],
    ...view,
  });
}

describe.each(CONSTRUCTS)('%s', (name) => {
  it.each(WIDTHS)('at %i columns', async (width) => {
    const file = `../rendered/terminal/${name}/${width}.txt`;
    await expect(await render(name, { width })).toMatchFileSnapshot(file);
  });

  it('in colour, with hyperlinks', async () => {
    const text = await render(name, { chalk: new Chalk({ level: 1 }), hasHyperlinks: true });
    await expect(text).toMatchFileSnapshot(`../rendered/terminal/${name}/80-color.ansi`);
  });

  it('where the locale has no UTF-8', async () => {
    const text = await render(name, { isUtf8: false });
    await expect(text).toMatchFileSnapshot(`../rendered/terminal/${name}/80-ascii.txt`);
  });

  it.each(WIDTHS)(
    'has no trailing blanks and nothing too wide that could be broken, at %i columns',
    async (width) => {
      const lines = (await render(name, { width })).split('\n');
      expect(lines.filter((line) => /\s$/.test(line))).toEqual([]);
      const code = construct(name)
        .body.split('\n')
        .map((line) => line.trim());
      const tooWide = lines.filter((line) => cells(line) > width && !code.includes(line.trim()));
      // What is left after markers and indents is one word.
      expect(
        tooWide.filter((line) => /\S\s+\S/.test(line.replace(/^([\s\u2502\u2022]|\[.\]|\d+\.)+/, ''))),
      ).toEqual([]);
    },
  );

  it('puts the same words on the screen with and without colour', async () => {
    const colored = await render(name, { chalk: new Chalk({ level: 1 }) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape codes that colour is made of
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(await render(name, {}));
  });
});

describe('a section on a terminal', () => {
  const view = { chalk: new Chalk({ level: 0 }), isUtf8: true, hasHyperlinks: false, width: 40, related: [] };
  const topic = (name: string, heading: string) => ({ number: 1, name, anchor: name, heading, body: '' });
  const section = (body: string) => lexed({ ...topic('it', 'Is it?'), body });

  it('is from a page that may not be known', async () => {
    const text = await renderTerminal({ title: 'Notes' }, section('No.'), { ...view, asked: undefined });
    expect(text).toBe('Is it?\n\nNo.\n\nNotes\n');
  });

  it('has its best passage marked where there is another', async () => {
    const marked = (body: string) => {
      const only = section(body);
      const asked = { stems: new Set<string>(), passage: passagesOf(only.tokens)[0] };
      return renderTerminal({ title: 'Notes' }, only, { ...view, asked });
    };
    expect(await marked('No.')).toBe('Is it?\n\nNo.\n\nNotes\n');
    expect(await marked('No.\n\nYes.')).toBe('Is it?\n\n\u258c No.\n\n  Yes.\n\nNotes\n');
  });

  it('has the headings of related topics beside their commands where all of them fit', async () => {
    const related = [topic('a', 'x'.repeat(10)), topic('bc', 'x'.repeat(17))];
    const seeAlso = async (width: number) => {
      const text = await renderTerminal({ title: 'N' }, section('.'), {
        ...view,
        width,
        related,
        asked: undefined,
      });
      return text.split('See also:\n')[1];
    };
    const [short, long] = ['x'.repeat(10), 'x'.repeat(17)];
    expect(await seeAlso(40)).toBe(`  rustpolicy show a   ${short}\n  rustpolicy show bc  ${long}\n`);
    expect(await seeAlso(39)).toBe(`  rustpolicy show a   ${short}\n  rustpolicy show bc  ${long}\n`);
    expect(await seeAlso(38)).toBe(`  rustpolicy show a\n    ${short}\n  rustpolicy show bc\n    ${long}\n`);
  });
});

describe('an answer', () => {
  const list = construct('lists-tight');
  const related = [construct('quotes'), construct('wide-characters')];
  const answer = (view: Partial<TerminalView>) =>
    renderTerminal(PAGE, list, {
      chalk: new Chalk({ level: 0 }),
      isUtf8: true,
      hasHyperlinks: false,
      width: 72,
      asked: {
        stems: new Set(['nest', 'link']),
        passage: passagesOf(list.tokens).find(({ text }) => text.includes('nested')),
      },
      related,
      ...view,
    });

  it('is marked in the margin where it answers best, and names related topics', async () => {
    await expect(await answer({})).toMatchFileSnapshot('../rendered/terminal/answer-72.txt');
  });

  it('is marked in ASCII where the locale has no more', async () => {
    await expect(await answer({ isUtf8: false })).toMatchFileSnapshot(
      '../rendered/terminal/answer-72-ascii.txt',
    );
  });

  it('has the words of the question in bold', async () => {
    const text = await answer({ chalk: new Chalk({ level: 1 }) });
    await expect(text).toMatchFileSnapshot('../rendered/terminal/answer-72-color.ansi');
  });

  it('is no wider for its mark', async () => {
    await expect(await answer({ width: 20 })).toMatchFileSnapshot('../rendered/terminal/answer-20.txt');
  });
});
