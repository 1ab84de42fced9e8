import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { highlighterFor } from '../../src/render/highlight.ts';
import * as languages from '../../src/render/languages.ts';
import { lineText } from '../../src/render/text.ts';

const color = new Chalk({ level: 1 });
const BLOCK = lex('```c\nint a;\n```\n');

/** Lines of code with escape codes written out, as a text with these blocks has them highlighted. */
async function highlighted(code: string, language: string, { chalk = color, tokens = BLOCK } = {}) {
  const highlight = await highlighterFor(tokens, chalk);
  return highlight(code, language)?.map((line) => lineText(line).replaceAll('\u001b', '\\e'));
}

describe('code in a language', () => {
  it('has its words set off', async () => {
    expect(await highlighted('// why\nreturn "a";', 'c')).toEqual([
      '\\e[2m// why\\e[22m',
      '\\e[1mreturn\\e[22m \\e[35m"a"\\e[39m;',
    ]);
  });

  it('is painted part by part, in the styles of all scopes around', async () => {
    expect(await highlighted('#define A 1 // why', 'c')).toEqual([
      '\\e[35m#\\e[39m\\e[35m\\e[1mdefine\\e[22m\\e[39m\\e[35m A 1 \\e[39m\\e[35m\\e[2m// why\\e[22m\\e[39m',
    ]);
  });

  it('is painted anew on each line of a comment', async () => {
    expect(await highlighted('/* a\nb */', 'c')).toEqual(['\\e[2m/* a\\e[22m', '\\e[2mb */\\e[22m']);
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

it.each(Object.keys(languages))('keeps the words of code in %s', async (language) => {
  const highlight = await highlighterFor(BLOCK, color);
  const code = fc.array(
    fc.constantFrom(...'ab1 \n\t"\'`(){}[]<>$#/*-_=:;.,!?@\\', '<!--', '/*', '${', '漢', '👍'),
  );
  fc.assert(
    fc.property(code, (parts) => {
      const text = parts.join('');
      const lines = highlight(text, language)?.map(([run]) => run?.text) ?? text.split('\n');
      expect(stripVTControlCharacters(lines.join('\n'))).toBe(text);
    }),
    { numRuns: 30 },
  );
});

describe('code is shown plainly', () => {
  afterEach(() => {
    vi.doUnmock('lowlight');
  });

  it('where a block is over 4,000 characters long', async () => {
    expect(await highlighted('return; '.repeat(500), 'c')).toBeDefined();
    expect(await highlighted(`${'return; '.repeat(500)}}`, 'c')).toBeUndefined();
  });

  it.each([
    ['bash', '${'],
    ['markdown', '[a]('],
    ['html', '<script>'],
  ])('where it would take for ever: 20,000 characters of %s, all %j', async (language, part) => {
    expect(await highlighted(part.repeat(20_000 / part.length), language)).toBeUndefined();
  });

  it.each([
    ['markdown', '[a]('],
    ['xml', '<script>'],
  ])(
    'where a block is over 1,000 characters long in a language that holds others: %s',
    async (language, part) => {
      expect(await highlighted(part.repeat(1_000 / part.length), language)).toBeDefined();
      expect(await highlighted(`${part.repeat(1_000 / part.length)}a`, language)).toBeUndefined();
    },
  );

  it('behind 40,000 characters of code', async () => {
    const highlight = await highlighterFor(BLOCK, color);
    const blocks = Array.from({ length: 12 }, () => highlight('return; '.repeat(450), 'c'));
    expect(blocks.map((lines) => lines !== undefined)).toEqual([...Array(11).fill(true), false]);
    expect(highlight('return', 'zyzzyva')).toBeUndefined();
    expect(highlight('return', 'c')).toBeDefined();
  });

  it('where highlight.js would change its words', async () => {
    expect(await highlighted('a[', 'css')).toBeUndefined();
  });

  it('where the grammar fails', async () => {
    vi.doMock('../../src/render/languages.ts', () => ({
      createLowlight: () => ({
        registered: () => true,
        highlight: () => {
          throw new RangeError('Maximum call stack size exceeded');
        },
      }),
    }));
    expect(await highlighted('return', 'c')).toBeUndefined();
    vi.doUnmock('../../src/render/languages.ts');
  });
});

it('takes no longer for scopes that stand in each other', async () => {
  expect(await highlighted('/*'.repeat(2_000), 'rust')).toEqual([expect.stringContaining('/*')]);
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
