import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { loadPolicy } from '../../src/policy/load.ts';

/** Loads a folder given as path -> text. */
function load(files: Readonly<Record<string, string>>) {
  return loadPolicy(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'folder',
  );
}

const INDEX =
  '---\ntitle: Rules\nsource: https://example.org/rules\nrevision: 0123456789ab\nupdated: 2025-01-31\n---\n# Rules\n\nintro\n';

describe('loadPolicy', () => {
  it('numbers sections in file order, the introduction of index.md being 0', () => {
    const { policy } = load({ '10-z.md': '## Z\n\nz', '2-a.md': '## A\n\na', 'index.md': INDEX });
    expect(policy.sections.map(({ number, name, heading }) => [number, name, heading])).toEqual([
      [0, 'about', 'Rules'],
      [1, 'a', 'A'],
      [2, 'z', 'Z'],
    ]);
  });

  it('takes the page from the front matter of index.md', () => {
    expect(load({ 'index.md': INDEX }).policy.page).toEqual({
      title: 'Rules',
      source: 'https://example.org/rules',
      revision: '0123456789ab',
      updated: '2025-01-31',
    });
  });

  it('calls a folder without index.md by its own name and leaves out the rest', () => {
    expect(load({ 'a.md': '## A\n\na' }).policy.page).toEqual({ title: 'folder' });
  });

  it('joins phrasings to the topic that their file is named after', () => {
    const { askedAs } = load({
      '01-a.md': '## A\n\na',
      '02-b.md': '## B\n\nb',
      'asked-as/b.md': '## Group\n\n- one\n- two\n',
    });
    expect(askedAs.sections).toEqual([[], ['one', 'two']]);
  });

  it('takes phrasings of a file with one section from its front matter', () => {
    expect(load({ 'a.md': '---\nasked-as: [x, y]\n---\n## A\n\na' }).askedAs.sections).toEqual([['x', 'y']]);
  });

  it('says that phrasings in front matter do not fit a file of several sections', () => {
    const { problems } = load({ 'a.md': '---\nasked-as: [x]\n---\n## A\n\na\n\n## B\n\nb' });
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['a.md', expect.stringContaining('2')],
    ]);
  });

  it('says that phrasings belong to no topic', () => {
    const { problems } = load({ 'a.md': '## A\n\na', 'asked-as/b.md': '- x' });
    expect(problems).toEqual([{ file: 'asked-as/b.md', line: 1, message: expect.stringContaining('"b"') }]);
  });

  it('reads what is asked elsewhere, and where', () => {
    const elsewhere = '---\nasked-as: [which rustc]\nsee: [https://example.org/rustc]\n---\nSee the guide.\n';
    const { policy, askedAs } = load({ 'a.md': '## A\n\na', 'elsewhere/toolchain.md': elsewhere });
    expect(policy.elsewhere).toEqual([
      { name: 'toolchain', answer: 'See the guide.', see: ['https://example.org/rustc'] },
    ]);
    expect(askedAs.elsewhere).toEqual([['which rustc']]);
  });

  it('names a broken file and keeps the rest', () => {
    const { policy, problems } = load({ 'a.md': '---\n: [\n---\n## A', 'b.md': '## B\n\nb' });
    expect(policy.sections.map(({ name }) => name)).toEqual(['b']);
    expect(problems.map(({ file }) => file)).toEqual(['a.md']);
  });

  it('gives sections of one file the names of their headings, each once', () => {
    const { policy } = load({ 'faq.md': '# FAQ\n\nintro\n\n## May I?\n\nno\n\n## May I?\n\nstill no\n' });
    expect(policy.sections.map(({ name, anchor }) => [name, anchor])).toEqual([
      ['faq', 'faq'],
      ['may-i', 'may-i'],
      ['may-i-1', 'may-i-1'],
    ]);
  });

  it.each([
    ['empty', {}],
    ['without text', { 'a.md': '\n' }],
    ['with nothing but a broken file', { 'a.md': '---\nx: [\n---\n' }],
  ])('refuses a folder that is %s', (_, files) => {
    expect(() => load(files)).toThrow(InputError);
  });
});
