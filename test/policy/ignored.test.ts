import { describe, expect, it } from 'vitest';
import { ignorePatterns, isIgnored } from '../../src/policy/ignored.ts';

const patterns = (text: string) => ignorePatterns(text.split('\n'));
const within = (text: string, folder: string) => {
  const { rules } = patterns(text);
  return [(path: string) => rules.test(path.slice(folder.length))];
};
const ignored = (paths: readonly string[], ...files: Parameters<typeof isIgnored>[1]) =>
  paths.filter((path) => isIgnored(path, files));

describe('the rules of .gitignore', () => {
  it('hold for paths seen from its own folder', () => {
    expect(ignored(['sub/a.md', 'sub/b.md'], ...within('/a.md\n', 'sub/'))).toEqual(['sub/a.md']);
  });

  it('hold further down unless a file there says otherwise', () => {
    const top = within('*.tmp\n', '');
    const below = within('!keep.tmp\n', 'sub/');
    expect(ignored(['sub/x.tmp', 'sub/keep.tmp'], ...top, ...below)).toEqual(['sub/x.tmp']);
    expect(ignored(['sub/keep.tmp'], ...below, ...within('*.tmp\n', ''))).toEqual(['sub/keep.tmp']);
  });

  it('tell upper from lower case', () => {
    expect(ignored(['Draft', 'draft'], ...within('draft\n', ''))).toEqual(['draft']);
  });

  it('may end their lines as Windows does', () => {
    expect(ignored(['a', 'b'], ...within('a\r\nb\r\n', ''))).toEqual(['a', 'b']);
  });

  it('are used with up to three runs of asterisks in a pattern, and not with more', () => {
    expect(ignored(['abc', 'abcd'], ...within('a*b*c*\n', ''))).toEqual(['abc', 'abcd']);
    expect(ignored(['abcd'], ...within('a*b*c*d*\n', ''))).toEqual([]);
    expect(ignored(['x/y/z.md'], ...within('**/y/**/*.md\n', ''))).toEqual(['x/y/z.md']);
  });
});

describe('a pattern that cannot be used', () => {
  it.each([
    ['has more than three runs of asterisks', 'a*b*c*d*'],
    ['over 4,096 characters', '?'.repeat(100_000)],
    ['not UTF-8', undefined],
  ])('drops only itself, and is named: %s', (why, pattern) => {
    const { rules, unused } = ignorePatterns(['a', pattern, 'b']);
    expect(['a', 'b', 'c'].filter((path) => rules.ignores(path))).toEqual(['a', 'b']);
    expect(unused).toEqual([{ line: 2, why: expect.stringContaining(why) }]);
  });

  it('is one of very many', () => {
    const { rules, unused } = ignorePatterns(Array.from({ length: 100_000 }, (_, at) => `p${at}`));
    expect([rules.ignores('p5999'), rules.ignores('p6000')]).toEqual([true, false]);
    expect(unused).toEqual([{ line: 6001, why: expect.stringContaining('too many patterns') }]);
  });

  it.each([
    ['with several asterisks', '*a*b', 1],
    ['that cannot be used', 'a*b*c*d*', 121],
  ])('is one of many %s, each of which counts for fifty', (_, pattern, count) => {
    const { rules, unused } = ignorePatterns(Array.from({ length: 300 }, (_, at) => `${pattern}${at}`));
    expect([rules.ignores('xaxb119'), rules.ignores('xaxb120')]).toEqual([count === 1, false]);
    expect([unused.length, unused.at(-1)?.line]).toEqual([count, 121]);
  });
});
