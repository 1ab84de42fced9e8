import type { Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { firstLines, isOverMarked, listWindow, WINDOW } from '../../src/markdown/bounds.ts';
import { lex, lexBlocks, lexFile } from '../../src/markdown/lex.ts';
import { isKind, tokensText } from '../../src/markdown/tokens.ts';

const types = (markdown: string) => lexBlocks(markdown).map(({ type }) => type);

describe('a section', () => {
  const text = (length: number) => '*x*\n\n'.repeat(length / 5);

  it('that is longer than any to be read stands as it is written', () => {
    const long = text(160_000);
    expect(lex(long)).toMatchObject([{ type: 'code', raw: long, text: long }]);
    expect(lex(text(140_000))[0]).toMatchObject({ type: 'paragraph', tokens: [{ type: 'em' }] });
  });

  it('is whole where its links are looked at', () => {
    expect(lexFile(text(160_000))[0]).toMatchObject({ type: 'paragraph', tokens: [{ type: 'em' }] });
  });
});

describe('a paragraph', () => {
  it.each(['*', '_', '[', '<', '!', '\\', '`', '&', '@'])('of too many %s is taken as it stands', (mark) => {
    const text = `${mark}a`.repeat(1_001);
    expect(isOverMarked(text)).toBe(true);
    expect(tokensText(lex(text)).trim()).toBe(text);
    expect(isOverMarked(`${mark}aa`.repeat(500))).toBe(false);
  });

  it('of hardly anything but marks is too much sooner', () => {
    expect(isOverMarked('`(` '.repeat(20))).toBe(false);
    expect(isOverMarked('`(` '.repeat(21))).toBe(true);
    expect(isOverMarked('`a` '.repeat(21))).toBe(false);
  });

  it('of a few marks is too much only where very much text follows them', () => {
    const marks = '*a '.repeat(50);
    expect(isOverMarked(marks + 'word '.repeat(10_000))).toBe(false);
    expect(isOverMarked(marks + 'word '.repeat(100_000))).toBe(true);
  });
});

describe('a heading that is underlined', () => {
  it('may have several lines, and not a thousand', () => {
    expect(types(`${'a\n'.repeat(10)}---\n`)).toEqual(['heading']);
    expect(types(`${'a\n'.repeat(1_000)}---\n`)).toEqual(['paragraph', 'heading']);
  });

  it('is looked for in whole lines, of which there may be one', () => {
    const start = (text: string) => firstLines(text, WINDOW.heading);
    expect(start('a\nb\n')).toBe('a\nb\n');
    expect(start(`${'a'.repeat(100_000)}\nb`)).toBe(`${'a'.repeat(100_000)}\n`);
    expect(start('a\n'.repeat(100_000))).toBe('a\n'.repeat(30));
  });
});

describe('a list', () => {
  it('of over 2,000 lines is several, parted between items', () => {
    const markdown = '- a\n  b\n'.repeat(3_000);
    const lists = lexBlocks(markdown);
    expect(lists.map(({ type }) => type)).toEqual(['list', 'list', 'list', 'list']);
    expect(lists.map(({ raw }) => raw).join('')).toBe(markdown);
    expect(lists.every(({ raw }) => raw.startsWith('- a'))).toBe(true);
  });

  it('that goes on lazily ends after as many', () => {
    expect(types(`- a\n${'b\n'.repeat(10_000)}`)).toEqual(['list', 'paragraph']);
    expect(types(`> - a\n${'b\n'.repeat(10_000)}`)).toEqual(['blockquote', 'paragraph']);
  });
});

describe('an address without brackets', () => {
  it('is a link up to 2,000 characters', () => {
    const long = (length: number) => `https://a.example/${'b.'.repeat(length / 2)}b`;
    expect(lex(long(1_000))).toMatchObject([{ tokens: [{ type: 'link' }] }]);
    expect(lex(long(5_000))).toMatchObject([{ tokens: [{ type: 'text' }] }]);
  });
});

describe('the definitions that a text refers to', () => {
  it('are no names that every object has', () => {
    expect(lex('[constructor] [valueof]\n\n[a]: u\n')[0]).toMatchObject({ tokens: [{ type: 'text' }] });
  });

  it('are found by a label with marks, and within a link', () => {
    const [paragraph] = lex('[*a* b][] [![x][i]][l]\n\n[*a* b]: u\n[i]: v\n[l]: w\n');
    expect(paragraph).toMatchObject({
      tokens: [
        { type: 'link', href: 'u' },
        {},
        { type: 'link', href: 'w', tokens: [{ type: 'image', href: 'v' }] },
      ],
    });
  });
});

describe('the start of a text that a list may take', () => {
  it.each([
    ["another list's bullet", '- a\n- b\n* c\n', '- a\n- b\n'],
    ['a bullet behind numbers', '1. a\n- b\n', '1. a\n'],
    ['no emphasis', '- a\n*b* c\n', '- a\n*b* c\n'],
    ['no bullet that is set in', '- a\n  * b\n', '- a\n  * b\n'],
  ])('ends at %s', (_, text, window) => {
    expect(listWindow(text)).toBe(window);
    expect(
      lex(text)
        .map(({ raw }) => raw)
        .join(''),
    ).toBe(text);
  });
});

describe('lists and quotes in each other', () => {
  const DEEPEST = 20;
  /** How many lists or quotes stand in each other, and the text in the last. */
  const depthOf = (tokens: readonly Token[]): [number, string] => {
    const [token] = tokens;
    if (!isKind(token, 'list', 'blockquote')) return [0, token?.raw ?? ''];
    const [depth, text] = depthOf(
      isKind(token, 'list') ? (token.items[0]?.tokens.slice(-1) ?? []) : token.tokens,
    );
    return [depth + 1, text];
  };
  const lists = (depth: number) =>
    Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- a`).join('\n');

  it.each([
    ['quotes', '>'.repeat(DEEPEST), '>'.repeat(DEEPEST + 2), '>>x'],
    ['markers on one line', '- '.repeat(DEEPEST), '- '.repeat(DEEPEST + 2), '- - x'],
    ['numbers on one line', '1. '.repeat(DEEPEST), '1. '.repeat(DEEPEST + 2), '1. 1. x'],
    ['both', '> - '.repeat(DEEPEST / 2), '> - '.repeat(DEEPEST / 2 + 1), '> - x'],
  ])('of %s are twenty, and what is deeper is a paragraph', (_, deep, deeper, rest) => {
    expect(depthOf(lexBlocks(`${deep}x`))).toEqual([DEEPEST, 'x']);
    expect(depthOf(lexBlocks(`${deeper}x`))).toEqual([DEEPEST, rest]);
  });

  it('may be written an item a line', () => {
    expect(depthOf(lexBlocks(lists(DEEPEST)))[0]).toBe(DEEPEST);
    expect(depthOf(lexBlocks(lists(300)))[0]).toBe(DEEPEST);
  });

  it('do not run out of stack', () => {
    for (const mark of ['>', '- ', '1. ', '> - '])
      expect(lexBlocks(`${mark.repeat(50_000)}a`)).toHaveLength(1);
  });
});
