import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/policy/passages.ts';
import type { LexedSection } from '../../src/policy/policy.ts';
import { cells } from '../../src/render/layout/cells.ts';
import { listTable, renderTerminal, type TerminalView } from '../../src/render/terminal.ts';
import { lexed, namedSection } from '../section.ts';

const rendered = async (...given: Parameters<typeof renderTerminal>) => renderTerminal(...given).out;

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
  const plain = { isColored: false, isUtf8: true, hasHyperlinks: false };
  return rendered(PAGE, [construct(name)], {
    ...plain,
    width: 80,
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
    const text = await render(name, { isColored: true, hasHyperlinks: true });
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
    const colored = await render(name, { isColored: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape codes that colour is made of
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(await render(name, {}));
  });
});

describe('a section on a terminal', () => {
  const view = { isColored: false, isUtf8: true, hasHyperlinks: false, width: 40, related: [] };
  const topic = (name: string, heading: string) => ({ number: 1, name, anchor: name, heading, body: '' });
  const section = (body: string) => lexed({ ...topic('it', 'Is it?'), body });

  it('is from a page that may not be known', async () => {
    const text = await rendered({ title: 'Notes' }, [section('No.')], { ...view });
    expect(text).toBe('Is it?\n\nNo.\n\nNotes\n');
  });

  it('is one of several, of which the last tells the revision', async () => {
    const page = { title: 'Notes', source: 'https://x.example/', revision: 'v2' };
    expect(await rendered(page, [section('No.'), section('Yes.')], view)).toBe(
      'Is it?\n\nNo.\n\nhttps://x.example/#it\n\nIs it?\n\nYes.\n\nhttps://x.example/#it\nNotes, revision v2\n',
    );
  });

  it('is from a file of a folder', async () => {
    const placed = { ...section('No.'), place: { file: 'pets/cats.md', line: 7 } };
    const text = await rendered({ title: 'Notes', folder: 'docs' }, [placed], view);
    expect(text).toBe('Is it?\n\nNo.\n\ndocs/pets/cats.md:7\nNotes\n');
  });

  it('has its best passage marked where there is another', async () => {
    const marked = (body: string) => {
      const only = section(body);
      const asked = { stems: new Set<string>(), passage: passagesOf(only.tokens)[0] };
      return rendered({ title: 'Notes' }, [only], { ...view, asked });
    };
    expect(await marked('No.')).toBe('Is it?\n\nNo.\n\nNotes\n');
    expect(await marked('No.\n\nYes.')).toBe('Is it?\n\n\u258c No.\n\n  Yes.\n\nNotes\n');
  });

  it('says on which lines that passage stands, from 1', async () => {
    const only = section('No.\n\nYes,\\\nyes.');
    const [first, second] = passagesOf(only.tokens);
    const hit = async (passage = second) =>
      renderTerminal({ title: 'N' }, [only], { ...view, asked: { stems: new Set(), passage } }).hit;
    expect(await hit()).toEqual([5, 6]);
    expect(await hit(first)).toEqual([3, 3]);
  });

  it('says so of a passage whose first line is blank', async () => {
    const only = section('No.\n\n```\n\na\n```');
    const asked = { stems: new Set<string>(), passage: passagesOf(only.tokens)[1] };
    expect(renderTerminal({ title: 'N' }, [only], { ...view, asked }).hit).toEqual([5, 6]);
  });

  it.each([
    ['nothing was asked', 'No.\n\n\u258c yes', false],
    ['no passage stands out', 'No.\n\n\u258c yes', true],
    ['there is no other', 'No.', true],
  ])('says no lines where %s', (_, body, isAsked) => {
    const only = section(body);
    const passages = passagesOf(only.tokens);
    const passage = passages.length === 1 ? passages[0] : undefined;
    const asked = isAsked ? { asked: { stems: new Set<string>(), passage } } : {};
    expect(renderTerminal({ title: 'N' }, [only], { ...view, ...asked }).hit).toBeUndefined();
  });

  it('has the headings of related topics beside their commands, wrapped there, or below', async () => {
    const related = [topic('a', 'x'.repeat(10)), topic('bc', 'Is it all so, in here?')];
    const seeAlso = async (width: number) => {
      const text = await rendered({ title: 'N' }, [section('.')], {
        ...view,
        width,
        related,
      });
      return text.split('See also:\n')[1];
    };
    const short = 'x'.repeat(10);
    expect(await seeAlso(38)).toBe(
      `  rustpolicy show a   ${short}\n  rustpolicy show bc  Is it all so, in\n${' '.repeat(22)}here?\n`,
    );
    expect(await seeAlso(30)).toBe(
      `  rustpolicy show a\n    ${short}\n  rustpolicy show bc\n    Is it all so, in here?\n`,
    );
  });
});

describe('an answer', () => {
  const list = construct('lists-tight');
  const related = [construct('quotes'), construct('wide-characters')];
  const answer = (view: Partial<TerminalView>) =>
    rendered(PAGE, [list], {
      isColored: false,
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
    const text = await answer({ isColored: true });
    await expect(text).toMatchFileSnapshot('../rendered/terminal/answer-72-color.ansi');
  });

  it('is no wider for its mark', async () => {
    await expect(await answer({ width: 20 })).toMatchFileSnapshot('../rendered/terminal/answer-20.txt');
  });
});

describe('all topics in a table', () => {
  const sections = [
    namedSection(9, 'noise', 'When is it “quiet” in here?'),
    namedSection(10, 'pets-and-plants', 'May I keep a cat, and may it go out at night?'),
  ];
  const policy = { page: { title: 'Rules' }, sections, elsewhere: [] };
  const plain = { width: 80, isUtf8: true, isColored: false, hasHyperlinks: false };
  const table = (width: number) => `\n${listTable(policy, { ...plain, width })}`;

  it('have headings wrapped beside their names', () => {
    expect(table(50)).toBe(`
 9  noise            When is it “quiet” in here?
10  pets-and-plants  May I keep a cat, and may it
                     go out at night?
`);
  });

  it('have their headings below where there are fewer than 24 columns beside', () => {
    expect(table(45).split('\n')[1]).toBe(' 9  noise            When is it “quiet” in');
    expect(table(44)).toBe(`
 9  noise
    When is it “quiet” in here?
10  pets-and-plants
    May I keep a cat, and may it go out at
    night?
`);
  });

  it('are spelt with signs that the terminal has', () => {
    expect(listTable(policy, { ...plain, isUtf8: false })).toContain('When is it "quiet" in here?');
  });

  it('have names that take two columns a character', () => {
    const wide = [namedSection(1, '漢字', 'A'), namedSection(2, 'abc', 'B')];
    expect(listTable({ ...policy, sections: wide }, plain)).toBe('1  漢字  A\n2  abc   B\n');
  });

  it('say where a topic of a folder stands, and under what', () => {
    const place = { file: 'birds/parrots.md', line: 12 };
    const placed = { ...namedSection(3, 'costs', 'Costs'), place, parents: ['Keeping parrots'] };
    const folder = { ...policy, page: { title: 'Rules', folder: 'docs/' }, sections: [placed] };
    expect(listTable(folder, { ...plain, width: 40 })).toBe(
      '3  costs  Keeping parrots > Costs\n          docs/birds/parrots.md:12\n',
    );
  });

  it('have names in bold, numbers and places faint', () => {
    const one = { ...namedSection(9, 'noise', 'Is it quiet?'), place: { file: 'a.md', line: 1 } };
    expect(listTable({ ...policy, sections: [one] }, { ...plain, isColored: true })).toBe(
      '\u001b[2m9\u001b[22m  \u001b[1mnoise\u001b[22m  Is it quiet?\n          \u001b[2ma.md:1\u001b[22m\n',
    );
  });
});
