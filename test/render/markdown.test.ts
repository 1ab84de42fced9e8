import { expect, it } from 'vitest';
import { listMarkdown, renderMarkdown, sectionMarkdown } from '../../src/render/markdown.ts';
import { lexed, namedSection } from '../section.ts';

const section = lexed({
  number: 1,
  name: 'a',
  anchor: 'may-i',
  heading: 'May I?',
  body: 'See *[a](x.html)*.',
});

it('gives a section with its links absolute, and where it is from', () => {
  const page = { title: 'Rules', source: 'https://example.org/rules', revision: '12ab' };
  expect(renderMarkdown(page, section)).toBe(
    '## May I?\n\nSee *[a](https://example.org/x.html)*.\n\nRules, revision 12ab: <https://example.org/rules#may-i>\n',
  );
});

it('leaves the revision to the last of several sections, and has page and place beside each other', () => {
  const page = { title: 'Rules', source: 'https://example.org/rules', folder: 'docs', revision: '12ab' };
  const place = { file: 'a.md', line: 7 };
  const placed = { ...section, body: 'No.', source: page.source, place };
  expect(renderMarkdown(page, placed, false)).toBe(
    '## May I?\n\nNo.\n\n<https://example.org/rules#may-i>, a.md:7\n',
  );
});

it('gives a section as it is where nothing is known of its source', () => {
  expect(renderMarkdown({ title: 'Rules' }, section)).toBe('## May I?\n\nSee *[a](x.html)*.\n\nRules\n');
});

it('starts links from the page of the file that a section is in', () => {
  const own = { ...section, source: 'https://own.example/y' };
  expect(sectionMarkdown({ title: 'R', source: 'https://example.org/' }, own)).toBe(
    'See *[a](https://own.example/x.html)*.',
  );
});

it('shows a heading as it reads, whatever it holds', () => {
  expect(renderMarkdown({ title: 'Rules' }, { ...section, heading: 'Is Vec<T> *new*?', body: '' })).toBe(
    '## Is Vec\\<T> \\*new\\*?\n\nRules\n',
  );
});

it('lists the topics, linked where the page is known', () => {
  const odd = [namedSection(1, 'a', 'Is [this] a \\ link?')];
  expect(listMarkdown({ page: { title: 'P' }, sections: odd, elsewhere: [] })).toBe(
    '- `a`: Is \\[this\\] a \\\\ link?\n',
  );
  const page = { title: 'P', source: 'https://example.org/p' };
  expect(listMarkdown({ page, sections: odd, elsewhere: [] })).toBe(
    '- `a`: [Is \\[this\\] a \\\\ link?](https://example.org/p#a)\n',
  );
});

it('keeps a link to a page whose URL has parentheses one link', () => {
  const page = { title: 'P', source: 'https://example.org/p_(q)' };
  expect(listMarkdown({ page, sections: [namedSection(1, 'a', 'Why?')], elsewhere: [] })).toBe(
    '- `a`: [Why?](<https://example.org/p_(q)#a>)\n',
  );
});

it('starts links of a folder from the file, and says where a section stands, and under what', () => {
  const page = { title: 'Rules', folder: '/home/me/docs' };
  const placed = { ...section, place: { file: 'pets/cats.md', line: 7 }, parents: ['Pets'] };
  expect(renderMarkdown(page, placed)).toBe(
    '## Pets > May I?\n\nSee *[a](pets/x.html)*.\n\nRules: pets/cats.md:7\n',
  );
  expect(listMarkdown({ page, sections: [placed], elsewhere: [] })).toBe(
    '- `a`: Pets > May I? (pets/cats.md:7)\n',
  );
});
