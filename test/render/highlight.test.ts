import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { highlighterFor } from '../../src/render/highlight.ts';

const color = new Chalk({ level: 1 });
const BLOCK = lex('```c\nint a;\n```\n');

/** Lines of code with escape codes written out, as a text with these blocks has them highlighted. */
async function highlighted(code: string, language: string, { chalk = color, tokens = BLOCK } = {}) {
  const highlight = await highlighterFor(tokens, chalk);
  return highlight(code, language)?.map((line) => line.replaceAll('\u001b', '\\e'));
}

describe('code in a language', () => {
  it('has its words set off', async () => {
    expect(await highlighted('// why\nreturn "a";', 'c')).toEqual([
      '\\e[2m// why\\e[22m',
      '\\e[1mreturn\\e[22m \\e[35m"a"\\e[39m;',
    ]);
  });

  it('is known by the first word of what the fence says, in any case', async () => {
    expect(await highlighted('fn', 'Rust,ignore')).toEqual(['\\e[1mfn\\e[22m']);
  });

  it('keeps lines as they are where nothing in them is known', async () => {
    expect(await highlighted('a\n\n b', 'c')).toEqual(['a', '', ' b']);
  });

  it('is no language where the fence says something else first', async () => {
    expect(await highlighted('return', '=c')).toBeUndefined();
  });

  it.each(['', 'text', 'TXT', 'plain', 'plaintext', 'none', 'zyzzyva', '!'])(
    'is left alone where that is %j',
    async (language) => {
      expect(await highlighted('return', language)).toBeUndefined();
    },
  );
});

describe('the highlighter', () => {
  it.each([
    ['there is no colour', { chalk: new Chalk({ level: 0 }) }],
    ['there is no code', { tokens: lex('text') }],
    ['no code says its language', { tokens: lex('```\nreturn\n```\n\n    return\n') }],
    ['all code says that it has none', { tokens: lex('```text\nreturn\n```\n') }],
  ])('is not loaded where %s', async (_, view) => {
    expect(await highlighted('return', 'c', view)).toBeUndefined();
  });

  it.each(['> ```c\n> return\n> ```\n', '- a\n\n  ```c\n  return\n  ```\n'])(
    'is loaded for %j',
    async (text) => {
      expect(await highlighted('return', 'c', { tokens: lex(text) })).toEqual(['\\e[1mreturn\\e[22m']);
    },
  );
});
