import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { listTable, listTabs } from '../../src/render/topics.ts';
import { namedSection } from '../section.ts';

const sections = [
  namedSection(9, 'noise', 'When is it “quiet” in here?'),
  namedSection(10, 'pets-and-plants', 'May I keep a cat, and may it go out at night?'),
];
const page = { title: 'Rules' };
const policy = { page, sections, elsewhere: [] };
const table = (width: number, { isUtf8 = true, level = 0 as const } = {}) =>
  `\n${listTable(policy, { width, isUtf8 }, new Chalk({ level }))}`;

describe('all topics', () => {
  it('are lines with tabs for programs', () => {
    expect(listTabs(policy)).toBe(
      '9\tnoise\tWhen is it “quiet” in here?\n10\tpets-and-plants\tMay I keep a cat, and may it go out at night?\n',
    );
  });

  it('are a table on a terminal, headings wrapped beside their names', () => {
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
    expect(table(80, { isUtf8: false })).toContain('When is it "quiet" in here?');
  });

  it('have names that take two columns a character', () => {
    const wide = [namedSection(1, '漢字', 'A'), namedSection(2, 'abc', 'B')];
    expect(
      listTable({ ...policy, sections: wide }, { width: 80, isUtf8: true }, new Chalk({ level: 0 })),
    ).toBe('1  漢字  A\n2  abc   B\n');
  });
});

it('say where a topic of a folder stands, and under what', () => {
  const placed = {
    ...namedSection(3, 'costs', 'Costs'),
    place: { file: 'birds/parrots.md', line: 12 },
    parents: ['Keeping parrots'],
  };
  const folder = { ...policy, page: { ...page, folder: 'docs/' }, sections: [placed] };
  expect(listTabs(folder)).toBe('3\tcosts\tKeeping parrots > Costs\tdocs/birds/parrots.md:12\n');
  expect(listTable(folder, { width: 40, isUtf8: true }, new Chalk({ level: 0 }))).toBe(
    '3  costs  Keeping parrots > Costs\n          docs/birds/parrots.md:12\n',
  );
});

it('sets names in bold and numbers faint', () => {
  const painted = listTable(
    { ...policy, sections: sections.slice(0, 1) },
    { width: 80, isUtf8: true },
    new Chalk({ level: 1 }),
  );
  expect(painted).toBe('\u001b[2m9\u001b[22m  \u001b[1mnoise\u001b[22m  When is it “quiet” in here?\n');
});
