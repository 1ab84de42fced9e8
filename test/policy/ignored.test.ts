import { describe, expect, it } from 'vitest';
import { isIgnored, rulesAbove, rulesWithin } from '../../src/policy/ignored.ts';

const ignored = (paths: readonly string[], ...files: Parameters<typeof isIgnored>[1]) =>
  paths.filter((path) => isIgnored(path, files));

describe('the rules of .gitignore', () => {
  it('hold for paths seen from its own folder', () => {
    expect(ignored(['sub/a.md', 'sub/b.md'], rulesWithin('/a.md\n', 'sub/'))).toEqual(['sub/a.md']);
  });

  it('hold further down unless a file there says otherwise', () => {
    const top = rulesWithin('*.tmp\n', '');
    const below = rulesWithin('!keep.tmp\n', 'sub/');
    expect(ignored(['sub/x.tmp', 'sub/keep.tmp'], top, below)).toEqual(['sub/x.tmp']);
    expect(ignored(['sub/keep.tmp'], below, rulesWithin('*.tmp\n', ''))).toEqual(['sub/keep.tmp']);
  });

  it('tell upper from lower case', () => {
    expect(ignored(['Draft', 'draft'], rulesWithin('draft\n', ''))).toEqual(['draft']);
  });

  it('may end their lines as Windows does', () => {
    expect(ignored(['a', 'b'], rulesWithin('a\r\nb\r\n', ''))).toEqual(['a', 'b']);
  });

  it('are used with up to three runs of asterisks in a pattern, and not with more', () => {
    expect(ignored(['abc', 'abcd'], rulesWithin('a*b*c*\n', ''))).toEqual(['abc', 'abcd']);
    expect(ignored(['abcd'], rulesWithin('a*b*c*d*\n', ''))).toEqual([]);
    expect(ignored(['x/y/z.md'], rulesWithin('**/y/**/*.md\n', ''))).toEqual(['x/y/z.md']);
  });
});

describe('the rules above a folder', () => {
  it('hold for paths seen from above', () => {
    expect(ignored(['old.md', 'new.md'], ...rulesAbove('/docs/old.md\n', 'docs/'))).toEqual(['old.md']);
  });

  it('do not keep from reading a folder that somebody names', () => {
    expect(rulesAbove('/docs/\n', 'docs/')).toEqual([]);
  });
});
